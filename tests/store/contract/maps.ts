import { describe, expect, test } from '@jest/globals';
import { aMap } from '../../support/a-map.js';
import type { StoreUnderTest } from '../store-contract.js';
import { airline, ann, commitOf, patch, put, stored, team } from './arrange.js';

export function mapContract(underTest: () => StoreUnderTest): void {
  describe('maps', () => {
    test('a map comes back as it was created, every item at revision 1', async () => {
      const { store } = underTest();
      const items = airline(aMap('Airline', { id: `created ${crypto.randomUUID()}` })).items();
      const map = items[0]!.id;

      expect(await store.createMap(items, 'ann')).toEqual({ revision: 1 });

      const loaded = await store.loadMap(map, 'server');
      expect(loaded.revision).toBe(1);
      expect(loaded.items).toHaveLength(items.length);
      expect(loaded.items).toEqual(
        expect.arrayContaining(items.map((item) => ({ item, version: 1, audience: 'everyone' }))),
      );
      const log = await store.changesSince(map, 0, 'server');
      expect(log.entries).toMatchObject([{ revision: 1, by: 'ann', at: '2026-03-29T01:59:59.999Z' }]);
      expect(log.entries[0]!.changes).toHaveLength(items.length);
    });

    test('a map with mistakes is refused whole, with the place of each', async () => {
      const { store } = underTest();
      const id = `wrong ${crypto.randomUUID()}`;
      const items = aMap('Airline', { id })
        .team('Loaders')
        .serves('Loaders', 'Nobody')
        .serves('Loaders', 'Loaders');

      await expect(store.createMap(items.items(), 'ann')).rejects.toMatchObject({
        code: 'UNKNOWN_PARTY',
        details: [
          { code: 'UNKNOWN_PARTY', path: ['items', 2, 'customer'] },
          { code: 'SELF_LINK', path: ['items', 3, 'customer'] },
        ],
      });
      await expect(
        store.createMap(aMap('Airline', { id }).team('Loaders').team('Loaders').items(), 'ann'),
      ).rejects.toMatchObject({ code: 'DUPLICATE_ID', details: [{ path: ['items', 2] }] });
      await expect(store.createMap([team('Loaders')], 'ann')).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
      await expect(store.loadMap(id, 'server')).rejects.toMatchObject({ code: 'MAP_NOT_FOUND' });
      await expect(store.createMap(aMap('Airline', { id }).items(), 'ann')).resolves.toEqual({ revision: 1 });
    });

    test('an id in use is refused, and of two who create it at once one gets it', async () => {
      const { store, second } = underTest();
      const id = `twice ${crypto.randomUUID()}`;
      const tries = await Promise.allSettled(
        [store, second, store, second].map((one) => one.createMap(aMap('Airline', { id }).items(), 'ann')),
      );

      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(tries.filter(({ status }) => status === 'rejected')).toEqual(
        Array(3).fill({ status: 'rejected', reason: expect.objectContaining({ code: 'MAP_EXISTS' }) }),
      );
    });

    test('a deleted map is gone for everyone, and its id is never used again', async () => {
      const { store, second } = underTest();
      const map = await stored(store, airline);
      const archive = await store.exportMap(map);

      await store.deleteMap(map);

      const gone = { code: 'MAP_GONE' };
      for (const one of [store, second]) {
        await expect(one.loadMap(map, 'server')).rejects.toMatchObject(gone);
        await expect(one.changesSince(map, 0, 'server')).rejects.toMatchObject(gone);
        await expect(one.logSince(map, 0)).rejects.toMatchObject(gone);
        await expect(one.exportMap(map)).rejects.toMatchObject(gone);
        await expect(one.commit(map, commitOf(put(team('Late'))), ann)).rejects.toMatchObject(gone);
        await expect(one.deleteMap(map)).rejects.toMatchObject(gone);
        expect(await one.latestRevisions([map])).toEqual(new Map([[map, 'gone']]));
        expect(await one.listMaps([map])).toEqual([]);
      }
      const taken = { code: 'MAP_EXISTS' };
      await expect(store.createMap(aMap('Airline', { id: map }).items(), 'ann')).rejects.toMatchObject(taken);
      await expect(store.importMap(archive)).rejects.toMatchObject(taken);
    });

    test('a map that never was is not found', async () => {
      const { store } = underTest();
      const map = `never ${crypto.randomUUID()}`;
      const absent = { code: 'MAP_NOT_FOUND' };
      await expect(store.loadMap(map, 'server')).rejects.toMatchObject(absent);
      await expect(store.changesSince(map, 0, 'server')).rejects.toMatchObject(absent);
      await expect(store.commit(map, commitOf(put(team('Late'))), ann)).rejects.toMatchObject(absent);
      await expect(store.deleteMap(map)).rejects.toMatchObject(absent);
      expect(await store.latestRevisions([map])).toEqual(new Map());
    });

    test('the list says what each map is called, how large it is and when it last changed', async () => {
      const { store } = underTest();
      const zoo = await stored(store, (map) => map.mission('Get everyone home'));
      const air = await stored(store, airline);
      await store.commit(zoo, commitOf(patch('map', zoo, { name: 'Zoo' })), ann);

      expect(await store.listMaps([zoo, air, 'nowhere', air])).toEqual([
        {
          id: air,
          name: 'Airline',
          parties: 3,
          links: 2,
          revision: 1,
          changedAt: '2026-03-29T01:59:59.999Z',
        },
        {
          id: zoo,
          name: 'Zoo',
          mission: 'Get everyone home',
          parties: 0,
          links: 0,
          revision: 2,
          changedAt: '2026-03-29T01:59:59.999Z',
        },
      ]);
      const all = await store.listMaps('all');
      expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining([zoo, air]));
      expect(await store.listMaps([])).toEqual([]);
    });

    test('maps do not mix, even with the same ids of items', async () => {
      const { store } = underTest();
      const [first, other] = [await stored(store, airline), await stored(store, airline)];
      await store.commit(first, commitOf(patch('party', 'Gate', { name: 'Gate of the first' })), ann);

      const gate = (await store.loadMap(other, 'server')).items.find(({ item }) => item.id === 'Gate');
      expect(gate).toMatchObject({ version: 1, item: { name: 'Gate' } });
      expect((await store.logSince(other, 0)).entries).toHaveLength(1);
    });

    test('a revision ahead of the map is unknown', async () => {
      const { store } = underTest();
      const map = await stored(store);
      expect(await store.changesSince(map, 1, 'server')).toEqual({ revision: 1, entries: [] });
      await expect(store.changesSince(map, 2, 'server')).rejects.toMatchObject({ code: 'REVISION_UNKNOWN' });
    });

    test('it says that it is ready', async () => {
      await expect(underTest().store.ready()).resolves.toBeUndefined();
    });
  });
}
