/** @jest-environment node */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { cardOf } from './card';
import { packed, unpacked } from './pack-placement';
import { placeChain, type Orientation } from './place-chain';
import { boundsOf, type Placement } from './placement';
import { overlaps } from './view';

const measure = (text: string, size: number): number => text.length * size * 0.56;

/** A map of links such as "loaders > gate"; names in capitals are external customers, alone-standing names have no link. */
function mapOf(...lines: string[]): MapContent {
  const links: Link[] = [];
  const names = new Set<string>();
  lines.forEach((line, index) => {
    const [provider = '', customer] = line.split(' > ');
    names.add(provider);
    if (customer === undefined) return;
    names.add(customer);
    links.push({ type: 'link', id: `${index}`, provider, customer, output: 'work', handshake: 'declared' });
  });
  const parties = [...names].map((id): Party => {
    const kind = id === id.toUpperCase() ? 'external-customer' : 'team';
    return { type: 'party', kind, id, name: id };
  });
  return { map: { type: 'map', id: 'map', name: 'A map' }, parties, links, statements: [] };
}

const place = (content: MapContent, orientation: Orientation = 'across', before?: Placement): Placement =>
  placeChain(content, new Map(content.parties.map((party) => [party.id, cardOf(party, measure)])), {
    orientation,
    before,
  });

function overlappingCards({ boxes }: Placement): string[] {
  const all = [...boxes];
  return all.flatMap(([a, boxA], index) =>
    all.slice(index + 1).flatMap(([b, boxB]) => (overlaps(boxA, boxB) ? [`${a} and ${b}`] : [])),
  );
}

/** Links that pass through a card that is neither of their ends. */
function crossedCards({ links }: MapContent, { boxes, routes }: Placement): string[] {
  return links.flatMap((link) => {
    const { points } = routes.get(link.id)!;
    return [...boxes].flatMap(([id, box]) => {
      if (id === link.provider || id === link.customer) return [];
      for (let index = 0; index < points.length; index += 2) {
        const inside = { x: points[index]!, y: points[index + 1]!, width: 0.1, height: 0.1 };
        if (overlaps(inside, box)) return [`${link.provider} > ${link.customer} through ${id}`];
      }
      return [];
    });
  });
}

const airport = mapOf(
  'check-in > screening',
  'check-in > gate',
  'screening > loaders',
  'screening > tracing',
  'loaders > turnaround',
  'loaders > tracing',
  'loaders > turnaround',
  'tracing > loaders',
  'turnaround > crew',
  'turnaround > gate',
  'crew > PASSENGERS',
  'gate > PASSENGERS',
  'crew > schedule',
  'schedule > crew',
  'tracing > FAMILIES',
);

describe.each<Orientation>(['across', 'down', 'up'])('a chain that runs %s', (orientation) => {
  test('has no cards that overlap and no link through a card', () => {
    const placement = place(airport, orientation);
    expect(overlappingCards(placement)).toEqual([]);
    expect(crossedCards(airport, placement)).toEqual([]);
    expect(placement.routes.size).toBe(airport.links.length);
  });

  test('ends with the external customers', () => {
    const { boxes } = place(airport, orientation);
    const along = (id: string): number =>
      orientation === 'across' ? boxes.get(id)!.x : boxes.get(id)!.y * (orientation === 'up' ? -1 : 1);
    for (const { id, kind } of airport.parties) {
      if (kind === 'team') expect(along(id)).toBeLessThan(Math.min(along('PASSENGERS'), along('FAMILIES')));
    }
  });
});

describe('a chain', () => {
  test('shows two links between the same two as two lines', () => {
    const { routes } = place(airport);
    expect(routes.get('4')!.points).not.toEqual(routes.get('6')!.points);
  });

  test('finds room for parties without links, below the rest', () => {
    const placement = place(mapOf('a > B', 'alone', 'lonely'));
    expect(overlappingCards(placement)).toEqual([]);
    expect(placement.boxes.get('alone')!.y).toBeGreaterThan(placement.boxes.get('a')!.y);
  });

  test('of nothing, and of one party, is a picture too', () => {
    expect(place(mapOf()).boxes.size).toBe(0);
    expect(place(mapOf('alone')).boxes.size).toBe(1);
  });

  test('stays where it was when one party joins it', () => {
    const before = place(airport);
    const after = place(
      mapOf(...airport.links.map((link) => `${link.provider} > ${link.customer}`), 'gate > VISITORS'),
      'across',
      before,
    );
    const moves = airport.parties.map(({ id }) => {
      const [was, is] = [before.boxes.get(id)!, after.boxes.get(id)!];
      return Math.hypot(is.x - was.x, is.y - was.y);
    });
    // Most stay; the rest make room by no more than a card or two.
    expect(moves.toSorted((a, b) => a - b)[Math.floor(moves.length / 2)]).toBeLessThan(80);
  });
});

test('with the customers on top, those who serve them come next and nobody stands above them', () => {
  const { boxes } = place(airport, 'up');
  const top = (id: string): number => boxes.get(id)!.y;
  for (const { id, kind } of airport.parties)
    if (kind === 'team') expect(top(id)).toBeGreaterThan(Math.max(top('PASSENGERS'), top('FAMILIES')));
  expect(top('gate')).toBeLessThan(top('turnaround'));
});

/** Maps with long links, loops, two links between the same two, and parts that have nothing to do with each other. */
const anyMap = fc
  .array(fc.tuple(fc.nat(24), fc.nat(24)), { minLength: 1, maxLength: 70 })
  .map((pairs) =>
    mapOf(
      ...pairs.filter(([a, b]) => a !== b).map(([a, b]) => `t${a} > t${b}`),
      ...pairs.slice(0, 4).map(([a]) => `t${a} > C${a % 3}`),
      'alone',
    ),
  );

test.each<Orientation>(['across', 'down', 'up'])(
  'no map, running %s, has cards that overlap or links through cards',
  (orientation) => {
    fc.assert(
      fc.property(anyMap, (content) => {
        const placement = place(content, orientation);
        expect(overlappingCards(placement)).toEqual([]);
        expect(crossedCards(content, placement)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);

/** Six teams that serve so many customers, some of them from the first of three layers. */
const manyCustomers = (count: number): MapContent =>
  mapOf(
    ...Array.from({ length: 6 }, (_, team) => `first${team} > middle${team}`),
    ...Array.from({ length: 6 }, (_, team) => `middle${team} > last${(team + 1) % 6}`),
    ...Array.from({ length: count }, (_, customer) => `last${customer % 6} > C${customer}`),
    ...Array.from({ length: count / 10 }, (_, customer) => `first${customer % 6} > C${customer * 10}`),
    'C3 > first2',
    'C5 > C7',
  );

describe.each<Orientation>(['across', 'down', 'up'])('150 external customers, running %s,', (orientation) => {
  const content = manyCustomers(150);
  const placement = place(content, orientation);

  test('stand in several layers, so that the picture is no strip', () => {
    const { width, height } = boundsOf(placement.boxes.values())!;
    expect(Math.max(width / height, height / width)).toBeLessThan(3);
  });

  test('have no link through a card, and no team after them', () => {
    expect(overlappingCards(placement)).toEqual([]);
    expect(crossedCards(content, placement)).toEqual([]);
    const along = ({ x, y }: { x: number; y: number }): number =>
      orientation === 'across' ? x : orientation === 'up' ? -y : y;
    const ends = (kind: Party['kind']): number[] =>
      content.parties.filter((party) => party.kind === kind).map(({ id }) => along(placement.boxes.get(id)!));
    expect(Math.max(...ends('team'))).toBeLessThan(Math.min(...ends('external-customer')));
  });
});

test('a new customer moves none of the others to another column', () => {
  const many = manyCustomers(150);
  const more = mapOf(
    ...many.links.map(({ provider, customer }) => `${provider} > ${customer}`),
    'last2 > NEW',
  );
  const before = place(many);
  const after = place(more, 'across', before);
  const columns = (placement: Placement): (string | undefined)[] => {
    const left = Math.min(...[...placement.boxes.values()].map(({ x }) => x));
    return many.parties.map(({ id }) => `${id} ${Math.round(placement.boxes.get(id)!.x - left)}`);
  };
  expect(columns(after)).toEqual(columns(before));
});

test('a few external customers stand in one column', () => {
  const { boxes } = place(manyCustomers(20));
  const columns = [...boxes].flatMap(([id, { x }]) => (id.startsWith('C') ? [x] : []));
  expect(new Set(columns).size).toBe(1);
});

test('a placement comes out of the worker as it went in', () => {
  const placement = place(airport);
  const back = unpacked(packed(placement));
  expect(back.boxes).toEqual(placement.boxes);
  for (const [id, { points, lengths, pieces }] of placement.routes) {
    const route = back.routes.get(id)!;
    expect(route.points).toEqual(points);
    expect(route.lengths).toEqual(lengths);
    expect(route.pieces.map(({ kind }) => kind)).toEqual(pieces.map(({ kind }) => kind));
    expect(route.pieces.at(-1)!.to.y).toBeCloseTo(pieces.at(-1)!.to.y, 2);
  }
});
