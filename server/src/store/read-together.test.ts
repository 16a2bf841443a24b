import { expect, test } from '@jest/globals';
import type { Viewer } from '@downstream/graph-schema/audience';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { readTogether } from './read-together.js';
import type { Store } from './store.js';

const owner: Viewer = { role: 'owner', speaksFor: [] };
const guest: Viewer = { role: 'viewer', speaksFor: [] };

/** A store of one map, whose readings come to an end only when the test says so. */
function aSlowStore() {
  let revision = 1;
  const underWay: (() => void)[] = [];
  const store = {
    latestRevisions: (maps: readonly string[]) =>
      Promise.resolve(new Map(maps.filter((map) => map === 'airline').map((map) => [map, revision]))),
    loadMap: async (map: string) => {
      if (map !== 'airline') throw new DownstreamError('MAP_NOT_FOUND');
      const found = { revision, items: [] };
      await new Promise<void>((resolve) => underWay.push(resolve));
      return found;
    },
    changesSince: async (_map: string, since: number) => {
      if (since > revision) throw new DownstreamError('REVISION_UNKNOWN');
      const found = { revision, entries: [], since };
      await new Promise<void>((resolve) => underWay.push(resolve));
      return found;
    },
  } as Pick<Store, 'latestRevisions' | 'loadMap' | 'changesSince'> as Store;
  return {
    store: readTogether(store),
    underWay,
    commit: () => (revision += 1),
    finish: async () => {
      while (underWay.length > 0) underWay.shift()!();
      await new Promise(setImmediate);
    },
  };
}

const asked = () => new Promise(setImmediate);

test('A room that opens a map at once waits for one reading of it, those with other eyes for another', async () => {
  const { store, underWay, finish } = aSlowStore();
  const room = Array.from({ length: 100 }, () => store.loadMap('airline', guest));
  const owners = [store.loadMap('airline', owner), store.loadMap('airline', owner)];
  await asked();
  expect(underWay).toHaveLength(2);
  await finish();
  expect(new Set(await Promise.all(room)).size).toBe(1);
  expect(new Set(await Promise.all(owners)).size).toBe(1);
});

test('Whoever asks after a commit gets it, though a reading from before is still under way', async () => {
  const { store, underWay, commit, finish } = aSlowStore();
  const early = store.loadMap('airline', guest);
  await asked();
  commit();
  const late = store.loadMap('airline', guest);
  await asked();
  expect(underWay).toHaveLength(1);
  await finish();
  expect(await early).toMatchObject({ revision: 1 });
  expect(underWay).toHaveLength(1);
  await finish();
  expect(await late).toMatchObject({ revision: 2 });
});

test('A reading is never kept once it is over, and why there is no map is said as the store says it', async () => {
  const { store, underWay, finish } = aSlowStore();
  const first = store.loadMap('airline', guest);
  await asked();
  await finish();
  await first;
  const second = store.loadMap('airline', guest);
  await asked();
  expect(underWay).toHaveLength(1);
  await finish();
  expect(await second).not.toBe(await first);
  await expect(store.loadMap('hotel', guest)).rejects.toMatchObject({ code: 'MAP_NOT_FOUND' });
});

test('A room that asks what changed since the same revision waits for one reading, those who know more for another', async () => {
  const { store, underWay, commit, finish } = aSlowStore();
  commit();
  const room = Array.from({ length: 100 }, () => store.changesSince('airline', 0, guest));
  const others = [store.changesSince('airline', 1, guest), store.changesSince('airline', 0, owner)];
  await asked();
  expect(underWay).toHaveLength(3);
  await finish();
  expect(new Set(await Promise.all(room)).size).toBe(1);
  expect(await Promise.all(others)).toMatchObject([{ since: 1 }, { since: 0 }]);
  await expect(store.changesSince('airline', 3, guest)).rejects.toMatchObject({ code: 'REVISION_UNKNOWN' });
});
