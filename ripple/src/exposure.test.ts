import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aMap } from '../../tests/support/a-map.js';
import { compile } from './compile.js';
import { delayExposure, exposureReport } from './exposure.js';
import { mapsUpTo, runs } from '../../tests/support/maps-up-to.js';
import { exposureByTheBook } from './oracles/plain-whole-map.js';
import { randomMap } from './oracles/random-map.js';
import { referenceDisruption } from './reference-disruption.js';
import { seenByOne } from './seen-by-one.js';
import { simulate } from './simulate.js';

test('the reference disruption is a day’s delay, as long as the map’s day is', () => {
  const day = (dayLength?: number) =>
    referenceDisruption(compile(aMap('A map', dayLength === undefined ? {} : { dayLength }).content()));
  expect(day()).toEqual({ kind: 'delay', minutes: 480 });
  expect(day(600)).toEqual({ kind: 'delay', minutes: 600 });
});

describe('exposure', () => {
  test('by delay is what a ripple of each party costs external customers', () => {
    let meetSubstitutes = 0;
    fc.assert(
      fc.property(mapsUpTo(10, 30), ({ plain, map, minutes }) => {
        const found = delayExposure(map, minutes);
        const expected = exposureByTheBook(plain, 'delay', minutes);
        meetSubstitutes += map.groupPrimary.length > 0 ? 1 : 0;
        map.parties.forEach(({ id }, v) => expect(found[v]).toBe(expected[id] ?? 0));
      }),
      runs(1_500),
    );
    expect(meetSubstitutes).toBeGreaterThan(500);
  });

  test('by defect is what a cascade from each party costs, exactly where few links are uncertain', () => {
    fc.assert(
      fc.property(mapsUpTo(7, 12), ({ plain, map }) => {
        fc.pre(plain.links.filter(({ p }) => p > 0 && p < 1).length <= 8);
        const { parties } = exposureReport(map, { kind: 'defect' });
        const expected = exposureByTheBook(plain, 'defect', 0);
        for (const { party, harm, method } of parties) {
          expect(harm).toBeCloseTo(expected[party]!, 10);
          expect(method).toBe('exact');
        }
      }),
      runs(300),
    );
  });

  test('is what a ripple of that party says, to the last digit, estimated or not', () => {
    const map = compile(randomMap(11, 40, 160));
    for (const kind of ['delay', 'defect'] as const) {
      const disruption = kind === 'delay' ? { kind, minutes: 480 } : { kind };
      const { parties, harm } = exposureReport(map, disruption, { seed: 3, worlds: 200 });
      expect(new Set(parties.map(({ method }) => method)).has('monte-carlo')).toBe(kind === 'defect');
      let sum = 0;
      for (const { party, harm: own } of parties) {
        const report = simulate(map, { disruptions: [{ ...disruption, party }], seed: 3, worlds: 200 });
        expect(own).toBe(report.delay?.harm ?? report.defect!.expectedLoss);
        sum += own;
      }
      expect(harm).toBeCloseTo(sum, 8);
    }
  });
});

describe('what one customer sees', () => {
  test('adds up, over customers who count for 1, to what all see', () => {
    fc.assert(
      fc.property(mapsUpTo(8, 20), ({ map, minutes }) => {
        const customers = Array.from(map.parties.keys()).filter((v) => map.isCustomer[v] === 1);
        const everyone = { ...map, weight: Float64Array.from(map.isCustomer) };
        const all = delayExposure(everyone, minutes);
        const each = customers.map((x) => delayExposure(seenByOne(map, x), minutes));
        all.forEach((harm, u) => expect(each.reduce((sum, of) => sum + of[u]!, 0)).toBe(harm));
      }),
      runs(200),
    );
  });
});
