import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aMap } from '../../tests/support/a-map.js';
import { compile } from './compile.js';
import { delayExposure, exposureReport } from './exposure.js';
import { gatewaysReport, nextGateway } from './gateways.js';
import { harmCarried } from './harm-carried.js';
import { largestByBound } from './largest-by-bound.js';
import { plainMap } from './oracles/plain-map.js';
import {
  exposureByTheBook,
  protecting,
  toleranceByTrying,
  totalOf,
  whoReaches,
} from './oracles/plain-whole-map.js';
import { drawing, randomMap } from './oracles/random-map.js';
import { referenceDisruption } from './reference-disruption.js';
import { seenByOne } from './seen-by-one.js';
import { simulate } from './simulate.js';
import { Stopped } from './observer.js';
import { toleranceReport } from './tolerance.js';
import { weakLinks } from './weak-links.js';

const mapsUpTo = (parties: number, links: number) =>
  fc
    .tuple(fc.nat(), fc.integer({ min: 2, max: parties }), fc.integer({ min: 1, max: links }))
    .map(([seed, count, many]) => {
      const content = randomMap(seed, count, many);
      const minutes = drawing(seed).oneOf([5, 30, 60, 100, 480]);
      return { content, plain: plainMap(content), map: compile(content), minutes };
    });

const runs = (numRuns: number) => ({ numRuns, seed: 20261123 });

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

describe('tolerance', () => {
  test('is the longest delay that a customer does not feel, substitutes and loops and all', () => {
    let throughSubstitutes = 0;
    fc.assert(
      fc.property(mapsUpTo(8, 24), ({ content, plain, map }) => {
        const customer = map.isCustomer.indexOf(1);
        fc.pre(customer >= 0);
        // Small numbers, so that trying every delay is quick.
        for (const statement of content.statements) if (statement.slack !== undefined) statement.slack /= 5;
        for (const link of content.links) if (link.switchTime !== undefined) link.switchTime /= 5;
        for (const party of content.parties)
          if ('buffer' in party && party.buffer !== undefined) party.buffer /= 5;
        const small = plainMap(content);
        const compiled = compile(content);
        throughSubstitutes += compiled.groupPrimary.length > 0 ? 1 : 0;
        const longest = 150;
        const { parties, customer: id } = toleranceReport(compiled, customer);
        expect(plain.ids).toEqual(small.ids);
        const expected = parties.map(({ party }) => ({
          party,
          minutes: toleranceByTrying(small, party, id, longest),
        }));
        expect(parties.map(({ party, minutes }) => ({ party, minutes: minutes ?? Infinity }))).toEqual(
          expected,
        );
        expect(expected).toEqual(
          expected.toSorted((a, b) =>
            a.minutes === b.minutes ? (a.party < b.party ? -1 : 1) : a.minutes - b.minutes,
          ),
        );
      }),
      runs(600),
    );
    expect(throughSubstitutes).toBeGreaterThan(150);
  });

  test('is never where a substitute at hand stands in for good', () => {
    const map = compile(
      aMap('A map')
        .team('A')
        .team('B')
        .customer('X')
        .serves('A', 'X', { alternativeGroup: 'g' })
        .serves('B', 'X', { alternativeGroup: 'g', switchTime: 0 })
        .content(),
    );
    expect(toleranceReport(map, 2).parties).toEqual([
      { party: 'A', minutes: null },
      { party: 'B', minutes: null },
    ]);
  });
});

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

test('the largest by bound are the largest, and few are computed', () => {
  const values = Array.from({ length: 200 }, (_, i) => (i * 37) % 101);
  const computed: number[] = [];
  const found = largestByBound(
    values.map((value) => value + 3),
    5,
    (item) => {
      computed.push(item);
      return values[item]!;
    },
  );
  const expected = values
    .map((value, item) => ({ item, value }))
    .sort((a, b) => b.value - a.value || a.item - b.item);
  expect(found).toEqual(expected.slice(0, 5));
  expect(computed.length).toBeLessThan(20);
});

describe('gateways', () => {
  test('are the parties without whom somebody no longer reaches the customer', () => {
    let found = 0;
    fc.assert(
      fc.property(mapsUpTo(12, 24), ({ plain, map }) => {
        for (let x = 0; x < map.parties.length; x++) {
          if (map.isCustomer[x] === 0) continue;
          const { customer, gateways } = gatewaysReport(map, x);
          const all = whoReaches(plain, customer);
          const expected = [...all].flatMap((party) => {
            const left = whoReaches(plain, customer, party);
            const behind = all.size - left.size - 1;
            return behind > 0 ? [{ party, behind }] : [];
          });
          expected.sort((a, b) => b.behind - a.behind || (a.party < b.party ? -1 : 1));
          expect(gateways).toEqual(expected);
          found += gateways.length;
          const next = nextGateway(map, x);
          map.parties.forEach(({ id }, v) => expect(next[v] === -1).toBe(v !== x && !all.has(id)));
        }
      }),
      runs(1_500),
    );
    expect(found).toBeGreaterThan(500);
  });
});
