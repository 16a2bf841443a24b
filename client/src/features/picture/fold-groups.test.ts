import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { foldGroups, groupsOf } from './fold-groups';
import { isFolded } from './folded-id';

const words = { parties: (count: number) => `${count} parties`, links: (count: number) => `${count} links` };

const party = (id: string, group?: string, kind: Party['kind'] = 'team'): Party => ({
  type: 'party',
  id,
  name: id,
  kind,
  ...(group !== undefined && { group }),
});
const link = (provider: string, customer: string, more: Partial<Link> = {}): Link => ({
  type: 'link',
  id: `${provider} > ${customer}`,
  provider,
  customer,
  output: 'work',
  handshake: 'declared',
  ...more,
});
const mapOf = (parties: Party[], links: Link[]): MapContent => ({
  map: { type: 'map', id: 'm', name: 'Airport' },
  parties,
  links,
  statements: [],
});

const airport = mapOf(
  [
    party('loaders', 'Ramp'),
    party('fuel', 'Ramp'),
    party('cleaning', 'Ramp'),
    party('gate', 'Terminal'),
    party('desk', 'Terminal'),
    party('crew'),
    party('on board', 'Terminal', 'external-customer'),
  ],
  [
    link('loaders', 'fuel'),
    link('fuel', 'loaders'),
    link('loaders', 'gate', { handshake: 'disputed' }),
    link('fuel', 'gate'),
    link('cleaning', 'desk', { dependence: 'helpful' }),
    link('crew', 'loaders'),
    link('gate', 'on board'),
  ],
);
const fold = (...names: string[]) => foldGroups(airport, new Set(names), words);
const drawn = ({ content }: { content: MapContent }) => {
  const names = new Map(content.parties.map(({ id, name }) => [id, name]));
  return content.links.map(
    ({ provider, customer, output }) => `${names.get(provider)} > ${names.get(customer)}: ${output}`,
  );
};

describe('a folded group', () => {
  test('is one card that says how many it stands for', () => {
    const ramp = fold('Ramp').content.parties.at(-1)!;
    expect(ramp).toMatchObject({ name: 'Ramp', purpose: '3 parties', kind: 'team' });
    expect(fold('Ramp').content.parties).toHaveLength(5);
  });

  test('keeps its links as indirect lines; those inside it vanish, loops too', () => {
    expect(drawn(fold('Ramp'))).toEqual([
      'gate > on board: work',
      'Ramp > gate: 2 links',
      'Ramp > desk: work',
      'crew > Ramp: work',
    ]);
    expect(drawn(fold('Ramp', 'Terminal'))).toEqual([
      'Ramp > Terminal: 3 links',
      'crew > Ramp: work',
      'Terminal > on board: work',
    ]);
  });

  test('has lines as strong as the strongest link in them, and disputed where one is', () => {
    const line = fold('Ramp', 'Terminal').content.links[0]!;
    expect(line).toMatchObject({ dependence: 'blocking', handshake: 'disputed' });
  });

  test('never takes in a single external customer', () => {
    const { content, cardOf } = fold('Terminal');
    expect(content.parties.some(({ id }) => id === 'on board')).toBe(true);
    expect(cardOf.get('gate')).toBe(cardOf.get('desk'));
  });

  test('of one party is no group, and what is not folded stays the same object', () => {
    expect(groupsOf(mapOf([party('alone', 'Attic')], []))).toEqual([]);
    expect(fold().content.links).toEqual(airport.links);
  });
});

/** Maps of up to twelve parties in up to three groups. */
const anyMap: fc.Arbitrary<MapContent> = fc
  .integer({ min: 2, max: 12 })
  .chain((count) =>
    fc.tuple(
      fc.array(fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }), {
        minLength: count,
        maxLength: count,
      }),
      fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), {
        maxLength: 30,
        selector: ([from, to]) => `${from} ${to}`,
      }),
    ),
  )
  .map(([groups, pairs]) =>
    mapOf(
      groups.map((group, index) => party(`p${index}`, group)),
      pairs.filter(([from, to]) => from !== to).map(([from, to]) => link(`p${from}`, `p${to}`)),
    ),
  );

/** Everyone who can be reached along links, origins included. */
function reached({ links }: MapContent, origins: readonly string[]): Set<string> {
  const found = new Set(origins);
  for (let grows = true; grows;) {
    const before = found.size;
    for (const { provider, customer } of links) if (found.has(provider)) found.add(customer);
    grows = found.size > before;
  }
  return found;
}

describe('a folded map', () => {
  test('reaches whatever the map reaches', () => {
    fc.assert(
      fc.property(anyMap, fc.subarray(['A', 'B', 'C']), (content, names) => {
        const folded = foldGroups(content, new Set(names), words);
        const shown = (id: string) => folded.cardOf.get(id) ?? id;
        for (const { id } of content.parties) {
          const onFolded = reached(folded.content, [shown(id)]);
          for (const other of reached(content, [id])) expect(onFolded.has(shown(other))).toBe(true);
        }
      }),
    );
  });

  test('has a line where, and only where, a link leads from card to card', () => {
    fc.assert(
      fc.property(anyMap, fc.subarray(['A', 'B', 'C']), (content, names) => {
        const folded = foldGroups(content, new Set(names), words);
        const shown = (id: string) => folded.cardOf.get(id) ?? id;
        const wanted = content.links
          .map(({ provider, customer }) => [shown(provider), shown(customer)])
          .filter(([provider, customer]) => provider !== customer || !isFolded(provider!));
        const lines = folded.content.links.map(({ provider, customer }) => [provider, customer]);
        const distinct = (pairs: unknown[]) => new Set(pairs.map((pair) => JSON.stringify(pair)));
        expect(distinct(lines)).toEqual(distinct(wanted));
        for (const { id } of folded.content.links.filter((one) => isFolded(one.provider)))
          expect(folded.content.links.filter((one) => one.id === id)).toHaveLength(1);
      }),
    );
  });
});
