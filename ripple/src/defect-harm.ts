/**
 * Harm by defect over a whole map, and how it changes with the chances on links: of a defect at each party in turn, exact
 * where `defect-exact` is, else over worlds drawn by key, the same worlds in every scenario, so that a difference comes
 * from the change alone. In drawn worlds one look back from each customer serves everybody (see `worlds-back`), and what
 * each link carries is counted for all at once (see `cut-off`).
 *
 * Bounds where chances are exact: a way from u over link e to x needs, on disjoint links, a way to e, e itself and a way
 * on, so its chance is at most the product of the three (van den Berg, Kesten 1985). In drawn worlds: a check at a party
 * keeps nothing from a customer that does not come by that party alone.
 */
import type { CompiledMap } from './compiled-map.js';
import { countedCustomers } from './counted-customers.js';
import { cutOff, type CutOff } from './cut-off.js';
import { exactDefect, exactWorldsFrom } from './defect-exact.js';
import { defectReach } from './defect-reach.js';
import { drawLink, drawWorlds, type DrawnWorlds } from './drawn-worlds.js';
import { marked } from './marked.js';
import type { Observer } from './observer.js';
import { report, stepOf, stopIf } from './observer.js';
import { providersFirstAlong } from './providers-first.js';
import { sumOf } from './sum-of.js';
import { bitsIn } from './words-of-worlds.js';
import { createWorldsBack, type WorldsBack } from './worlds-back.js';
import { worldsLost } from './worlds-lost.js';

/** Worlds to estimate from where nobody says: fewer than for one ripple, since there is one for each party. */
export const wholeMapWorlds = 1_000;

export interface DefectHarmOptions extends Observer {
  seed?: number;
  worlds?: number;
}

export interface DefectHarm {
  /** Expected external loss when each party alone has a defect, by party. */
  exposure: Float64Array;
  /** 1 for parties whose chances had to be estimated. */
  isEstimated: Uint8Array;
  /** The standard error of each exposure is at most this; 0 for exact ones. */
  standardError: Float64Array;
  /** Worlds that were gone through, over all parties: what looking at all of it again takes. */
  worldsInAll: number;
  /** What each link's protection takes off the harm. */
  carried(observer?: Observer): DefectCarried;
  /** Harm with lower chances on some links: of several changes, each by itself, at less cost than one after the other. */
  with(changes: readonly LowerChances[]): DefectScenario[];
}

export interface LowerChances {
  /** Of all links, by number. */
  liveChance: Float64Array;
  /** Those whose chances are lower. */
  links: readonly number[];
}

export interface DefectCarried {
  /** Over the drawn worlds, as far as harm is estimated. */
  drawn: CutOff;
  /** By link, at most, as far as it is exact. */
  exactAtMost: Float64Array;
  /** For one link, as far as it is exact. */
  exactOf: (link: number) => number;
  /** Whether that is all of it. */
  isExact: (link: number) => boolean;
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

/** Throws `Stopped`, here and in what it gives. */
export function defectHarmOf(map: CompiledMap, options: DefectHarmOptions = {}): DefectHarm {
  const { seed = 1, worlds = wholeMapWorlds } = options;
  const n = map.parties.length;
  const customers = countedCustomers(map);
  const exposure = new Float64Array(n);
  const standardError = new Float64Array(n);
  const worldsOfExact = exactWorldsFrom(map);
  let worldsInAll = 0;
  const isEstimated = map.isCustomer.map((is, u) => {
    if (is === 1) return 0;
    const exact = worldsOfExact(u);
    worldsInAll += exact || worlds;
    return exact > 0 ? 0 : 1;
  });
  /** The sum, over all parties whose chances are exact, of the chance that their defect reaches this party. */
  const arrivals = new Float64Array(n);

  const chancesFrom = (of: CompiledMap, u: number): Float64Array | undefined =>
    exactDefect(of, defectReach(of, [u]));
  const watching = stepOf(options, 0, 0.5);
  for (let u = 0; u < n; u++) {
    if (map.isCustomer[u] === 1 || isEstimated[u] === 1) continue;
    report(watching, u / n);
    const chance = chancesFrom(map, u)!;
    exposure[u] = lossOf(map, chance);
    for (let v = 0; v < n; v++) arrivals[v]! += chance[v]!;
  }

  const someEstimated = isEstimated.includes(1);
  const carriesDefects = Uint8Array.from(map.liveChance, (p) => (p > 0 ? 1 : 0));
  const customersFirst = providersFirstAlong(map, carriesDefects).reverse();
  let drawnOnce: DrawnWorlds | undefined;
  /** Drawn at once where anybody's chances are estimated, else for the first change after which they have to be. */
  const drawnWorlds = (): DrawnWorlds => (drawnOnce ??= drawWorlds(map, seed, worlds));
  if (someEstimated) {
    const drawn = drawnWorlds();
    const back = createWorldsBack(map, drawn.words, customersFirst);
    const looking = stepOf(options, 0.5, 1);
    for (const [done, x] of customers.entries()) {
      report(looking, done / customers.length);
      back.run(x, drawn.all, drawn.live);
      for (let i = 0; i < back.foundCount(); i++) {
        const u = back.found[i]!;
        if (isEstimated[u] === 0) continue;
        const chance = worldsOf(back, u, drawn.words) / worlds;
        exposure[u]! += map.weight[x]! * chance;
        standardError[u]! += errorOf(map.weight[x]!, chance, worlds);
      }
    }
  }

  /** Whoever can be touched by a change at these links and hurts anybody, exactly told or not. */
  const touched = (links: readonly number[], estimated: 0 | 1): number[] =>
    upstreamOf(map, links).filter((u) => isEstimated[u] === estimated && exposure[u]! > 0);

  return {
    exposure,
    isEstimated,
    standardError,
    worldsInAll,
    carried(observer = options) {
      const none = { byLink: new Float64Array(map.links.length), byParty: new Float64Array(n) };
      const exactAtMost = map.liveChance.map((p, e) => {
        const v = map.customer[e]!;
        return arrivals[map.provider[e]!]! * p * (map.isCustomer[v] === 1 ? map.weight[v]! : exposure[v]!);
      });
      return {
        drawn: someEstimated
          ? cutOff(map, drawnWorlds(), customersFirst, customers, isEstimated, observer)
          : none,
        exactAtMost,
        isExact: (link) => touched([link], 1).length === 0,
        exactOf(link) {
          if (exactAtMost[link] === 0) return 0;
          const after = { ...map, liveChance: map.liveChance.with(link, 0) };
          let less = 0;
          for (const u of touched([link], 0)) {
            stopIf(observer);
            less += lessThan(exposure[u]!, lossOf(map, chancesFrom(after, u)!));
          }
          return less;
        },
      };
    },
    with(changes) {
      const scenarios = changes.map(exactScenario);
      const inQuestion = changes.filter((_, i) => scenarios[i]!.inQuestion.size > 0);
      const asked = scenarios.filter((scenario) => scenario.inQuestion.size > 0);
      lookAgain(inQuestion, (i, u, x, worldsLess) => {
        const scenario = asked[i]!;
        if (!scenario.inQuestion.has(u)) return;
        const less = worldsLess / worlds;
        scenario.exposure[u] = Math.max(0, scenario.exposure[u]! - map.weight[x]! * less);
        scenario.byCustomer[x]! += map.weight[x]! * less;
        scenario.standardError += errorOf(map.weight[x]!, less, worlds);
        scenario.isTempered[u] = 1;
      });
      return scenarios.map(({ exposure: now, byCustomer, isTempered, inQuestion, standardError: error }) => ({
        exposure: now,
        total: sumOf(now),
        byCustomer,
        origins: marked(isTempered),
        isEstimated: inQuestion.size > 0,
        standardError: error,
      }));
    },
  };

  /** What a change does where chances are exact, and whose are in question then. */
  function exactScenario({ liveChance, links }: LowerChances) {
    const after: CompiledMap = { ...map, liveChance };
    const now = exposure.slice();
    const byCustomer = new Float64Array(n);
    const isTempered = new Uint8Array(n);
    const inQuestion = new Set(touched(links, 1));
    for (const u of touched(links, 0)) {
      stopIf(options);
      const chance = chancesFrom(after, u);
      // A link that was sure and is no more may be one uncertain link too many.
      if (!chance) {
        inQuestion.add(u);
        continue;
      }
      const less = lessThan(exposure[u]!, lossOf(map, chance));
      if (less === 0) continue;
      now[u]! -= less;
      isTempered[u] = 1;
      const before = chancesFrom(map, u)!;
      for (let x = 0; x < n; x++) byCustomer[x]! += map.weight[x]! * lessThan(before[x]!, chance[x]!);
    }
    return { exposure: now, byCustomer, isTempered, inQuestion, standardError: 0 };
  }

  /** In how many worlds less a defect reaches a customer after each change. */
  function lookAgain(
    changes: readonly LowerChances[],
    visit: (change: number, party: number, customer: number, worldsLess: number) => void,
  ): void {
    if (changes.length === 0) return;
    const drawn = drawnWorlds();
    const fewerLive = changes.map(({ liveChance, links }) => {
      const live = new Int32Array(links.length * drawn.words);
      links.forEach((e, i) => drawLink(map, e, liveChance[e]!, seed, drawn.all, live, i));
      return { links, live };
    });
    worldsLost(map, drawn, customersFirst, customers, fewerLive, visit, options);
  }
}

/** How much less; nothing where the two differ only by the order in which they were added up, in the last digits. */
const lessThan = (before: number, after: number): number =>
  before - after > 1e-11 * before ? before - after : 0;

function worldsOf({ reaches }: WorldsBack, party: number, words: number): number {
  let worlds = 0;
  for (let w = party * words; w < (party + 1) * words; w++) worlds += bitsIn(reaches[w]!);
  return worlds;
}

/**
 * At most the standard error of a loss, customer by customer, however they hang together. A change only takes worlds
 * away in which a customer is hit, so what it takes off is the chance of such a world, with the error of a chance.
 */
const errorOf = (weight: number, chance: number, worlds: number): number =>
  weight * Math.sqrt((chance * (1 - chance)) / worlds);

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
