import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Item } from '@downstream/graph-schema/item';
import type { StoreUnderTest } from '../store-contract.js';
import {
  airline,
  ann,
  as,
  commitOf,
  editor,
  itemsSeen,
  patch,
  put,
  remove,
  replayed,
  stored,
  team,
} from './arrange.js';

export function concurrencyContract(underTest: () => StoreUnderTest): void {
  describe('at the same time', () => {
    test('forty people count on one number through two servers, and every count is there', async () => {
      const { store, second } = underTest();
      const map = await stored(store, (building) => building.team('Loaders', { buffer: 0 }));
      const countUp = async (person: number): Promise<number> => {
        const one = person % 2 ? store : second;
        for (let tries = 1; ; tries++) {
          const { items } = await one.loadMap(map, 'server');
          const { item, version } = items.find((found) => found.item.id === 'Loaders')!;
          const { buffer = 0 } = item as Extract<Item, { type: 'party'; kind: 'team' }>;
          try {
            await one.commit(
              map,
              commitOf(patch('party', 'Loaders', { buffer: buffer + 1 }, { expectedVersion: version })),
              as(`person ${person}`),
            );
            return tries;
          } catch (refusal) {
            expect(refusal).toMatchObject({ code: 'VERSION_CONFLICT' });
          }
        }
      };
      await Promise.all(Array.from({ length: 40 }, (_, person) => countUp(person)));

      expect((await itemsSeen(store, map)).get('party Loaders')).toMatchObject({ buffer: 40 });
      const { revision, entries } = await store.logSince(map, 0);
      expect(revision).toBe(41);
      expect(entries.map((entry) => entry.revision)).toEqual(
        Array.from({ length: 41 }, (_, index) => index + 1),
      );
    });

    test('commits sent at once each get a revision, and one that is refused costs the others nothing', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      const results = await Promise.allSettled(
        Array.from({ length: 30 }, (_, number) =>
          store.commit(
            map,
            number % 3 === 0
              ? commitOf(remove('party', `nobody ${number}`))
              : commitOf(put(team(`t${number}`))),
            ann,
          ),
        ),
      );
      const revisions = results.flatMap((result) =>
        result.status === 'fulfilled' ? [result.value.revision] : [],
      );
      expect(revisions).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'UNKNOWN_PARTY' });
      }
      expect(await store.listMaps([map])).toMatchObject([{ parties: 23, revision: 21 }]);
    });

    test('commits that share a transaction are judged one after the other', async () => {
      const { store } = underTest();
      const map = await stored(store);
      const [created, renamed, removed, late, again] = await Promise.allSettled([
        store.commit(map, commitOf(put(team('Loaders'), { expectedVersion: 0 })), ann),
        store.commit(
          map,
          commitOf(patch('party', 'Loaders', { name: 'Bag loaders' }, { expectedVersion: 2 })),
          ann,
        ),
        store.commit(map, commitOf(remove('party', 'Loaders', { expectedVersion: 3 })), ann),
        store.commit(map, commitOf(patch('party', 'Loaders', { name: 'Too late' })), ann),
        store.commit(map, commitOf(put(team('Loaders', 'Others'), { expectedVersion: 0 })), ann),
      ]);
      expect(created).toMatchObject({ value: { revision: 2 } });
      expect(renamed).toMatchObject({
        value: { revision: 3, entry: { changes: [{ before: { name: 'Loaders' } }] } },
      });
      expect(removed).toMatchObject({ value: { revision: 4, entry: { changes: [{ after: null }] } } });
      expect(late).toMatchObject({ reason: { code: 'UNKNOWN_PARTY' } });
      expect(again).toMatchObject({ value: { revision: 5 } });
      expect((await itemsSeen(store, map)).get('party Loaders')).toMatchObject({ name: 'Others' });
    });

    test('a link may rest on what a commit just before it made, and not on what one just before it removed', async () => {
      const { store } = underTest();
      const map = await stored(store, (building) => building.team('A').team('B').team('C'));
      const link = (id: string, provider: string, customer: string) =>
        put({ type: 'link', id, provider, customer, output: '', handshake: 'declared' });
      const results = await Promise.allSettled([
        store.commit(map, commitOf(put(team('D'))), ann),
        store.commit(map, commitOf(link('l1', 'D', 'A')), ann),
        store.commit(map, commitOf(remove('party', 'B')), ann),
        store.commit(map, commitOf(link('l2', 'A', 'B')), ann),
        store.commit(map, commitOf(remove('party', 'D')), ann),
        store.commit(map, commitOf(patch('link', 'l1', { provider: 'C' })), ann),
        store.commit(map, commitOf(remove('party', 'D')), ann),
        store.commit(map, commitOf(patch('party', 'A', { kind: 'supplier' })), ann),
      ]);
      expect(
        results.map((result) =>
          result.status === 'fulfilled' ? 'taken' : (result.reason as { code: string }).code,
        ),
      ).toEqual([
        'taken',
        'taken',
        'taken',
        'UNKNOWN_PARTY',
        'REFERENCED',
        'taken',
        'taken',
        'SUPPLIER_DEPENDS',
      ]);
    });

    test('what one server has acknowledged, the other reads', async () => {
      const { store, second } = underTest();
      const map = await stored(store, airline);
      for (const [writer, reader] of [
        [store, second],
        [second, store],
      ] as const) {
        const { revision, entry } = await writer.commit(
          map,
          commitOf(patch('party', 'Gate', { name: crypto.randomUUID() })),
          ann,
        );
        expect(await reader.latestRevisions([map])).toEqual(new Map([[map, revision]]));
        expect((await reader.changesSince(map, revision - 1, editor)).entries).toEqual([entry]);
        expect(await reader.loadMap(map, editor)).toEqual(await writer.loadMap(map, editor));
      }
    });

    test('a load during writes is one moment of the map: its items are what the log says at its revision', async () => {
      const { store, second } = underTest();
      const map = await stored(store, (building) =>
        building.team('Left', { buffer: 0 }).team('Right', { buffer: 0 }),
      );
      const writes = (async () => {
        for (let number = 1; number <= 40; number++) {
          await store.commit(
            map,
            commitOf(patch('party', 'Left', { buffer: number }), patch('party', 'Right', { buffer: number })),
            ann,
          );
        }
      })();
      const loads: { revision: number; items: Map<string, Item> }[] = [];
      do {
        const { revision, items } = await second.loadMap(map, 'server');
        loads.push({ revision, items: new Map(items.map(({ item }) => [`${item.type} ${item.id}`, item])) });
        // A store on this thread may answer without ever letting the writer have its turn.
        await setImmediate();
      } while (loads.at(-1)!.revision < 41);
      await writes;

      const { entries } = await store.changesSince(map, 0, 'server');
      for (const { revision, items } of loads) {
        expect(items).toEqual(replayed(entries.filter((entry) => entry.revision <= revision)));
      }
    });
  });
}
