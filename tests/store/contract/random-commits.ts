import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Audience, Viewer } from '@downstream/graph-schema/audience';
import { mayRead } from '@downstream/graph-schema/audience';
import type { Change } from '@downstream/graph-schema/change';
import { itemSchema, referenceKey, type Item, type StoredItem } from '@downstream/graph-schema/item';
import { contentOf } from '@downstream/graph-schema/map-content';
import type { PartyKind } from '@downstream/graph-schema/party';
import { brokenRules } from '@downstream/graph-schema/map-rules';
import type { Store, Writer } from '../../../server/src/store/store.js';
import type { StoreUnderTest } from '../store-contract.js';
import { as, itemsSeen, owner, replayed, speakingFor, stored } from './arrange.js';

const writers: readonly Writer[] = [
  as('ann'),
  as('gail', speakingFor('p1')),
  as('lea', owner),
  as('root', 'server'),
];

/** Few ids, so that commits meet: parties p0 to p4, links l0 to l4. */
const partyId = fc.integer({ min: 0, max: 4 }).map((number) => `p${number}`);
const linkId = fc.integer({ min: 0, max: 4 }).map((number) => `l${number}`);
const audience = fc.option(fc.constantFrom<Audience>('everyone', 'facilitator', 'side:p1'), {
  nil: undefined,
  freq: 2,
});
const expectedVersion = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined, freq: 2 });

const party = fc
  .record({ id: partyId, kind: fc.constantFrom<PartyKind>('team', 'team', 'external-customer', 'supplier') })
  .map(({ id, kind }): Item => ({ type: 'party', id, kind, name: `The ${id}` }));
const link = fc
  .record({
    id: linkId,
    provider: partyId,
    customer: partyId,
    alternativeGroup: fc.option(fc.constantFrom('g', 'h'), { nil: undefined }),
    switchTime: fc.option(fc.constantFrom(0, 5), { nil: undefined }),
  })
  .map(({ alternativeGroup, switchTime, ...fields }): Item => ({
    type: 'link',
    output: 'work',
    handshake: 'declared',
    ...fields,
    ...(alternativeGroup !== undefined && { alternativeGroup }),
    ...(alternativeGroup !== undefined && switchTime !== undefined && { switchTime }),
  }));
const statement = fc
  .record({ link: linkId, side: fc.constantFrom('customer' as const, 'provider' as const), slack: fc.nat(9) })
  .map((fields): Item => ({ type: 'statement', id: `${fields.link}/${fields.side}`, ...fields }));

const reference = fc.oneof(
  partyId.map((id) => ({ type: 'party' as const, id })),
  linkId.map((id) => ({ type: 'link' as const, id })),
  linkId.map((id) => ({ type: 'statement' as const, id: `${id}/customer` })),
);
const fields = fc.oneof(
  fc.constantFrom({ kind: 'team' }, { kind: 'supplier' }, { kind: 'external-customer' }, { name: 'Renamed' }),
  fc.record({ provider: partyId }),
  fc.record({ customer: partyId }),
  fc.constantFrom({ alternativeGroup: 'g' }, { alternativeGroup: null, switchTime: null }, { switchTime: 7 }),
  fc.record({ slack: fc.nat(9) }),
);
const options = fc
  .record({ audience, expectedVersion })
  .map(({ audience: readers, expectedVersion: version }) => ({
    ...(readers !== undefined && { audience: readers }),
    ...(version !== undefined && { expectedVersion: version }),
  }));

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(party, options).map(([item, more]): Change => ({ op: 'put', item, ...more })),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(link, options).map(([item, more]): Change => ({ op: 'put', item, ...more })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(statement, options).map(([item, more]): Change => ({ op: 'put', item, ...more })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(reference, fields, options)
      .map(([named, changed, more]): Change => ({ op: 'patch', ...named, fields: { ...changed }, ...more })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(reference, expectedVersion).map(([named, version]): Change => ({
      op: 'remove',
      ...named,
      ...(version !== undefined && { expectedVersion: version }),
    })),
  },
);

/**
 * What a few people do to one map, one after the other, mostly at the same server. A key may be sent again, with the same
 * changes or others.
 */
export const someCommits = fc.array(
  fc.record({
    elsewhere: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
    by: fc.nat(writers.length - 1),
    key: fc.integer({ min: 0, max: 60 }).map((number) => `key ${number}`),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 25 },
);

/** A first map on which most commits find something to change. */
export const begun = (store: Store): Promise<string> =>
  stored(store, (map) =>
    map
      .team('p0')
      .team('p1')
      .team('p2')
      .serves('p0', 'p1', { id: 'l0', slack: 3 })
      .serves('p0', 'p2', { id: 'l1', alternativeGroup: 'g' })
      .serves('p1', 'p2', { id: 'l2', alternativeGroup: 'g', switchTime: 5 }),
  );

/** The simplest store there could be: it copies the whole map for each commit, and judges it as a whole. */
function simplestStore(items: readonly StoredItem[]) {
  let now = new Map(items.map((one) => [referenceKey(one.item), one]));
  let revision = 1;
  const kept = new Map<string, string>();
  return {
    items: () => now,
    revision: () => revision,
    /** True where the commit is taken or answered again. */
    commit(changes: readonly Change[], key: string, { id, viewer }: Writer): boolean {
      const before = kept.get(`${id} ${key}`);
      if (before !== undefined) return before === JSON.stringify(changes);
      const next = new Map(now);
      for (const one of changes) if (!apply(next, one, viewer, revision + 1)) return false;
      if (brokenRules(contentOf([...next.values()].map(({ item }) => item))).length > 0) return false;
      if (!namesOnlyWhatItSees(next, now, viewer)) return false;
      now = next;
      revision++;
      kept.set(`${id} ${key}`, JSON.stringify(changes));
      return true;
    },
  };
}

function apply(items: Map<string, StoredItem>, change: Change, viewer: Viewer, version: number): boolean {
  const key = referenceKey(change.op === 'put' ? change.item : change);
  const there = items.get(key);
  const seen = there && mayRead(there.audience, viewer) ? there : undefined;
  if (change.expectedVersion !== undefined && change.expectedVersion !== (seen?.version ?? 0)) return false;
  if (change.op === 'remove') return seen !== undefined && items.delete(key);
  if (change.op === 'put' ? there && !seen : !seen) return false;
  const audience = change.audience ?? seen?.audience ?? 'everyone';
  if (!mayRead(audience, viewer)) return false;
  const merged = change.op === 'put' ? change.item : Object.assign({}, seen?.item, change.fields);
  const candidate = Object.fromEntries(Object.entries<unknown>(merged).filter(([, value]) => value !== null));
  const parsed = itemSchema.safeParse(candidate);
  if (parsed.success) items.set(key, { item: parsed.data, version, audience });
  return parsed.success;
}

/** No link may newly name a party, and no new statement a link, that its writer cannot read. */
function namesOnlyWhatItSees(
  next: Map<string, StoredItem>,
  before: Map<string, StoredItem>,
  viewer: Viewer,
): boolean {
  const sees = (key: string) => mayRead(next.get(key)!.audience, viewer);
  for (const [key, one] of next) {
    const was = before.get(key)?.item;
    if (before.get(key) === one) continue;
    if (one.item.type === 'link') {
      for (const end of ['provider', 'customer'] as const) {
        const changed = was?.type !== 'link' || was[end] !== one.item[end];
        if (changed && !sees(`party ${one.item[end]}`)) return false;
      }
    }
    if (one.item.type === 'statement' && !was && !sees(`link ${one.item.link}`)) return false;
  }
  return true;
}

export const writerOf = (number: number): Writer => writers[number]!;

export function randomCommitContract(underTest: () => StoreUnderTest): void {
  describe('whatever people do', () => {
    test('it takes and refuses what the simplest store would, and ends in the same state', async () => {
      const { store, second, backend } = underTest();
      await fc.assert(
        fc.asyncProperty(someCommits, async (commits) => {
          const map = await begun(store);
          const model = simplestStore((await store.loadMap(map, 'server')).items);
          for (const [number, { elsewhere, by, key, changes }] of commits.entries()) {
            const taken = await (elsewhere ? second : store)
              .commit(map, { idempotencyKey: key, changes }, writerOf(by))
              .then(
                () => true,
                () => false,
              );
            expect({ number, taken }).toEqual({ number, taken: model.commit(changes, key, writerOf(by)) });
          }
          const { revision, items } = await store.loadMap(map, 'server');
          expect(revision).toBe(model.revision());
          expect(new Map(items.map((one) => [referenceKey(one.item), one]))).toEqual(model.items());
          for (const { viewer } of writers) {
            const { entries } = await second.changesSince(map, 0, viewer);
            expect(replayed(entries)).toEqual(await itemsSeen(store, map, viewer));
          }
        }),
        { numRuns: backend ? 40 : 10 },
      );
    });

    test('sent all at once, they come to what their log says, and to nothing that breaks a rule', async () => {
      const { store, second } = underTest();
      await fc.assert(
        fc.asyncProperty(someCommits, async (commits) => {
          const map = await begun(store);
          const answers = await Promise.allSettled(
            commits.map(({ elsewhere, by, key, changes }) =>
              (elsewhere ? second : store).commit(map, { idempotencyKey: key, changes }, writerOf(by)),
            ),
          );
          const taken = new Set(
            answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.revision] : [])),
          );
          const { revision, items } = await store.loadMap(map, 'server');
          expect(revision).toBe(taken.size + 1);
          expect(brokenRules(contentOf(items.map(({ item }) => item)))).toEqual([]);
          const { entries } = await store.changesSince(map, 0, 'server');
          expect(replayed(entries)).toEqual(await itemsSeen(store, map));
        }),
        { numRuns: 15 },
      );
    });
  });
}
