import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readEnvironment } from '@downstream/server/environment';
import { createLog } from '@downstream/server/log';
import { listen, type RunningServer } from '@downstream/server/server';
import { openEmbeddedStore } from '@downstream/server/store/embedded/open-embedded-store';
import type { Store } from '@downstream/server/store/store';
import { aMap } from '../support/a-map.js';
import { readStream } from '../support/read-stream.js';

let folder: string;
let store: Store;
let server: RunningServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downstream-stop-'));
  store = await openEmbeddedStore({ folder, limits: { parties: 10, links: 10 }, now: () => new Date() });
  await store.createMap(aMap('Kitchen', { id: 'kitchen' }).team('Cooks').items(), 'host');
  server = await listen(store, readEnvironment({ PORT: '0' }), createLog('silent'));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

test('a server that is told to stop ends its streams, and listens no more', async () => {
  const streams = await Promise.all(
    Array.from({ length: 5 }, () => readStream(`${server.url}/api/maps/kitchen/stream`)),
  );
  for (const stream of streams) await stream.next();
  await server.close();
  for (const stream of streams) expect(await stream.next()).toBeUndefined();
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
});

test('a commit under way is finished and acknowledged', async () => {
  const commit = store.commit.bind(store);
  let arrived: () => void = () => undefined;
  const underWay = new Promise<void>((resolve) => (arrived = resolve));
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  store.commit = async (...parts) => {
    arrived();
    await held;
    return commit(...parts);
  };
  const answer = fetch(`${server.url}/api/maps/kitchen/commits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      idempotencyKey: randomUUID(),
      changes: [{ op: 'patch', type: 'party', id: 'Cooks', fields: { purpose: 'soup' } }],
    }),
  });
  await underWay;
  const closed = server.close();
  goOn();
  expect((await answer).status).toBe(200);
  await closed;
  expect((await store.latestRevisions(['kitchen'])).get('kitchen')).toBe(2);
});
