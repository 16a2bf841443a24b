import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { itemSchema, type Item } from '@downstream/graph-schema/item';
import { limits } from '@downstream/graph-schema/limits';
import { statementId } from '@downstream/graph-schema/statement';
import { idSchema } from '@downstream/graph-schema/text';
import type { Writer } from '../../../server/src/store/store.js';
import type { StoreUnderTest } from '../store-contract.js';
import { ann, commitOf, editor, itemsSeen, patch, put, replayed, stored, team } from './arrange.js';
import { hostileStrings } from './hostile-strings.js';

/** A hub, and a party and a link for each text, which is in every place that takes one. */
function named(texts: readonly string[]): Item[] {
  return [
    team('the hub of all'),
    ...texts.flatMap((text): Item[] => [
      { type: 'party', id: text, kind: 'team', name: text, purpose: text, group: text },
      {
        type: 'link',
        id: text,
        provider: text,
        customer: 'the hub of all',
        output: text,
        handshake: 'declared',
      },
      {
        type: 'statement',
        id: statementId(text, 'customer'),
        link: text,
        side: 'customer',
        text,
        slack: 0,
      },
    ]),
  ];
}

export function textContract(underTest: () => StoreUnderTest): void {
  describe('texts and numbers', () => {
    test('hostile strings are what they claim: at least a hundred, all different, all valid ids', () => {
      expect(new Set(hostileStrings).size).toBeGreaterThanOrEqual(100);
      for (const text of hostileStrings) expect(idSchema.safeParse(text)).toMatchObject({ success: true });
    });

    const handfuls = Array.from({ length: Math.ceil(hostileStrings.length / 25) }, (_, number) =>
      hostileStrings.slice(number * 25, number * 25 + 25),
    );
    test.each(handfuls.map((texts) => [texts[0]!.slice(0, 20), texts] as const))(
      'hostile strings come back unchanged, through items, log and the next change: %j and on',
      async (_, texts) => {
        const { store, second } = underTest();
        const map = await stored(store);
        const items = named(texts);
        await store.commit(map, commitOf(...items.map((item) => put(item))), ann);

        const expected = new Map(items.map((item) => [`${item.type} ${item.id}`, item]));
        const seen = await itemsSeen(second, map, editor);
        seen.delete(`map ${map}`);
        expect(seen).toEqual(expected);
        expect(replayed((await second.changesSince(map, 1, editor)).entries)).toEqual(expected);

        // Found again by their ids: patched with the version they have, and as ends of links that may not dangle.
        await store.commit(
          map,
          commitOf(
            ...texts.map((id) =>
              patch('party', id, { purpose: `${id}!`.slice(0, 200) }, { expectedVersion: 2 }),
            ),
          ),
          ann,
        );
        for (const id of texts) {
          await expect(
            second.commit(map, commitOf({ op: 'remove', type: 'party', id }), ann),
          ).rejects.toMatchObject({ code: 'REFERENCED' });
        }
      },
    );

    test('hostile strings are keys and writers like any other', async () => {
      const { store, second } = underTest();
      const map = await stored(store, (building) => building.team('Loaders'));
      const commits = hostileStrings.map((text, number) => {
        const by: Writer = { id: text, viewer: editor };
        const commit = { idempotencyKey: text, changes: [patch('party', 'Loaders', { buffer: number })] };
        return { by, commit };
      });
      const first = await Promise.all(commits.map(({ by, commit }) => store.commit(map, commit, by)));
      const again = await Promise.all(commits.map(({ by, commit }) => second.commit(map, commit, by)));
      expect(again).toEqual(first);
      expect(first.map(({ entry }) => entry.by)).toEqual(hostileStrings);
      const { keys } = await store.exportMap(map);
      expect(new Set(keys.map(({ key }) => key))).toEqual(new Set(hostileStrings));
    });

    test('hostile strings are ids of maps, each a map of its own', async () => {
      const { store, second } = underTest();
      const unique = crypto.randomUUID().slice(0, 8);
      const ids = hostileStrings.slice(0, 200).map((text) => `${text.slice(0, 190)}${unique}`);
      const maps = [...new Set(ids)];
      for (const id of maps) await store.createMap([{ type: 'map', id, name: id }], 'ann');
      expect(await second.latestRevisions(maps)).toEqual(new Map(maps.map((id) => [id, 1])));
      const listed = await second.listMaps(maps);
      expect(new Set(listed.map(({ id, name }) => [id, name].join()))).toEqual(
        new Set(maps.map((id) => [id, id].join())),
      );
    });

    test('empty and largest values come back as they went in', async () => {
      const { store } = underTest();
      const map = await stored(store);
      const longest = '🧳'.repeat(limits.id / 2);
      const least: Item[] = [
        { type: 'party', id: 'least', kind: 'team', name: '.', purpose: '', buffer: 0, catchRate: 0 },
        {
          type: 'party',
          id: 'c',
          kind: 'external-customer',
          name: '.',
          weight: 0,
          feltAs: '',
          position: { x: 0, y: 0 },
        },
        {
          type: 'link',
          id: 'l',
          provider: 'least',
          customer: 'c',
          output: '',
          leadTime: 0,
          handshake: 'declared',
        },
        {
          type: 'statement',
          id: 'l/provider',
          link: 'l',
          side: 'provider',
          text: '',
          slack: 0,
          defectPass: 0,
        },
      ];
      const most: Item[] = [
        {
          type: 'party',
          id: longest,
          kind: 'supplier',
          name: '🧳'.repeat(limits.name / 2),
          purpose: '\u0000'.repeat(limits.purpose),
          group: '語'.repeat(limits.name),
          buffer: limits.minutes,
          catchRate: 1,
          position: { x: -1e6, y: 1e6 },
        },
        {
          type: 'party',
          id: 'cc',
          kind: 'external-customer',
          name: 'x',
          weight: limits.weight,
          position: { x: 0.1 + 0.2, y: 1 / 3 },
        },
        {
          type: 'link',
          id: longest,
          provider: longest,
          customer: 'cc',
          output: '"'.repeat(limits.output),
          dependence: 'blocking',
          leadTime: limits.minutes,
          handshake: 'adjusted',
        },
        {
          type: 'statement',
          id: statementId(longest, 'customer'),
          link: longest,
          side: 'customer',
          text: '\\'.repeat(limits.statementText),
          slack: limits.minutes,
          defectPass: Number.MIN_VALUE,
        },
      ];
      const items = [...least, ...most];
      for (const item of items) expect(itemSchema.parse(item)).toEqual(item);
      await store.commit(map, commitOf(...items.map((item) => put(item))), ann);
      const seen = await itemsSeen(store, map);
      for (const item of items) expect(seen.get(`${item.type} ${item.id}`)).toEqual(item);
    });

    test('any text and any number that the schema takes comes back', async () => {
      const { store } = underTest();
      const map = await stored(store, (building) => building.team('t').customer('c'));
      const text = fc.string({ unit: 'binary', maxLength: 100 }).filter((one) => !/\p{Surrogate}/u.test(one));
      const visible = text.filter((one) => one.trim() !== '' && one.length <= limits.name);
      const number = fc
        .double({ min: -1e6, max: 1e6, noNaN: true })
        .map((one) => (Object.is(one, -0) ? 0 : one));
      const fields = fc.record(
        {
          name: visible,
          purpose: text,
          buffer: fc.integer({ min: 0, max: limits.minutes }),
          catchRate: fc.double({ min: 0, max: 1, noNaN: true }),
          position: fc.record({ x: number, y: number }, { noNullPrototype: true }),
        },
        { noNullPrototype: true },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 5 }), async (list) => {
          for (const one of list) await store.commit(map, commitOf(patch('party', 't', one)), ann);
          expect((await itemsSeen(store, map)).get('party t')).toMatchObject(list.at(-1)!);
        }),
        { numRuns: 25 },
      );
    });
  });
}
