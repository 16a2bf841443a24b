import { describe, expect, test } from '@jest/globals';
import type { Change } from '@downstream/graph-schema/change';
import { createStore } from '../../../server/src/store/create-store.js';
import { contractOptions } from '../contract-options.js';
import type { StoreUnderTest } from '../store-contract.js';
import { airline, ann, as, commitOf, itemsSeen, owner, patch, put, remove, stored, team } from './arrange.js';

export function commitContract(underTest: () => StoreUnderTest): void {
  describe('commits', () => {
    test('a place on the picture is set, moved and given up like any field', async () => {
      const { store, second } = underTest();
      const map = await stored(store, airline);
      const place = (position: { x: number; y: number } | null) =>
        store.commit(map, commitOf(patch('party', 'Loaders', { position })), ann);
      const seen = async () =>
        (await second.loadMap(map, ann.viewer)).items.find(({ item }) => item.id === 'Loaders')?.item;

      await place({ x: 120, y: -40 });
      expect(await seen()).toMatchObject({ position: { x: 120, y: -40 } });
      const { entry } = await place({ x: 500, y: 0 });
      expect(entry.changes).toEqual([
        {
          type: 'party',
          id: 'Loaders',
          before: { position: { x: 120, y: -40 } },
          after: { position: { x: 500, y: 0 } },
        },
      ]);
      await place(null);
      expect(await seen()).not.toHaveProperty('position');
    });

    test('a put, a patch and a removal take one revision and one line in the log', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);

      const answer = await store.commit(
        map,
        commitOf(
          put(team('Catering')),
          patch('party', 'Loaders', { name: 'Bag loaders', buffer: null, purpose: 'Bags into the hold' }),
          remove('link', 'Gate > Passengers'),
        ),
        ann,
      );

      expect(answer).toEqual({
        revision: 2,
        entry: {
          revision: 2,
          by: 'ann',
          at: '2026-03-29T01:59:59.999Z',
          changes: [
            { type: 'party', id: 'Catering', before: null, after: { kind: 'team', name: 'Catering' } },
            {
              type: 'party',
              id: 'Loaders',
              before: { name: 'Loaders', buffer: 5, purpose: null },
              after: { name: 'Bag loaders', buffer: null, purpose: 'Bags into the hold' },
            },
            {
              type: 'link',
              id: 'Gate > Passengers',
              before: {
                provider: 'Gate',
                customer: 'Passengers',
                output: 'what Passengers needs',
                handshake: 'declared',
              },
              after: null,
            },
          ],
        },
      });
      expect((await store.changesSince(map, 1, ann.viewer)).entries).toEqual([answer.entry]);
      const { items } = await store.loadMap(map, ann.viewer);
      expect(items.find(({ item }) => item.id === 'Loaders')).toEqual({
        item: {
          type: 'party',
          id: 'Loaders',
          kind: 'team',
          name: 'Bag loaders',
          purpose: 'Bags into the hold',
        },
        version: 2,
        audience: 'everyone',
      });
      expect(items.map(({ item }) => item.id)).not.toContain('Gate > Passengers');
      expect(await store.listMaps([map])).toMatchObject([{ parties: 4, links: 1, revision: 2 }]);
    });

    test('several changes of one item count as one, and what came and went is as if it had never been', async () => {
      const { store } = underTest();
      const map = await stored(store);
      const { entry } = await store.commit(
        map,
        commitOf(
          put(team('Loaders')),
          patch('party', 'Loaders', { name: 'Bag loaders' }),
          put(team('Passing')),
          remove('party', 'Passing'),
        ),
        ann,
      );
      expect(entry.changes).toEqual([
        { type: 'party', id: 'Loaders', before: null, after: { kind: 'team', name: 'Bag loaders' } },
      ]);
    });

    test('a commit that changes nothing is a commit all the same', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      const { revision, entry } = await store.commit(
        map,
        commitOf(patch('party', 'Gate', { name: 'Gate' })),
        ann,
      );
      expect(revision).toBe(2);
      expect(entry.changes).toEqual([{ type: 'party', id: 'Gate', before: {}, after: {} }]);
      const { items } = await store.loadMap(map, ann.viewer);
      expect(items.find(({ item }) => item.id === 'Gate')?.version).toBe(2);
    });

    test('who expects another version is shown the current item', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      await store.commit(
        map,
        commitOf(patch('party', 'Gate', { name: 'Gate A' }, { expectedVersion: 1 })),
        ann,
      );

      await expect(
        store.commit(map, commitOf(patch('party', 'Gate', { name: 'Gate B' }, { expectedVersion: 1 })), ann),
      ).rejects.toMatchObject({
        code: 'VERSION_CONFLICT',
        details: [{ path: ['changes', 0] }],
        current: { item: { id: 'Gate', name: 'Gate A' }, version: 2 },
      });
      await expect(
        store.commit(map, commitOf(put(team('Gate'), { expectedVersion: 0 })), ann),
      ).rejects.toMatchObject({ code: 'VERSION_CONFLICT', current: { version: 2 } });
      await expect(
        store.commit(map, commitOf(remove('party', 'Nobody', { expectedVersion: 3 })), ann),
      ).rejects.toMatchObject({ code: 'VERSION_CONFLICT', current: undefined });
      await expect(
        store.commit(map, commitOf(put(team('New'), { expectedVersion: 0 })), ann),
      ).resolves.toMatchObject({ revision: 3 });
    });

    test('an item that comes back has a version it never had', async () => {
      const { store } = underTest();
      const map = await stored(store, (building) => building.team('Loaders'));
      await store.commit(map, commitOf(remove('party', 'Loaders')), ann);
      await store.commit(map, commitOf(put(team('Loaders'))), ann);
      const { items } = await store.loadMap(map, ann.viewer);
      expect(items.find(({ item }) => item.id === 'Loaders')?.version).toBe(3);
    });

    const refused: [what: string, change: Change, code: string, path: (string | number)[]][] = [
      [
        'patching an unknown party',
        patch('party', 'Nobody', { name: 'x' }),
        'UNKNOWN_PARTY',
        ['changes', 1, 'id'],
      ],
      ['removing an unknown link', remove('link', 'none'), 'UNKNOWN_LINK', ['changes', 1, 'id']],
      [
        'patching an unknown statement',
        patch('statement', 'none', {}),
        'INPUT_INVALID',
        ['changes', 1, 'id'],
      ],
      [
        'a name of blanks',
        patch('party', 'Gate', { name: ' ' }),
        'INPUT_INVALID',
        ['changes', 1, 'fields', 'name'],
      ],
      [
        'taking the name away',
        patch('party', 'Gate', { name: null }),
        'INPUT_INVALID',
        ['changes', 1, 'fields', 'name'],
      ],
      [
        'half a minute',
        patch('party', 'Gate', { buffer: 0.5 }),
        'INPUT_INVALID',
        ['changes', 1, 'fields', 'buffer'],
      ],
      [
        'an unknown field',
        patch('party', 'Gate', { colour: 'red' }),
        'INPUT_INVALID',
        ['changes', 1, 'fields', 'colour'],
      ],
      ['another id', patch('party', 'Gate', { id: 'Door' }), 'INPUT_INVALID', ['changes', 1, 'fields', 'id']],
      [
        'a field of another kind',
        patch('party', 'Passengers', { buffer: 5 }),
        'INPUT_INVALID',
        ['changes', 1, 'fields', 'buffer'],
      ],
      [
        'an item that no schema takes',
        put({ ...team('Gate'), name: 7 } as never),
        'INPUT_INVALID',
        ['changes', 1, 'item', 'name'],
      ],
      [
        'a second map',
        put({ type: 'map', id: 'other', name: 'x' }),
        'INPUT_INVALID',
        ['changes', 1, 'item', 'id'],
      ],
    ];
    test.each(refused)('%s is refused, with its place, and leaves nothing', async (_, change, code, path) => {
      const { store } = underTest();
      const map = await stored(store, airline);
      const before = await store.exportMap(map);

      await expect(store.commit(map, commitOf(put(team('Fine')), change), ann)).rejects.toMatchObject({
        code,
        details: [{ code, path }],
      });

      expect(await store.exportMap(map)).toEqual(before);
    });

    test('all that is wrong is said at once', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      await expect(
        store.commit(
          map,
          commitOf(patch('party', 'Gate', { name: '', buffer: -1 }), remove('party', 'Nobody')),
          ann,
        ),
      ).rejects.toMatchObject({
        details: [
          { path: ['changes', 0, 'fields', 'name'] },
          { path: ['changes', 0, 'fields', 'buffer'] },
          { path: ['changes', 1, 'id'] },
        ],
      });
    });

    test('the map itself can be renamed, and neither removed nor hidden', async () => {
      const { store } = underTest();
      const map = await stored(store);
      const leader = as('lea', owner);
      await store.commit(map, commitOf(patch('map', map, { mission: 'Every bag with its owner' })), ann);
      await expect(store.commit(map, commitOf(remove('map', map)), leader)).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
      await expect(
        store.commit(map, commitOf(patch('map', map, {}, { audience: 'facilitator' })), leader),
      ).rejects.toMatchObject({ code: 'INPUT_INVALID', details: [{ path: ['changes', 0, 'audience'] }] });
      expect((await itemsSeen(store, map)).get(`map ${map}`)).toMatchObject({
        mission: 'Every bag with its owner',
      });
    });

    test('fields that belong to JavaScript are fields that no item has', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      for (const field of ['__proto__', 'constructor', 'prototype']) {
        const fields = JSON.parse(`{"${field}": {"polluted": true}}`) as Record<string, never>;
        await expect(store.commit(map, commitOf(patch('party', 'Gate', fields)), ann)).rejects.toMatchObject({
          code: 'INPUT_INVALID',
          details: [{ path: ['changes', 0, 'fields', field] }],
        });
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    });

    test('a map grows to its limit and no further, and a refusal takes no revision', async () => {
      const { store } = underTest();
      const map = await stored(store);
      const crew = Array.from({ length: 60 }, (_, number) => put(team(`t${number}`)));
      await store.commit(map, commitOf(...crew), ann);

      await expect(store.commit(map, commitOf(put(team('one more'))), ann)).rejects.toMatchObject({
        code: 'MAP_TOO_LARGE',
      });
      const { revision } = await store.commit(
        map,
        commitOf(remove('party', 't0'), put(team('one more'))),
        ann,
      );
      expect(revision).toBe(3);
    });

    test('a transaction that breaks after it has written leaves nothing, and the next one is as new', async () => {
      const { store, backend } = underTest();
      if (!backend) return;
      const map = await stored(store, airline);
      const before = await store.exportMap(map);
      let broken = 0;
      const breaking = createStore(
        {
          ...backend,
          writeMap: (id, work) =>
            backend.writeMap(id, (tx) =>
              work({
                ...tx,
                write: async (writes) => {
                  await tx.write(writes);
                  broken++;
                  throw new Error('The power went.');
                },
              }),
            ),
        },
        contractOptions,
      );

      await expect(
        breaking.commit(map, commitOf(put(team('Half')), patch('party', 'Gate', { name: 'Half' })), ann),
      ).rejects.toThrow('The power went.');
      await expect(
        breaking.createMap([{ type: 'map', id: `${map} too`, name: 'x' }], 'ann'),
      ).rejects.toThrow();

      expect(broken).toBe(2);
      expect(await store.exportMap(map)).toEqual(before);
      await expect(store.loadMap(`${map} too`, 'server')).rejects.toMatchObject({ code: 'MAP_NOT_FOUND' });
      await expect(store.commit(map, commitOf(put(team('Whole'))), ann)).resolves.toMatchObject({
        revision: 2,
      });
    });
  });
}
