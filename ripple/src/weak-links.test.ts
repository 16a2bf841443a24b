import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compile } from './compile.js';
import { exposureReport } from './exposure.js';
import { harmCarried } from './harm-carried.js';
import { largestByBound } from './largest-by-bound.js';
import { Stopped } from './observer.js';
import { mapsUpTo, runs } from '../../tests/support/maps-up-to.js';
import { randomMap } from './oracles/random-map.js';
import { weakLinks } from './weak-links.js';

describe('weak links', () => {
  test('are the top of the whole list, by harm carried, then id', () => {
    fc.assert(
      fc.property(mapsUpTo(9, 30), fc.integer({ min: 1, max: 8 }), ({ map, minutes }, top) => {
        const harm = harmCarried(map, { kind: 'delay', minutes });
        const all = map.links.map(({ id }, e) => ({ link: id, harmCarried: harm.of(e) }));
        all.sort((a, b) => b.harmCarried - a.harmCarried || (a.link < b.link ? -1 : 1));
        const { report } = weakLinks(map, { kind: 'delay', minutes }, top);
        expect(
          report.links.map(({ link, harmCarried: carried }) => ({ link, harmCarried: carried })),
        ).toEqual(all.slice(0, top));
        for (const { share, harmCarried: carried, health, exact } of report.links) {
          expect({ share, health, exact }).toEqual({
            share: harm.total > 0 ? carried / harm.total : null,
            health: null,
            exact: true,
          });
        }
      }),
      runs(400),
    );
  });

  test('are said to be estimated where they are', () => {
    const map = compile(randomMap(11, 30, 120));
    const { report } = weakLinks(map, { kind: 'defect' }, 5, { worlds: 100 });
    expect(report.links).toHaveLength(5);
    expect(report.links.some(({ exact }) => !exact)).toBe(true);
    expect(report).toEqual(weakLinks(map, { kind: 'defect' }, 5, { worlds: 100 }).report);
  });

  test('among some links are the whole list without the others', () => {
    const map = compile(randomMap(5, 12, 40));
    const disruption = { kind: 'delay', minutes: 480 } as const;
    const all = weakLinks(map, disruption, 100).report.links;
    const isOdd = (link: number) => link % 2 === 1;
    const odd = all.filter(({ link }) => isOdd(map.links.findIndex(({ id }) => id === link)));
    expect(weakLinks(map, disruption, 4, { among: isOdd }).report.links).toEqual(odd.slice(0, 4));
  });

  test('stop where they are told to', () => {
    const map = compile(randomMap(1, 30, 120));
    for (const kind of ['delay', 'defect'] as const) {
      const disruption = kind === 'delay' ? { kind, minutes: 480 } : { kind };
      expect(() => weakLinks(map, disruption, 5, { shouldStop: () => true })).toThrow(Stopped);
    }
  });
});

test.each([1, 8])('the largest by bound are the largest, and few are computed, %d at once', (atOnce) => {
  const values = Array.from({ length: 200 }, (_, i) => (i * 37) % 101);
  const computed: number[] = [];
  const found = largestByBound(
    values.map((value) => value + 3),
    5,
    (items) => {
      expect(items.length).toBeLessThanOrEqual(atOnce);
      computed.push(...items);
      return items.map((item) => values[item]!);
    },
    { atOnce },
  );
  const expected = values
    .map((value, item) => ({ item, value }))
    .sort((a, b) => b.value - a.value || a.item - b.item);
  expect(found).toEqual(expected.slice(0, 5));
  expect(computed.length).toBeLessThan(20);
  expect(new Set(computed).size).toBe(computed.length);
});

describe('the standard error of what is estimated', () => {
  const map = compile(randomMap(11, 30, 120));
  /** How far the values of independent seeds lie apart. */
  const spread = (valueOf: (seed: number) => number): number => {
    const values = Array.from({ length: 60 }, (_, seed) => valueOf(seed + 1));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  };

  test('is no less than seeds differ, and none where nothing is estimated', () => {
    const report = exposureReport(map, { kind: 'defect' }, { worlds: 100 });
    const estimated = report.parties.find(({ method }) => method === 'monte-carlo')!;
    const harmWith = (seed: number) =>
      exposureReport(map, { kind: 'defect' }, { worlds: 100, seed }).parties.find(
        ({ party }) => party === estimated.party,
      )!.harm;
    expect(estimated.standardError).toBeGreaterThan(0.8 * spread(harmWith));
    for (const { method, standardError } of report.parties)
      expect(standardError > 0).toBe(method === 'monte-carlo');

    const { report: weak, harm } = weakLinks(map, { kind: 'defect' }, 1, { worlds: 100 });
    const link = map.links.findIndex(({ id }) => id === weak.links[0]!.link);
    const carriedWith = (seed: number) =>
      harmCarried(map, { kind: 'defect' }, { worlds: 100, seed }).of(link);
    expect(harm.reliefOf(link).standardError).toBeGreaterThan(0.8 * spread(carriedWith));
  });
});
