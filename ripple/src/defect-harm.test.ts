import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CompiledMap } from './compiled-map.js';
import { partyNumber } from './compiled-map.js';
import { advice } from './advice.js';
import { compile } from './compile.js';
import { exactDefect } from './defect-exact.js';
import { defectHarmOf } from './defect-harm.js';
import { defectReach } from './defect-reach.js';
import { reachedWorlds } from './defect-worlds.js';
import { randomMap } from './oracles/random-map.js';

const seed = 7;
const worlds = 70;

/** Everyone's exposure from a cascade of each alone, estimated for some. */
function exposureOneByOne(map: CompiledMap, isEstimated: Uint8Array): Float64Array {
  return Float64Array.from(map.parties, (_, u) => {
    if (map.isCustomer[u] === 1) return 0;
    const reach = defectReach(map, [u]);
    const chance =
      isEstimated[u] === 1
        ? Float64Array.from(reachedWorlds(map, [u], seed, worlds), (hits) => hits / worlds)
        : exactDefect(map, reach)!;
    return chance.reduce((sum, p, x) => sum + map.weight[x]! * p, 0);
  });
}
const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
const manyWays = fc
  .tuple(fc.nat(), fc.integer({ min: 7, max: 12 }), fc.integer({ min: 30, max: 55 }))
  .map(([draw, parties, links]) => compile(randomMap(draw, parties, links)));

test('harm by defect in drawn worlds, and what each change takes off it, is that of cascades one by one', () => {
  let estimated = 0;
  fc.assert(
    fc.property(manyWays, (map) => {
      const harm = defectHarmOf(map, { seed, worlds });
      const { isEstimated } = harm;
      expect(isEstimated).toEqual(
        map.isCustomer.map((is, u) => (is === 1 || exactDefect(map, defectReach(map, [u])) ? 0 : 1)),
      );
      const before = exposureOneByOne(map, isEstimated);
      expect([...harm.exposure]).toEqual([...before]);
      estimated += isEstimated.reduce((count, is) => count + is, 0);
      const { drawn, exactAtMost, exactOf, isExact } = harm.carried();

      const scenarios = harm.with(
        map.links.map((_, e) => ({ liveChance: map.liveChance.with(e, 0), links: [e] })),
      );
      map.links.forEach((_, e) => {
        const liveChance = map.liveChance.with(e, 0);
        const after = exposureOneByOne({ ...map, liveChance }, isEstimated);
        const expected = sum(before) - sum(after);
        expect(drawn.byLink[e]! + exactOf(e)).toBeCloseTo(expected, 9);
        expect(drawn.byLink[e]! + exactAtMost[e]!).toBeGreaterThanOrEqual(expected - 1e-9);
        const scenario = scenarios[e]!;
        expect(scenario.isEstimated).toBe(!isExact(e));
        expect(scenario.total).toBeCloseTo(sum(after), 9);
        expect(sum(scenario.byCustomer)).toBeCloseTo(expected, 9);
        expect(scenario.origins).toEqual([...before.keys()].filter((u) => before[u]! - after[u]! > 1e-12));
      });

      // A party that notices everything: nothing comes through it, and its own defects go out as before.
      map.parties.forEach((_, v) => {
        const links = [...map.inLink.slice(map.inStart[v], map.inStart[v + 1])];
        const liveChance = map.liveChance.map((p, e) => (links.includes(e) ? 0 : p));
        const after = sum(exposureOneByOne({ ...map, liveChance }, isEstimated));
        expect(harm.with([{ liveChance, links }])[0]!.total).toBeCloseTo(after, 9);
        if (map.isCustomer[v] === 1) return;
        const atMost = drawn.byParty[v]! + links.reduce((bound, e) => bound + exactAtMost[e]!, 0);
        expect(atMost).toBeGreaterThanOrEqual(sum(before) - after - 1e-9);
      });
    }),
    { numRuns: 15, seed: 20261123 },
  );
  expect(estimated).toBeGreaterThan(40);
});

test('a check that makes more links uncertain than can be told exactly is estimated, and says so', () => {
  const middle = Array.from({ length: 17 }, (_, i) => `middle ${i}`);
  const team = (id: string) => ({ type: 'party', kind: 'team', id, name: id }) as const;
  const links = [
    ...middle.flatMap((id) => [
      ['origin', id],
      [id, 'target'],
    ]),
    ['target', 'guests'],
  ].map(
    ([provider, customer], i) =>
      ({
        type: 'link',
        id: `l${i}`,
        provider: provider!,
        customer: customer!,
        output: '',
        handshake: 'declared',
      }) as const,
  );
  const map = compile({
    map: { type: 'map', id: 'm', name: 'Many ways' },
    parties: [
      ...['origin', ...middle, 'target'].map(team),
      { type: 'party', kind: 'external-customer', id: 'guests', name: 'Guests' },
    ],
    links,
    statements: links.map(({ id }) => ({
      type: 'statement',
      id: `${id}/provider`,
      link: id,
      side: 'provider',
      defectPass: 1,
    })),
  });
  const harm = defectHarmOf(map, { seed, worlds: 4_000 });
  expect(harm.isEstimated).not.toContain(1);
  expect(sum(harm.exposure)).toBe(19);

  const target = partyNumber(map, 'target');
  const into = [...map.inLink.slice(map.inStart[target], map.inStart[target + 1])];
  const liveChance = map.liveChance.map((p, e) => (into.includes(e) ? 0.2 : p));
  const scenario = harm.with([{ liveChance, links: into }])[0]!;
  expect(scenario.isEstimated).toBe(true);
  // The target's own defect, a fifth of each of the seventeen's, and the origin's, which has seventeen ways.
  expect(scenario.total).toBeCloseTo(1 + 17 * 0.2 + (1 - 0.8 ** 17), 1);
  expect(scenario.standardError).toBeGreaterThan(0);
  expect(sum(scenario.byCustomer)).toBeCloseTo(19 - scenario.total, 9);

  const wanted = {
    changes: 1,
    disruption: { kind: 'defect' },
    sizes: { slack: 60, buffer: 60, catchRate: 0.8, switchTime: 60 },
  } as const;
  expect(advice(map, wanted)).toMatchObject({
    method: 'monte-carlo',
    changes: [{ kind: 'check', target: 'target' }],
  });
});
