import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arrange } from './arrange';
import { freeRoutes } from './free-routes';
import { placeMissing } from './free-places';
import type { Box } from './placement';
import { pointAt } from './route';
import { spread } from './spread';
import { untangle } from './untangle';
import { overlaps } from './view';

const size = { width: 140, height: 70 };
const parties = (count: number, groupOf: (index: number) => string | undefined) =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    ...size,
    group: groupOf(index),
    isLast: index === count - 1,
  }));
const boxAt = ({ x, y }: { x: number; y: number }): Box => ({ x: x - 70, y: y - 35, ...size });

describe('an arrangement', () => {
  const ring = Array.from({ length: 24 }, (_, index) => ({
    provider: `p${index}`,
    customer: `p${(index * 7 + 1) % 24}`,
  }));
  const map = {
    parties: parties(24, (index) => ['Ramp', 'Terminal', undefined][index % 3]),
    links: ring,
    gap: 30,
  };
  const places = arrange(map, spread);

  test('has a place for everybody, and nobody in the place of another', () => {
    const boxes = [...places.values()].map(boxAt);
    expect(boxes).toHaveLength(24);
    boxes.forEach((box, index) =>
      boxes.slice(0, index).forEach((other) => expect(overlaps(box, other)).toBe(false)),
    );
  });

  test('keeps a group together: no stranger stands among its cards', () => {
    const ofGroup = (group: string) =>
      map.parties.filter((party) => party.group === group).map(({ id }) => places.get(id)!);
    const inside = (at: { x: number; y: number }, group: { x: number; y: number }[]) =>
      at.x > Math.min(...group.map(({ x }) => x)) &&
      at.x < Math.max(...group.map(({ x }) => x)) &&
      at.y > Math.min(...group.map(({ y }) => y)) &&
      at.y < Math.max(...group.map(({ y }) => y));
    for (const group of ['Ramp', 'Terminal']) {
      const strangers = map.parties.filter((party) => party.group !== group);
      for (const { id } of strangers) expect(inside(places.get(id)!, ofGroup(group))).toBe(false);
    }
  });

  test('is the same every time, so that two browsers agree', () => {
    expect(arrange(map, spread)).toEqual(places);
  });

  test('has external customers at its right edge, each near those who serve it', () => {
    const rows = Array.from({ length: 4 }, (_, row) => [`a${row}`, `b${row}`, `customer${row}`]);
    const chains = {
      parties: rows.flatMap((ids) =>
        ids.map((id, index) => ({ id, ...size, group: undefined, isLast: index === 2 })),
      ),
      links: rows.flatMap(([a, b, last]) => [
        { provider: a!, customer: b! },
        { provider: b!, customer: last! },
      ]),
      gap: 30,
    };
    const at = arrange(chains, spread);
    const rightmost = Math.max(...rows.flatMap(([a, b]) => [at.get(a!)!.x, at.get(b!)!.x]));
    for (const [, , last] of rows) expect(at.get(last!)!.x).toBeGreaterThan(rightmost + size.width);
    const heights = (column: number) => rows.map((ids) => at.get(ids[column]!)!.y);
    const order = (values: number[]) => values.map((_, row) => row).sort((a, b) => values[a]! - values[b]!);
    expect(order(heights(2))).toEqual(order(heights(1)));
  });

  test('of customers alone is a sheet of them, not a column', () => {
    const alone = { parties: parties(40, () => undefined).map((party) => ({ ...party, isLast: true })) };
    const at = [...arrange({ ...alone, links: [], gap: 30 }, spread).values()];
    const across = Math.max(...at.map(({ x }) => x)) - Math.min(...at.map(({ x }) => x)) + size.width;
    const down = Math.max(...at.map(({ y }) => y)) - Math.min(...at.map(({ y }) => y)) + size.height;
    expect(across / down).toBeGreaterThan(0.9);
    expect(across / down).toBeLessThan(2.5);
  });

  test('of many has nobody in the place of another, and neighbours near each other', () => {
    const many = {
      parties: parties(600, () => undefined),
      // A ladder: each is linked to the next and to the one below it.
      links: Array.from({ length: 599 }, (_, index) => [
        { provider: `p${index}`, customer: `p${index + 1}` },
        { provider: `p${index}`, customer: `p${Math.min(599, index + 25)}` },
      ]).flat(),
      gap: 26,
    };
    const at = arrange(many, spread);
    const boxes = [...at.values()].map(boxAt);
    expect(boxes.some((box, index) => boxes.slice(0, index).some((other) => overlaps(box, other)))).toBe(
      false,
    );
    const far = (a: string, b: string) =>
      Math.hypot(at.get(a)!.x - at.get(b)!.x, at.get(a)!.y - at.get(b)!.y);
    const mean = (lengths: number[]) => lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const linked = mean(many.links.map(({ provider, customer }) => far(provider, customer)));
    const any = mean(many.parties.map(({ id }, index) => far(id, `p${(index * 277 + 101) % 600}`)));
    expect(linked).toBeLessThan(any / 3);
  });
});

describe('untangling', () => {
  test('two cards of a group change places where that takes a crossing away, and nobody leaves a group', () => {
    const cards = ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      ...size,
      group: 'ab'.includes(id) ? 'left' : 'right',
      isLast: false,
    }));
    const links = [
      { provider: 'a', customer: 'd' },
      { provider: 'b', customer: 'c' },
    ];
    const at = () =>
      new Map([
        ['a', { x: 0, y: 0 }],
        ['b', { x: 0, y: 200 }],
        ['c', { x: 400, y: 0 }],
        ['d', { x: 400, y: 200 }],
      ]);
    const places = at();
    const cost = untangle({ parties: cards, links, gap: 30 }, places);
    expect(places.get('a')!.y).toBe(places.get('d')!.y);
    expect(places.get('b')!.y).toBe(places.get('c')!.y);
    expect([places.get('a')!.x, places.get('b')!.x]).toEqual([0, 0]);
    expect(cost).toBeLessThan(6);
    const again = new Map([...places].map(([id, point]) => [id, { ...point }]));
    expect(untangle({ parties: cards, links, gap: 30 }, again)).toBe(cost);
    expect(again).toEqual(places);
  });
});

describe('a party without a place', () => {
  const content = {
    map: { type: 'map' as const, id: 'm', name: 'm' },
    parties: ['a', 'b', 'new'].map((id) => ({ type: 'party' as const, kind: 'team' as const, id, name: id })),
    links: [
      {
        type: 'link' as const,
        id: 'l',
        provider: 'a',
        customer: 'new',
        output: '',
        handshake: 'declared' as const,
      },
    ],
    statements: [],
  };
  const sizes = new Map(['a', 'b', 'new'].map((id) => [id, size]));

  test('is set near those it is linked to, on nobody', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (x, y) => {
        const known = new Map([
          ['a', { x, y }],
          ['b', { x: x + 160, y }],
        ]);
        const found = placeMissing(content, sizes, known);
        expect([...found.keys()]).toEqual(['new']);
        const at = found.get('new')!;
        expect(Math.hypot(at.x - x, at.y - y)).toBeLessThan(400);
        for (const other of known.values()) expect(overlaps(boxAt(at), boxAt(other))).toBe(false);
      }),
    );
  });
});

describe('lines in the free layout', () => {
  const boxes = new Map([
    ['a', boxAt({ x: 0, y: 0 })],
    ['b', boxAt({ x: 500, y: 0 })],
    ['between', boxAt({ x: 250, y: 0 })],
  ]);
  const cards = new Map([...boxes.keys()].map((id) => [id, { kind: 'team' as const }]));

  test('begin and end at the edges of cards', () => {
    const route = freeRoutes([{ id: 'l', provider: 'a', customer: 'between' }], boxes, cards).get('l')!;
    expect(pointAt(route, 0).x).toBeCloseTo(70, 0);
    expect(pointAt(route, 1).x).toBeCloseTo(180, 0);
  });

  test('one each way part, so that each has its own arrow', () => {
    const routes = freeRoutes(
      [
        { id: 'there', provider: 'a', customer: 'between' },
        { id: 'back', provider: 'between', customer: 'a' },
      ],
      boxes,
      cards,
    );
    expect(pointAt(routes.get('there')!, 0.5).y * pointAt(routes.get('back')!, 0.5).y).toBeLessThan(0);
  });

  test('bend around a card that stands in the way', () => {
    const route = freeRoutes([{ id: 'l', provider: 'a', customer: 'b' }], boxes, cards).get('l')!;
    expect(Math.abs(pointAt(route, 0.5).y)).toBeGreaterThan(35);
  });
});
