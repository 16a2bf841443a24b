import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Role } from '@downstream/graph-schema/principal';
import type { AccessRecord, AccessScope } from '../../../server/src/store/store.js';
import type { StoreUnderTest } from '../store-contract.js';
import { ann, commitOf, put, someHash, stored, team } from './arrange.js';

export const accessLink = (scope: AccessScope, role: Role, second = 0): AccessRecord => ({
  id: randomUUID(),
  scope,
  role,
  secretHash: someHash(),
  createdAt: `2026-01-01T00:00:0${second}.000Z`,
});

export function accessContract(underTest: () => StoreUnderTest): void {
  describe('access', () => {
    test('links are kept by the hash of their secret, and listed oldest first', async () => {
      const { store, second } = underTest();
      const map = await stored(store);
      const [owner, viewer] = [accessLink({ map }, 'owner', 2), accessLink({ map }, 'viewer', 1)];
      await store.addAccess(owner);
      await store.addAccess(viewer);

      expect(await second.listAccess({ map })).toEqual([viewer, owner]);
      expect(await second.findAccess(owner.secretHash)).toEqual(owner);
      expect(await second.findAccess(someHash())).toBeUndefined();
      expect(await store.listAccess({ map: 'nowhere' })).toEqual([]);
    });

    test('a link needs a map that lives', async () => {
      const { store } = underTest();
      const gone = await stored(store);
      await store.deleteMap(gone);
      await expect(store.addAccess(accessLink({ map: gone }, 'owner'))).rejects.toMatchObject({
        code: 'MAP_GONE',
      });
      await expect(store.addAccess(accessLink({ map: 'nowhere' }, 'owner'))).rejects.toMatchObject({
        code: 'MAP_NOT_FOUND',
      });
    });

    test('a browser is one principal of a map, however often and however many at once it comes in', async () => {
      const { store, second } = underTest();
      const map = await stored(store);
      const link = accessLink({ map }, 'editor');
      await store.addAccess(link);
      const browser = someHash();
      const principals = await Promise.all(
        Array.from({ length: 6 }, (_, number) => (number % 2 ? store : second).admit(link, browser)),
      );

      expect(new Set(principals.map(({ id }) => id)).size).toBe(1);
      expect(principals[0]).toMatchObject({
        scope: { map },
        access: link.id,
        role: 'editor',
        speaksFor: [],
        browserHash: browser,
      });
      expect(await second.principalsOf(browser)).toEqual([principals[0]]);
      expect(await store.principalsOf(someHash())).toEqual([]);
    });

    test('a stronger link raises a browser, a weaker one leaves it, and it stays who it was', async () => {
      const { store } = underTest();
      const map = await stored(store);
      const [viewer, owner] = [accessLink({ map }, 'viewer'), accessLink({ map }, 'owner')];
      await store.addAccess(viewer);
      await store.addAccess(owner);
      const browser = someHash();
      const first = await store.admit(viewer, browser);
      const raised = await store.admit(owner, browser);
      expect(raised).toEqual({ ...first, role: 'owner', access: owner.id });
      expect(await store.admit(viewer, browser)).toEqual(raised);
      expect(await store.principalsOf(browser)).toEqual([raised]);
    });

    test('a browser may be let in on several maps and on the host', async () => {
      const { store } = underTest();
      const [first, other] = [await stored(store), await stored(store)];
      const browser = someHash();
      const scopes: AccessScope[] = [{ map: first }, { map: other }, 'host'];
      for (const scope of scopes) {
        const link = accessLink(scope, 'owner');
        await store.addAccess(link);
        await store.admit(link, browser);
      }
      const principals = await store.principalsOf(browser);
      expect(principals.map(({ scope }) => scope)).toEqual(expect.arrayContaining(scopes));
      expect(new Set(principals.map(({ id }) => id)).size).toBe(3);
    });

    test('a revoked link lets out everyone it let in, and on a map the log says so', async () => {
      const { store, second } = underTest();
      const map = await stored(store);
      const [kept, revoked] = [accessLink({ map }, 'viewer', 1), accessLink({ map }, 'editor', 2)];
      await store.addAccess(kept);
      await store.addAccess(revoked);
      const [stays, goes] = [someHash(), someHash()];
      await store.admit(kept, stays);
      await store.admit(revoked, goes);

      await store.revokeAccess({ map }, revoked.id, 'ann');

      expect(await second.principalsOf(goes)).toEqual([]);
      expect(await second.principalsOf(stays)).toHaveLength(1);
      expect(await second.listAccess({ map })).toEqual([kept]);
      expect(await second.findAccess(revoked.secretHash)).toBeUndefined();
      expect(await second.logSince(map, 1)).toEqual({
        revision: 2,
        entries: [
          { revision: 2, by: 'ann', at: '2026-03-29T01:59:59.999Z', changes: [], revokes: revoked.id },
        ],
      });
      expect(await second.changesSince(map, 1, 'server')).toEqual({ revision: 2, entries: [] });
      await expect(store.admit(revoked, goes)).rejects.toMatchObject({ code: 'ACCESS_REVOKED' });
      await expect(store.revokeAccess({ map }, revoked.id)).rejects.toMatchObject({
        code: 'ACCESS_NOT_FOUND',
      });
      await expect(store.commit(map, commitOf(put(team('Next'))), ann)).resolves.toMatchObject({
        revision: 3,
      });
    });

    test('a link of one map cannot be revoked through another, nor the host’s through a map', async () => {
      const { store } = underTest();
      const [map, other] = [await stored(store), await stored(store)];
      const [link, host] = [accessLink({ map }, 'owner'), accessLink('host', 'owner')];
      await store.addAccess(link);
      await store.addAccess(host);
      for (const id of [link.id, host.id]) {
        await expect(store.revokeAccess({ map: other }, id)).rejects.toMatchObject({
          code: 'ACCESS_NOT_FOUND',
        });
      }
      await expect(store.revokeAccess('host', link.id)).rejects.toMatchObject({ code: 'ACCESS_NOT_FOUND' });
      await store.revokeAccess('host', host.id);
      expect(await store.findAccess(host.secretHash)).toBeUndefined();
      expect(await store.listAccess({ map })).toEqual([link]);
    });

    test('a deleted map takes its links and principals along', async () => {
      const { store } = underTest();
      const map = await stored(store);
      const link = accessLink({ map }, 'owner');
      await store.addAccess(link);
      const browser = someHash();
      await store.admit(link, browser);
      await store.deleteMap(map);
      expect(await store.findAccess(link.secretHash)).toBeUndefined();
      expect(await store.principalsOf(browser)).toEqual([]);
      expect(await store.listAccess({ map })).toEqual([]);
    });
  });
}
