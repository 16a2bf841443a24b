import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arrange } from './arrange';
import { freeRoutes } from './free-routes';
import { placeMissing } from './free-places';
import type { Box } from './placement';
import { pointAt } from './route';
import { spread } from './spread';
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
