/**
 * The exact chance that a defect reaches each party, where that is cheap. Either every party has one way in, and
 * chances multiply along it; or at most 16 uncertain links matter, and all their worlds are enumerated, sure links
 * closed over first: O(parties + links + 2^16 × (16 + distinct sets of ways in)).
 */
import type { CompiledMap } from './compiled-map.js';
import type { DefectReach } from './defect-reach.js';

export const mostUncertainLinks = 16;

/** P of each party, or nothing where it has to be estimated. */
export function exactDefect(map: CompiledMap, reach: DefectReach): Float64Array | undefined {
  return alongSingleWays(map, reach) ?? overAllWorlds(map, reach);
}

/**
 * How many worlds `exactDefect` goes through for a defect that begins at one party alone, one where all have a single way
 * in; 0 where it cannot tell, which is said as soon as it is plain. Memory is kept from one party to the next.
 */
export function exactWorldsFrom(map: CompiledMap): (origin: number) => number {
  const { outStart, outLink, customer, liveChance } = map;
  const lastFound = new Int32Array(map.parties.length).fill(-1);
  const found = new Int32Array(map.parties.length);
  return (origin) => {
    let count = 1;
    let uncertain = 0;
    let isSingle = true;
    found[0] = origin;
    lastFound[origin] = origin;
    for (let i = 0; i < count; i++) {
      for (let k = outStart[found[i]!]!; k < outStart[found[i]! + 1]!; k++) {
        const v = customer[outLink[k]!]!;
        const p = liveChance[outLink[k]!]!;
        if (p === 0 || v === origin) continue;
        if (p < 1) uncertain += 1;
        if (lastFound[v] === origin) isSingle = false;
        else {
          lastFound[v] = origin;
          found[count++] = v;
        }
        if (!isSingle && uncertain > mostUncertainLinks) return 0;
      }
    }
    return isSingle ? 1 : 2 ** uncertain;
  };
}

function alongSingleWays(map: CompiledMap, reach: DefectReach): Float64Array | undefined {
  const chance = new Float64Array(map.parties.length);
  // Breadth-first order: the one way into a party comes from a party before it.
  for (const v of reach.parties) {
    if (reach.isOrigin[v] === 1) {
      chance[v] = 1;
      continue;
    }
    let ways = 0;
    for (let k = map.inStart[v]!; k < map.inStart[v + 1]!; k++) {
      const e = map.inLink[k]!;
      const u = map.provider[e]!;
      if (map.liveChance[e] === 0 || reach.isReached[u] === 0) continue;
      if (++ways > 1) return undefined;
      chance[v] = chance[u]! * map.liveChance[e]!;
    }
  }
  return chance;
}

function overAllWorlds(map: CompiledMap, reach: DefectReach): Float64Array | undefined {
  const uncertain = uncertainLinks(map, reach);
  if (!uncertain) return undefined;
  const waysIn = closeOverSureLinks(map, reach, uncertain);
  const chanceOfFired = worldsByWhatFires(map, uncertain, waysIn);

  const chance = new Float64Array(map.parties.length);
  const known = new Map<number, number>();
  for (const v of reach.parties) {
    const ways = waysIn[v]!;
    let sum = known.get(ways);
    if (sum === undefined) {
      sum = (ways & 1) === 1 ? 1 : withoutNoise(sumOverHits(chanceOfFired, ways));
      known.set(ways, sum);
    }
    chance[v] = sum;
  }
  return chance;
}

/**
 * To 12 digits: parties that are reached alike are told alike, though their sums were added up in another order and
 * differ in the fifteenth. What toPrecision gives is fixed by the language, so it is the same everywhere.
 */
const withoutNoise = (sum: number): number => Number(sum.toPrecision(12));

/** Links with 0 < p < 1 that can change anything, by id; nothing if they are too many. */
function uncertainLinks(map: CompiledMap, reach: DefectReach): number[] | undefined {
  const found: number[] = [];
  for (const u of reach.parties) {
    for (let k = map.outStart[u]!; k < map.outStart[u + 1]!; k++) {
      const e = map.outLink[k]!;
      const p = map.liveChance[e]!;
      if (p === 0 || p === 1 || reach.isOrigin[map.customer[e]!] === 1) continue;
      if (found.length === mostUncertainLinks) return undefined;
      found.push(e);
    }
  }
  return found.sort((a, b) => a - b);
}

/** For each party a set of bits: 0, sure links lead there from an origin; i + 1, they do from uncertain link i's end. */
function closeOverSureLinks(map: CompiledMap, reach: DefectReach, uncertain: readonly number[]): Int32Array {
  const waysIn = new Int32Array(map.parties.length);
  const stack: number[] = [];
  const enter = (v: number, bit: number): void => {
    if ((waysIn[v]! & bit) !== 0) return;
    waysIn[v]! |= bit;
    stack.push(v);
  };
  const spread = (bit: number): void => {
    for (let u = stack.pop(); u !== undefined; u = stack.pop()) {
      for (let k = map.outStart[u]!; k < map.outStart[u + 1]!; k++) {
        const e = map.outLink[k]!;
        if (map.liveChance[e] === 1) enter(map.customer[e]!, bit);
      }
    }
  };
  for (const v of reach.parties) if (reach.isOrigin[v] === 1) enter(v, 1);
  spread(1);
  uncertain.forEach((e, i) => {
    enter(map.customer[e]!, 2 << i);
    spread(2 << i);
  });
  return waysIn;
}

/** The chance of each set of ways that a world opens: bit 0 always, bit i + 1 where uncertain link i is live and reached. */
function worldsByWhatFires(map: CompiledMap, uncertain: readonly number[], waysIn: Int32Array): Float64Array {
  const worlds = 1 << uncertain.length;
  const chanceOfWorld = new Float64Array(worlds);
  chanceOfWorld[0] = 1;
  uncertain.forEach((e, i) => {
    const p = map.liveChance[e]!;
    for (let world = 0; world < 1 << i; world++) {
      chanceOfWorld[world | (1 << i)] = chanceOfWorld[world]! * p;
      chanceOfWorld[world]! *= 1 - p;
    }
  });
  const tails = uncertain.map((e) => waysIn[map.provider[e]!]!);
  const chanceOfFired = new Float64Array(worlds);
  for (let world = 0; world < worlds; world++) {
    let open = 1;
    for (let before = 0; before !== open;) {
      before = open;
      for (let i = 0; i < tails.length; i++) {
        if (((world >>> i) & 1) === 1 && (tails[i]! & open) !== 0) open |= 2 << i;
      }
    }
    chanceOfFired[open >>> 1]! += chanceOfWorld[world]!;
  }
  return chanceOfFired;
}

function sumOverHits(chanceOfFired: Float64Array, ways: number): number {
  const needed = ways >>> 1;
  let sum = 0;
  for (let fired = 0; fired < chanceOfFired.length; fired++) {
    if ((fired & needed) !== 0) sum += chanceOfFired[fired]!;
  }
  // The worlds' chances add up to 1 but for the last digits.
  return Math.min(1, sum);
}
