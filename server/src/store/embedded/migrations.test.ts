import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Libsql from 'libsql';
import { createStore } from '../create-store.js';
import { openEmbeddedBackend } from './embedded-backend.js';
import { migrations } from './migrations.js';
import { temporaryFolder } from '../../../../tests/support/run-server.js';
import { contractOptions } from '../../../../tests/store/contract-options.js';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => rm(folder, { recursive: true }));

/** A file as the first version left it: one map of one team, named twice under two keys, another map and a deleted one. */
function aFileOfVersion1(): void {
  const file = new Libsql(join(folder, 'downstream.sqlite'));
  file.exec(migrations[0]!);
  file.exec(`
    PRAGMA user_version = 1;
    INSERT INTO map VALUES (1, 'airline', 3, '2026-01-03T00:00:00.000Z', 1, 0, 0), (2, 'old', 7, '', 0, 0, 1),
      (3, 'hotel', 1, '2026-01-02T00:00:00.000Z', 0, 0, 0);
    INSERT INTO item VALUES
      (1, 'map', 'airline', 1, 'everyone', '{"type":"map","id":"airline","name":"Airline"}', NULL, NULL, NULL),
      (3, 'map', 'hotel', 1, 'everyone', '{"type":"map","id":"hotel","name":"Hotel"}', NULL, NULL, NULL),
      (1, 'party', 'gate', 3, 'everyone', '{"type":"party","kind":"team","id":"gate","name":"Gate"}', NULL, NULL, NULL);
    INSERT INTO entry VALUES
      (1, 1, 'ann', '2026-01-01T00:00:00.000Z', '[]', NULL),
      (1, 2, 'ann', '2026-01-02T00:00:00.000Z', '[]', NULL),
      (1, 3, 'bob', '2026-01-03T00:00:00.000Z', '[]', NULL),
      (3, 1, 'cleo', '2026-01-02T00:00:00.000Z', '[]', NULL);
    INSERT INTO kept_key VALUES (1, 'ann', 'first', 'digest-of-2', 2), (1, 'bob', 'first', 'digest-of-3', 3);`);
  file.close();
}

test('a file of the first version opens with all that was in it, and goes on where it stood', async () => {
  aFileOfVersion1();
  const store = createStore(await openEmbeddedBackend(folder), contractOptions);

  expect(await store.listMaps('all')).toMatchObject([
    { id: 'airline', parties: 1, links: 0, revision: 3, changedAt: '2026-01-03T00:00:00.000Z' },
    { id: 'hotel', parties: 0, links: 0, revision: 1, changedAt: '2026-01-02T00:00:00.000Z' },
  ]);
  const archive = await store.exportMap('airline');
  expect(archive.log.map(({ revision, by }) => [revision, by])).toEqual([
    [1, 'ann'],
    [2, 'ann'],
    [3, 'bob'],
  ]);
  expect(archive.keys).toEqual([
    { by: 'ann', key: 'first', digest: 'digest-of-2', revision: 2 },
    { by: 'bob', key: 'first', digest: 'digest-of-3', revision: 3 },
  ]);
  const hotel = await store.logSince('hotel', 0);
  expect(hotel.entries.map(({ revision, by }) => [revision, by])).toEqual([[1, 'cleo']]);
  await expect(store.loadMap('old', 'server')).rejects.toMatchObject({ code: 'MAP_GONE' });

  const rename = { op: 'patch', type: 'party', id: 'gate', fields: { name: 'Gate agents' } } as const;
  const writer = { id: 'ann', viewer: 'server' } as const;
  const { revision } = await store.commit('airline', { changes: [rename], idempotencyKey: 'second' }, writer);
  expect(revision).toBe(4);
  await store.close();
});

test('a file that is up to date opens without a write, and so on a full disk', async () => {
  const first = await openEmbeddedBackend(folder);
  const written = () => readFile(join(folder, 'downstream.sqlite-wal'));
  const before = await written();
  const second = await openEmbeddedBackend(folder);
  expect(await written()).toEqual(before);
  await first.close();
  await second.close();
});
