/**
 * Harm by defect over a whole map, and how it changes with the chances on links: a cascade from each party in turn,
 * exact where `defect-exact` is, else over worlds drawn by key, the same worlds in every scenario, so that a
 * difference comes from the change alone. O(parties × one cascade).
 *
 * Bounds: a way from u over link e to x needs, on disjoint links, a way to e, e itself and a way on, so its chance is at
 * most the product of the three (van den Berg, Kesten 1985).
 */
import type { CompiledMap } from './compiled-map.js';
import { exactDefect } from './defect-exact.js';
import { defectReach } from './defect-reach.js';
import { reachedWorlds } from './defect-worlds.js';
import type { Observer } from './observer.js';
import { report, stopIf } from './observer.js';

/** Worlds to estimate from where nobody says: fewer than for one ripple, since there is one for each party. */
export const wholeMapWorlds = 1_000;

export interface DefectHarmOptions extends Observer {
  seed?: number;
  worlds?: number;
}

export interface DefectHarm {
  /** Expected external loss when each party alone has a defect, by party. */
  exposure: Float64Array;
  /** 1 for parties whose cascade had to be estimated. */
  isEstimated: Uint8Array;
  /** The standard error of each exposure is at most this; 0 for exact ones. */
  standardError: Float64Array;
  /** At most what each link's protection takes off the harm; exact ones as far as the chances are. */
  bounds: Float64Array;
  /** The sum over everyone's harm by customer, and what it would be with other chances on links. */
  with(liveChance: Float64Array, changed: readonly number[]): DefectScenario;
}

export interface DefectScenario {
  exposure: Float64Array;
  total: number;
  /** What the change takes off the harm of each external customer, and whose defects it tempers. */
  byCustomer: Float64Array;
  origins: readonly number[];
  /** Whether any ripple that the change can touch had to be estimated. */
  isEstimated: boolean;
  /** The standard error of what the change takes off all harm is at most this. */
  standardError: number;
}

/** Throws `Stopped`, here and in `with`. */
export function defectHarmOf(map: CompiledMap, options: DefectHarmOptions = {}): DefectHarm {
  const { seed = 1, worlds = wholeMapWorlds } = options;
  const n = map.parties.length;
  const exposure = new Float64Array(n);
  const isEstimated = new Uint8Array(n);
  const standardError = new Float64Array(n);
  /** The sum over all origins of the chance that it reaches this party. */
  const arrivals = new Float64Array(n);
  /** What external customers lose when this party is hit. */
  const onward = new Float64Array(n);

  const estimate = (of: CompiledMap, u: number): Float64Array =>
    Float64Array.from(
      reachedWorlds(of, defectReach(of, [u]), seed, worlds, options),
      (hits) => hits / worlds,
    );
  const chancesFrom = (of: CompiledMap, u: number): Float64Array =>
    isEstimated[u] === 1 ? estimate(of, u) : exactDefect(of, defectReach(of, [u]))!;

  for (let u = 0; u < n; u++) {
    onward[u] = map.weight[u]!;
    if (map.isCustomer[u] === 1) continue;
    report(options, u / n);
    const exact = exactDefect(map, defectReach(map, [u]));
    if (!exact) isEstimated[u] = 1;
    const chance = exact ?? estimate(map, u);
    exposure[u] = onward[u] = lossOf(map, chance);
    if (isEstimated[u] === 1) standardError[u] = errorOf(map, (x) => chance[x]!, worlds);
    for (let v = 0; v < n; v++) arrivals[v]! += chance[v]!;
  }
  const bounds = map.liveChance.map((p, e) => arrivals[map.provider[e]!]! * p * onward[map.customer[e]!]!);

  return {
    exposure,
    isEstimated,
    standardError,
    bounds,
    with(liveChance, changed) {
      const after: CompiledMap = { ...map, liveChance };
      const now = exposure.slice();
      const byCustomer = new Float64Array(n);
      const upstream = upstreamOf(map, changed);
      const origins: number[] = [];
      let someEstimated = false;
      let error = 0;
      for (const u of upstream) {
        if (exposure[u] === 0) continue;
        stopIf(options);
        const chance = chancesFrom(after, u);
        now[u] = lossOf(map, chance);
        someEstimated ||= isEstimated[u] === 1;
        if (now[u] >= exposure[u]!) continue;
        origins.push(u);
        const before = chancesFrom(map, u);
        for (let x = 0; x < n; x++) byCustomer[x]! += map.weight[x]! * (before[x]! - chance[x]!);
        if (isEstimated[u] === 1) error += errorOf(map, (x) => before[x]! - chance[x]!, worlds);
      }
      const total = now.reduce((sum, harm) => sum + harm, 0);
      return { exposure: now, total, byCustomer, origins, isEstimated: someEstimated, standardError: error };
    },
  };
}

/**
 * At most the standard error of a loss, however its parts hang together. A change only takes worlds away in which a
 * customer is hit, so what it takes off is the chance of such a world, with the error of a chance.
 */
function errorOf(map: CompiledMap, chanceOf: (customer: number) => number, worlds: number): number {
  let error = 0;
  for (let x = 0; x < map.weight.length; x++) {
    if (map.weight[x] === 0) continue;
    const p = Math.max(0, chanceOf(x));
    error += map.weight[x]! * Math.sqrt((p * (1 - p)) / worlds);
  }
  return error;
}

/** Expected external loss, summed in the order of ids. */
function lossOf(map: CompiledMap, chance: Float64Array): number {
  let loss = 0;
  for (let x = 0; x < chance.length; x++) loss += map.weight[x]! * chance[x]!;
  return loss;
}

/** Who can bring a defect to the providers of these links, by id (breadth first against the links). */
function upstreamOf(map: CompiledMap, links: readonly number[]): number[] {
  const isFound = new Uint8Array(map.parties.length);
  const found: number[] = [];
  const enter = (v: number): void => {
    if (isFound[v] === 1) return;
    isFound[v] = 1;
    found.push(v);
  };
  for (const e of links) enter(map.provider[e]!);
  for (let i = 0; i < found.length; i++) {
    for (let k = map.inStart[found[i]!]!; k < map.inStart[found[i]! + 1]!; k++) {
      if (map.liveChance[map.inLink[k]!]! > 0) enter(map.provider[map.inLink[k]!]!);
    }
  }
  return found.sort((a, b) => a - b);
}
