import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { showTimes, type Moment } from './show-time';

const moments = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 100_000 }), hops: fc.integer({ min: 0, max: 30 }) }),
  {
    minLength: 1,
    maxLength: 60,
  },
);

describe('the time of a show', () => {
  test('keeps the order of the ripple, and what is at once is at once', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const timeOf = showTimes(all);
        for (const a of all) {
          for (const b of all) {
            const order = a.at - b.at || a.hops - b.hops;
            expect(Math.sign(timeOf(a) - timeOf(b))).toBe(Math.sign(order));
          }
        }
      }),
    );
  });

  test('takes a few seconds, whether the ripple takes minutes or weeks', () => {
    const last = (all: Moment[]): number => Math.max(...all.map(showTimes(all)));
    const steps = (gap: number): Moment[] =>
      Array.from({ length: 8 }, (_, hops) => ({ at: hops * gap, hops }));
    expect(last(steps(5))).toBeCloseTo(last(steps(5_000)), 3);
    expect(last(steps(5))).toBeLessThan(7);
    expect(last(Array.from({ length: 500 }, (_, hops) => ({ at: hops, hops })))).toBeLessThan(7);
  });

  test('gives a long wait more time than a short one', () => {
    const timeOf = showTimes([
      { at: 0, hops: 0 },
      { at: 5, hops: 1 },
      { at: 60, hops: 2 },
    ]);
    const short = timeOf({ at: 5, hops: 1 }) - timeOf({ at: 0, hops: 0 });
    const long = timeOf({ at: 60, hops: 2 }) - timeOf({ at: 5, hops: 1 });
    expect(long).toBeGreaterThan(2 * short);
  });

  test('spreads hits at the same minute from hand to hand', () => {
    const timeOf = showTimes([
      { at: 0, hops: 0 },
      { at: 0, hops: 1 },
      { at: 0, hops: 2 },
    ]);
    expect(timeOf({ at: 0, hops: 1 }) - timeOf({ at: 0, hops: 0 })).toBeGreaterThan(0.4);
  });
});
