import { describe, expect, test } from '@jest/globals';
import type { MapArchive, Store } from '../../../server/src/store/store.js';
import type { StoreUnderTest } from '../store-contract.js';
import { accessLink } from './access.js';
import {
  airline,
  ann,
  as,
  bo,
  commitOf,
  patch,
  put,
  remove,
  someHash,
  speakingFor,
  stored,
} from './arrange.js';

/** A map with a history: hidden things, a removal, kept keys, links and browsers, one of them revoked. */
export async function livedIn(store: Store): Promise<{ map: string; browser: string }> {
  const map = await stored(store, airline);
  const gate = as('gail', speakingFor('Gate'));
  await store.commit(
    map,
    commitOf(
      put(
        {
          type: 'statement',
          id: 'Gate > Passengers/provider',
          link: 'Gate > Passengers',
          side: 'provider',
          slack: 7,
        },
        { audience: 'side:Gate' },
      ),
    ),
    gate,
  );
  await store.commit(
    map,
    { ...commitOf(patch('party', 'Gate', { name: 'Gate A' })), idempotencyKey: 'rename' },
    ann,
  );
  const [kept, revoked] = [accessLink({ map }, 'editor', 1), accessLink({ map }, 'owner', 2)];
  await store.addAccess(kept);
  await store.addAccess(revoked);
  const browser = someHash();
  await store.admit(kept, browser);
  await store.admit(revoked, someHash());
  await store.revokeAccess({ map }, revoked.id, 'ann');
  await store.commit(
    map,
    commitOf(
      remove('statement', 'Loaders > Gate/provider'),
      remove('link', 'Loaders > Gate'),
      remove('party', 'Loaders'),
    ),
    bo,
  );
  return { map, browser };
}

/** The same archive under another id, as if another store had made it. */
function under(id: string, archive: MapArchive): MapArchive {
  const [, own] = [id, archive.items.find(({ item }) => item.type === 'map')!.item.id];
  const moved = JSON.parse(JSON.stringify(archive).replaceAll(own, id)) as MapArchive;
  for (const access of moved.access) access.secretHash = someHash();
  return moved;
}

export function archiveContract(underTest: () => StoreUnderTest): void {
  describe('archives', () => {
    test('an imported map is the exported one: items, versions, log, keys, links and principals', async () => {
      const { store, second } = underTest();
      const { map } = await livedIn(store);
      const exported = await store.exportMap(map);
      expect(exported).toMatchObject({
        revision: 5,
        access: [{ role: 'editor' }],
        principals: [{ role: 'editor' }],
      });
      expect(exported.log).toHaveLength(5);
      expect(exported.keys).toHaveLength(3);
      const archive = under(`${map} moved`, exported);

      await second.importMap(archive);

      expect(await store.exportMap(`${map} moved`)).toEqual(archive);
      const [before, after] = await Promise.all([store.listMaps([map]), store.listMaps([`${map} moved`])]);
      expect(after).toEqual(before.map((summary) => ({ ...summary, id: `${map} moved` })));
    });

    test('an imported map goes on where it stood: its keys are kept, its next revision is the next', async () => {
      const { store } = underTest();
      const { map } = await livedIn(store);
      const moved = `${map} moved`;
      await store.importMap(under(moved, await store.exportMap(map)));
      await expect(
        store.commit(
          moved,
          { idempotencyKey: 'rename', changes: [patch('party', 'Gate', { name: 'Gate A' })] },
          ann,
        ),
      ).resolves.toMatchObject({ revision: 3 });
      await expect(
        store.commit(moved, commitOf(patch('party', 'Gate', { name: 'Gate B' }, { expectedVersion: 3 })), bo),
      ).resolves.toMatchObject({ revision: 6 });
      const [access] = await store.listAccess({ map: moved });
      expect(await store.findAccess(access!.secretHash)).toEqual(access);
    });

    test('an import never overwrites', async () => {
      const { store } = underTest();
      const { map } = await livedIn(store);
      const before = await store.exportMap(map);
      await expect(store.importMap({ ...before, log: before.log.slice(0, 1) })).rejects.toMatchObject({
        code: 'MAP_EXISTS',
      });
      expect(await store.exportMap(map)).toEqual(before);
    });

    test('what belongs to no map moves too: the host’s links, its principals, and the ids of deleted maps', async () => {
      const { store, second } = underTest();
      const link = accessLink('host', 'owner');
      await store.addAccess(link);
      const principal = await store.admit(link, someHash());
      const deleted = await stored(store);
      await store.deleteMap(deleted);

      const exported = await second.exportHost();
      expect(exported.access).toContainEqual(link);
      expect(exported.principals).toContainEqual(principal);
      expect(exported.gone).toContain(deleted);

      const elsewhere = {
        access: [accessLink('host', 'owner')],
        principals: [],
        gone: [`buried ${deleted}`],
      };
      await store.importHost(elsewhere);
      await store.importHost(elsewhere);
      await expect(
        store.createMap([{ type: 'map', id: `buried ${deleted}`, name: 'x' }], 'ann'),
      ).rejects.toMatchObject({ code: 'MAP_EXISTS' });
      expect((await store.exportHost()).access).toEqual(expect.arrayContaining([link, ...elsewhere.access]));
    });
  });
}
