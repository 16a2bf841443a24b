import { describe, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { copyStore, type CopiedMap } from '../../server/src/store/copy-store.js';
import { openEmbeddedStore } from '../../server/src/store/embedded/open-embedded-store.js';
import type { Store } from '../../server/src/store/store.js';
import { openNeo4jStore } from '../../server/src/store/neo4j/open-neo4j-store.js';
import { describeWithNeo4j } from '../support/neo4j.js';
import { temporaryFolder } from '../support/run-server.js';
import { accessLink } from './contract/access.js';
import { ann, commitOf, put, someHash, stored, team } from './contract/arrange.js';
import { livedIn } from './contract/archives.js';
import { contractOptions } from './contract-options.js';

async function withFreshStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const folder = await temporaryFolder();
  const store = await openEmbeddedStore({ folder, ...contractOptions });
  try {
    return await work(store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

/** Copies, and gives what was said of these maps. */
async function copied(from: Store, to: Store, maps: readonly string[]): Promise<string[]> {
  const reports: CopiedMap[] = [];
  await copyStore(from, to, (report) => reports.push(report));
  return maps.map((map) => reports.find((report) => report.id === map)?.did ?? 'not there');
}

describe('copying a store', () => {
  test('moves every map whole, the host’s place and the ids of deleted maps', async () => {
    await withFreshStore((from) =>
      withFreshStore(async (to) => {
        const maps = [(await livedIn(from)).map, (await livedIn(from)).map];
        const link = accessLink('host', 'owner');
        await from.addAccess(link);
        const principal = await from.admit(link, someHash());
        const deleted = await stored(from);
        await from.deleteMap(deleted);

        expect(await copied(from, to, maps)).toEqual(['copied', 'copied']);

        for (const map of maps) expect(await to.exportMap(map)).toEqual(await from.exportMap(map));
        expect(await to.exportHost()).toEqual({ access: [link], principals: [principal], gone: [deleted] });
      }),
    );
  });

  test('refuses what is there already and copies the rest, so that it can be run again', async () => {
    await withFreshStore((from) =>
      withFreshStore(async (to) => {
        const first = (await livedIn(from)).map;
        await copied(from, to, []);
        await to.commit(first, commitOf(put(team('Since then'))), ann);
        const next = (await livedIn(from)).map;

        expect(await copied(from, to, [first, next])).toEqual(['refused', 'copied']);
        expect((await to.loadMap(first, 'server')).revision).toBe(
          (await from.loadMap(first, 'server')).revision + 1,
        );
      }),
    );
  });
});

describeWithNeo4j('copying between the embedded store and Neo4j', (address) => {
  test('there and back again, a map is what it was', async () => {
    const neo4j = await openNeo4jStore({ ...address, ...contractOptions });
    try {
      await withFreshStore((from) =>
        withFreshStore(async (back) => {
          const { map } = await livedIn(from);
          const before = await from.exportMap(map);

          expect(await copied(from, neo4j, [map])).toEqual(['copied']);
          expect(await neo4j.exportMap(map)).toEqual(before);

          expect(await copied(neo4j, back, [map])).toEqual(['copied']);
          expect(await back.exportMap(map)).toEqual(before);
        }),
      );
    } finally {
      await neo4j.close();
    }
  });
});
