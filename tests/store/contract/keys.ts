import { describe, expect, test } from '@jest/globals';
import type { StoreUnderTest } from '../store-contract.js';
import { airline, ann, bo, commitOf, patch, put, stored, team } from './arrange.js';

export function keyContract(underTest: () => StoreUnderTest): void {
  describe('idempotency keys', () => {
    test('a repeated commit gets its first answer and does nothing more', async () => {
      const { store, second } = underTest();
      const map = await stored(store, airline);
      const commit = commitOf(
        patch('party', 'Gate', { name: 'Gate A', purpose: 'Boarding' }, { expectedVersion: 1 }),
      );
      const first = await store.commit(map, commit, ann);
      await store.commit(map, commitOf(patch('party', 'Gate', { name: 'Gate B' })), bo);

      // The fields in another order are the same changes.
      const reordered = {
        ...commit,
        changes: [patch('party', 'Gate', { purpose: 'Boarding', name: 'Gate A' }, { expectedVersion: 1 })],
      };
      expect(await store.commit(map, reordered, ann)).toEqual(first);
      expect(await second.commit(map, commit, ann)).toEqual(first);
      expect((await store.loadMap(map, 'server')).revision).toBe(3);
    });

    test('one key sent ten times at once has one effect', async () => {
      const { store, second } = underTest();
      const map = await stored(store);
      const commit = commitOf(put(team('Loaders'), { expectedVersion: 0 }));
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, number) => (number % 2 ? store : second).commit(map, commit, ann)),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect((await store.logSince(map, 1)).entries).toHaveLength(1);
    });

    test('a key with other changes is refused; the same key of somebody else is another key', async () => {
      const { store } = underTest();
      const map = await stored(store);
      const commit = commitOf(put(team('Loaders')));
      await store.commit(map, commit, ann);
      await expect(store.commit(map, { ...commit, changes: [put(team('Gate'))] }, ann)).rejects.toMatchObject(
        { code: 'KEY_REUSED' },
      );
      await expect(store.commit(map, { ...commit, changes: [put(team('Gate'))] }, bo)).resolves.toMatchObject(
        {
          revision: 3,
        },
      );
    });

    test('a refusal is not kept: the same commit may succeed later', async () => {
      const { store } = underTest();
      const map = await stored(store);
      const commit = commitOf(patch('party', 'Loaders', { name: 'Bag loaders' }));
      await expect(store.commit(map, commit, ann)).rejects.toMatchObject({ code: 'UNKNOWN_PARTY' });
      await store.commit(map, commitOf(put(team('Loaders'))), bo);
      await expect(store.commit(map, commit, ann)).resolves.toMatchObject({ revision: 3 });
    });

    test('keys of one map are free on another', async () => {
      const { store } = underTest();
      const [first, other] = [await stored(store), await stored(store)];
      const commit = commitOf(put(team('Loaders')));
      await store.commit(first, commit, ann);
      await expect(
        store.commit(other, { ...commit, changes: [put(team('Gate'))] }, ann),
      ).resolves.toMatchObject({ revision: 2 });
    });
  });
}
