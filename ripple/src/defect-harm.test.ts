import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CompiledMap } from './compiled-map.js';
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

      map.links.forEach((_, e) => {
        const liveChance = map.liveChance.with(e, 0);
        const after = exposureOneByOne({ ...map, liveChance }, isEstimated);
        const expected = sum(before) - sum(after);
        expect(drawn.byLink[e]! + exactOf(e)).toBeCloseTo(expected, 9);
        expect(drawn.byLink[e]! + exactAtMost[e]!).toBeGreaterThanOrEqual(expected - 1e-9);
        const scenario = harm.with(liveChance, [e]);
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
        expect(harm.with(liveChance, links).total).toBeCloseTo(after, 9);
        if (map.isCustomer[v] === 1) return;
        const atMost = drawn.byParty[v]! + links.reduce((bound, e) => bound + exactAtMost[e]!, 0);
        expect(atMost).toBeGreaterThanOrEqual(sum(before) - after - 1e-9);
      });
    }),
    { numRuns: 15, seed: 20261123 },
  );
  expect(estimated).toBeGreaterThan(40);
});
