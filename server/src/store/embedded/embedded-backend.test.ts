import { expect, test } from '@jest/globals';
import { readdir, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createStore } from '../create-store.js';
import { openEmbeddedBackend } from './embedded-backend.js';
import { aMap } from '../../../../tests/support/a-map.js';
import { temporaryFolder } from '../../../../tests/support/run-server.js';

/** How often this process has a file open, where the system tells. */
async function timesOpen(file: string): Promise<number> {
  const opened = await readdir('/proc/self/fd').catch(() => []);
  const names = await Promise.all(opened.map((fd) => readlink(join('/proc/self/fd', fd)).catch(() => '')));
  return names.filter((name) => name === file).length;
}

test('A crowd of readers leaves few files open behind it', async () => {
  const folder = await temporaryFolder();
  const limits = { parties: 10_000, links: 0 };
  const store = createStore(await openEmbeddedBackend(folder), { limits, now: () => new Date() });
  const map = aMap('Airline', { id: 'airline' });
  for (let number = 0; number < limits.parties; number++) map.team(`Team ${number}`);
  await store.createMap(map.items(), 'host');

  const readings = await Promise.all(Array.from({ length: 30 }, () => store.loadMap('airline', 'server')));
  expect(new Set(readings.map(({ items }) => items.length))).toEqual(new Set([limits.parties + 1]));
  // The driver lets go of files when a closed connection's statements are collected; of the main one SQLite keeps more.
  // What is collected is let go some turns later, and a machine that is busy may need more than one collection.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let open = Infinity;
  for (let tries = 0; tries < 100 && open > 9; tries++) {
    collect();
    await pause(20);
    open = await timesOpen(join(folder, 'downstream.sqlite-wal'));
  }
  expect(open).toBeLessThanOrEqual(9);
  await store.close();
  await rm(folder, { recursive: true });
});
