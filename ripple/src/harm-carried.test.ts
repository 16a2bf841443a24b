import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aMap } from '../../tests/support/a-map.js';
import { compile } from './compile.js';
import { harmCarried } from './harm-carried.js';
import { mapsUpTo, runs } from '../../tests/support/maps-up-to.js';
import { exposureByTheBook, protecting, totalOf } from './oracles/plain-whole-map.js';

describe('harm carried by a link', () => {
  test('by delay is what protecting it takes off all exposures, and no certificate bounds it too low', () => {
    fc.assert(
      fc.property(mapsUpTo(8, 20), ({ plain, map, minutes }) => {
        const harm = harmCarried(map, { kind: 'delay', minutes });
        const total = totalOf(exposureByTheBook(plain, 'delay', minutes));
        expect(harm.total).toBeCloseTo(total, 8);
        map.links.forEach(({ id }, e) => {
          const expected = total - totalOf(exposureByTheBook(protecting(plain, id), 'delay', minutes));
          expect(harm.of(e)).toBeCloseTo(expected, 8);
          expect(harm.bounds[e]).toBeGreaterThanOrEqual(expected - 1e-9);
        });
      }),
      runs(400),
    );
  });

  test('by defect is the same of chances', () => {
    fc.assert(
      fc.property(mapsUpTo(6, 10), ({ plain, map }) => {
        fc.pre(plain.links.filter(({ p }) => p > 0 && p < 1).length <= 7);
        const harm = harmCarried(map, { kind: 'defect' });
        const total = totalOf(exposureByTheBook(plain, 'defect', 0));
        map.links.forEach(({ id }, e) => {
          const expected = total - totalOf(exposureByTheBook(protecting(plain, id), 'defect', 0));
          expect(harm.of(e)).toBeCloseTo(expected, 9);
          expect(harm.bounds[e]).toBeGreaterThanOrEqual(expected - 1e-9);
        });
      }),
      runs(150),
    );
  });

  test('says for whom it falls, and whose delays it tempers', () => {
    const map = compile(
      aMap('A map')
        .team('A')
        .team('B')
        .customer('X', { weight: 2 })
        .customer('Y')
        .serves('A', 'B', { slack: 20 })
        .serves('B', 'X')
        .serves('B', 'Y', { slack: 90 })
        .content(),
    );
    const harm = harmCarried(map, { kind: 'delay', minutes: 100 });
    const first = map.links.findIndex(({ id }) => id === 'B > X');
    // B: 100 late at X and 10 at Y; A: 80 late at X.
    expect(harm.total).toBe(2 * 100 + 10 + 2 * 80);
    expect(harm.of(first)).toBe(360);
    expect(harm.reliefOf(first)).toEqual({
      byCustomer: Float64Array.of(0, 0, 360, 0),
      origins: [0, 1],
      standardError: 0,
    });
  });
});
