import { describe, expect, test } from '@jest/globals';
import { limits } from '@downstream/graph-schema/limits';
import type { StoreUnderTest } from '../store-contract.js';
import { airline, ann, commitOf, patch, put, remove, stored, team } from './arrange.js';

export function referenceContract(underTest: () => StoreUnderTest): void {
  describe('references', () => {
    test('a party goes with its links and their statements, in one commit and in any order', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      await store.commit(
        map,
        commitOf(
          remove('party', 'Loaders'),
          remove('statement', 'Loaders > Gate/provider'),
          remove('link', 'Loaders > Gate'),
        ),
        ann,
      );
      expect(await store.listMaps([map])).toMatchObject([{ parties: 2, links: 1 }]);
    });

    test('what something else still names stays', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      await expect(store.commit(map, commitOf(remove('party', 'Gate')), ann)).rejects.toMatchObject({
        code: 'REFERENCED',
        details: [
          { path: ['changes', 0], message: expect.stringContaining('Gate > Passengers') },
          { path: ['changes', 0], message: expect.stringContaining('Loaders > Gate') },
        ],
      });
      await expect(
        store.commit(map, commitOf(remove('link', 'Loaders > Gate'), remove('party', 'Loaders')), ann),
      ).rejects.toMatchObject({ code: 'REFERENCED', details: [{ path: ['changes', 0] }] });
    });

    test('a link joins two parties of the map, in one commit and in any order', async () => {
      const { store } = underTest();
      const map = await stored(store, (building) => building.team('Loaders'));
      const link = put({
        type: 'link',
        id: 'l',
        provider: 'Loaders',
        customer: 'Gate',
        output: 'bags',
        handshake: 'declared',
      });
      await expect(store.commit(map, commitOf(link), ann)).rejects.toMatchObject({
        code: 'UNKNOWN_PARTY',
        details: [{ path: ['changes', 0, 'item', 'customer'] }],
      });
      await expect(store.commit(map, commitOf(link, put(team('Gate'))), ann)).resolves.toMatchObject({
        revision: 2,
      });
      await expect(
        store.commit(map, commitOf(patch('link', 'l', { customer: 'Loaders' })), ann),
      ).rejects.toMatchObject({
        code: 'SELF_LINK',
        details: [{ path: ['changes', 0, 'fields', 'customer'] }],
      });
      await expect(
        store.commit(map, commitOf(patch('link', 'l', { provider: 'Gate', customer: 'Loaders' })), ann),
      ).resolves.toMatchObject({ revision: 3 });
    });

    test('who becomes an external customer must not provide, who becomes a supplier must not depend', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      await expect(
        store.commit(map, commitOf(patch('party', 'Gate', { kind: 'external-customer' })), ann),
      ).rejects.toMatchObject({ code: 'CUSTOMER_PROVIDES', details: [{ path: ['changes', 0] }] });
      await expect(
        store.commit(map, commitOf(patch('party', 'Gate', { kind: 'supplier' })), ann),
      ).rejects.toMatchObject({ code: 'SUPPLIER_DEPENDS' });
      await expect(
        store.commit(map, commitOf(patch('party', 'Loaders', { kind: 'supplier' })), ann),
      ).resolves.toMatchObject({ revision: 2 });
    });

    test('a group of alternatives keeps one primary, whatever joins, changes or leaves it', async () => {
      const { store } = underTest();
      const map = await stored(store, (building) =>
        building
          .team('Belt')
          .team('Carts')
          .team('Hold')
          .serves('Belt', 'Hold', { alternativeGroup: 'bags' })
          .serves('Carts', 'Hold', { alternativeGroup: 'bags', switchTime: 15 }),
      );
      const broken = { code: 'GROUP_INVALID' };
      await expect(store.commit(map, commitOf(remove('link', 'Carts > Hold')), ann)).rejects.toMatchObject(
        broken,
      );
      await expect(
        store.commit(map, commitOf(patch('link', 'Belt > Hold', { switchTime: 5 })), ann),
      ).rejects.toMatchObject(broken);
      await expect(
        store.commit(map, commitOf(patch('link', 'Carts > Hold', { dependence: 'helpful' })), ann),
      ).rejects.toMatchObject({ ...broken, details: [{ path: ['changes', 0, 'fields', 'dependence'] }] });
      await expect(
        store.commit(map, commitOf(patch('link', 'Carts > Hold', { alternativeGroup: 'other' })), ann),
      ).rejects.toMatchObject(broken);
      await expect(
        store.commit(
          map,
          commitOf(
            patch('link', 'Carts > Hold', { alternativeGroup: null, switchTime: null }),
            patch('link', 'Belt > Hold', { alternativeGroup: null }),
          ),
          ann,
        ),
      ).resolves.toMatchObject({ revision: 2 });
    });

    test('a statement speaks about a link of the map', async () => {
      const { store } = underTest();
      const map = await stored(store, airline);
      const about = (link: string) =>
        put({
          type: 'statement',
          id: `${link}/customer`,
          link,
          side: 'customer',
          text: 'On time',
          slack: 10,
        });
      await expect(store.commit(map, commitOf(about('nothing')), ann)).rejects.toMatchObject({
        code: 'UNKNOWN_LINK',
        details: [{ path: ['changes', 0, 'item', 'link'] }],
      });
      await expect(store.commit(map, commitOf(about('Gate > Passengers')), ann)).resolves.toMatchObject({
        revision: 2,
      });
    });

    test('a removed party with thousands of links is refused in a list that a person can read', async () => {
      const { store } = underTest();
      const map = await stored(store, (building) => {
        building.team('Hub');
        for (let number = 0; number < 50; number++) building.team(`t${number}`).serves(`t${number}`, 'Hub');
        return building;
      });
      const refusal: unknown = await store
        .commit(map, commitOf(remove('party', 'Hub')), ann)
        .catch((e: unknown) => e);
      expect(refusal).toMatchObject({ code: 'REFERENCED' });
      expect((refusal as { details: unknown[] }).details).toHaveLength(20);
    });

    test('a link keeps all its fields through every change of its ends', async () => {
      const { store } = underTest();
      const map = await stored(store, (building) =>
        building.team('A').team('B').team('C').serves('A', 'B', {
          id: 'l',
          output: '',
          dependence: 'helpful',
          leadTime: limits.minutes,
          slack: 0,
        }),
      );
      await store.commit(map, commitOf(patch('link', 'l', { customer: 'C', handshake: 'disputed' })), ann);
      await store.commit(map, commitOf(remove('party', 'B')), ann);
      const { items } = await store.loadMap(map, 'server');
      expect(items.find(({ item }) => item.type === 'link')).toEqual({
        item: {
          type: 'link',
          id: 'l',
          provider: 'A',
          customer: 'C',
          output: '',
          dependence: 'helpful',
          leadTime: limits.minutes,
          handshake: 'disputed',
        },
        version: 2,
        audience: 'everyone',
      });
    });
  });
}
