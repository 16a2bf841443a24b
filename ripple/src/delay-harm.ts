/**
 * Harm by delay over a whole map, and how it changes with the map: the sum of all exposures, upper bounds on what each
 * change can take off it, from certificates, and exactly what a change takes off. Only ripples that can pass a change
 * are run again: those by chains alone by one pass back from each customer behind the change, the others one by one.
 * O(parties × links reached) for the bounds; O(customers behind it × what reaches them) for a change.
 */
import type { CompiledMap } from './compiled-map.js';
import { createDelayRuns } from './delay-runs.js';
import { customersOf, delayExposure, harmOfRun, partiesThatMeetSubstitutes } from './exposure.js';
import type { Relief } from './harm-carried.js';
import { createLeastAbsorbed, isFirstChoice, standsAlone } from './least-absorbed.js';
import type { Observer } from './observer.js';
import { report, stopIf } from './observer.js';

/** No certificate is missed by what a sum loses in its last digits. */
export const roundedUp = (bound: number): number => bound * (1 + 1e-9);

export interface DelayBounds {
  /** At most what harm falls by if this link is never late. */
  protection: Float64Array;
  /** … if it had `slackSize` more slack; if its customer never waited longer than `switchTime` for it. */
  slack: Float64Array;
  alternative: Float64Array;
  /** … if this party could make up `bufferSize` more. */
  buffer: Float64Array;
}

export interface BoundSizes {
  slack: number;
  buffer: number;
  switchTime: number;
}

/** A change of one number of the map: what makes it, what takes it back, and the party that all ripples pass it by. */
export interface DelayChange {
  make(): void;
  takeBack(): void;
  at: number;
  /** A substitute changes how long is waited, not how much is absorbed: chains alone do not tell its effect. */
  isSubstitute: boolean;
}

export type DelayHarm = ReturnType<typeof delayHarmOf>;

/** Throws `Stopped`, in whatever it is asked. */
export function delayHarmOf(map: CompiledMap, minutes: number, observer?: Observer) {
  const n = map.parties.length;
  const runs = createDelayRuns(map, minutes);
  const customers = customersOf(map);
  // Changes only make people less late, so whoever reaches a party on the map as it was may still do so; no others can.
  const back = createLeastAbsorbed(map, minutes, isFirstChoice(map));
  let exposure = delayExposure(map, minutes, observer);

  // Ripples that meet no substitute go by chains alone, and one pass back from a customer serves all of them at once.
  const chains = createLeastAbsorbed(map, minutes, standsAlone(map));
  const meetsSubstitutes = partiesThatMeetSubstitutes(map, minutes);
  /** Minutes at each customer, over all such ripples; −1 where they have to be summed anew. */
  const byChains = new Float64Array(n).fill(-1);

  /** Everyone whose delay may make this party late, by id. */
  function upstreamOf(party: number): Int32Array {
    back.run([[party, minutes]]);
    return back.reached
      .slice(0, back.reachedCount())
      .filter((u) => map.isCustomer[u] === 0)
      .sort();
  }

  function exposureNow(upstream: Int32Array): Float64Array {
    const changed = exposure.slice();
    for (const u of upstream) {
      if (exposure[u] === 0) continue;
      stopIf(observer);
      runs.run(u, minutes);
      changed[u] = harmOfRun(map, runs, customers);
    }
    return changed;
  }

  /** Weighted minutes of each party as a customer, over the ripples of these origins. */
  function harmByCustomer(upstream: Int32Array): Float64Array {
    const harm = new Float64Array(n);
    for (const u of upstream) {
      stopIf(observer);
      runs.run(u, minutes);
      for (const x of customers) harm[x]! += map.weight[x]! * runs.lateness(x);
    }
    return harm;
  }

  function bounds(
    { slack: slackSize, buffer: bufferSize, switchTime }: BoundSizes,
    watching: Observer | undefined = observer,
  ): DelayBounds {
    const links = map.links.length;
    const found: DelayBounds = {
      protection: new Float64Array(links),
      slack: new Float64Array(links),
      alternative: new Float64Array(links),
      buffer: new Float64Array(n),
    };
    // Of one run: the harm that rests on each party, whole, and counted up to a size at each customer.
    const rests = new Float64Array(n);
    const restsToSlack = new Float64Array(n);
    const restsToBuffer = new Float64Array(n);
    const restsWeight = new Float64Array(n);
    for (let u = 0; u < n; u++) {
      if (exposure[u] === 0) continue;
      report(watching, u / n);
      runs.run(u, minutes);
      const { late } = runs;
      for (let i = runs.lateCount() - 1; i >= 0; i--) {
        const v = late[i]!;
        const weight = map.weight[v]!;
        const delay = runs.lateness(v);
        // Where substitutes share what is upstream of them it is counted twice, but never past the whole.
        const whole = Math.min(rests[v]! + weight * delay, roundedUp(exposure[u]!));
        const toSlack = Math.min(restsToSlack[v]! + weight * Math.min(delay, slackSize), whole);
        const toBuffer = Math.min(restsToBuffer[v]! + weight * Math.min(delay, bufferSize), whole);
        const counts = restsWeight[v]! + weight;
        rests[v] = restsToSlack[v] = restsToBuffer[v] = restsWeight[v] = 0;
        if (whole === 0) continue;
        if (v !== u) found.buffer[v]! += toBuffer;
        runs.certificateOf(v, (link, comes) => {
          found.protection[link]! += whole;
          found.slack[link]! += toSlack;
          found.alternative[link]! += Math.min(whole, counts * Math.max(0, comes - switchTime));
          const provider = map.provider[link]!;
          rests[provider]! += whole;
          restsToSlack[provider]! += toSlack;
          restsToBuffer[provider]! += toBuffer;
          restsWeight[provider]! += counts;
        });
      }
    }
    return found;
  }

  function absorb(link: number, size: number): void {
    runs.addSlack(link, size);
    chains.absorb(link, size);
  }
  function makeUp(party: number, size: number): void {
    runs.addBuffer(party, size);
    for (let k = map.inStart[party]!; k < map.inStart[party + 1]!; k++) chains.absorb(map.inLink[k]!, size);
  }
  const moreSlack = (link: number, size: number): DelayChange => ({
    make: () => absorb(link, size),
    takeBack: () => absorb(link, -size),
    at: map.provider[link]!,
    isSubstitute: false,
  });
  const moreBuffer = (party: number, size: number): DelayChange => ({
    make: () => makeUp(party, size),
    takeBack: () => makeUp(party, -size),
    at: party,
    isSubstitute: false,
  });
  const waitsAtMost = (link: number, size: number): DelayChange => {
    const before = runs.mostOf(link);
    return {
      make: () => runs.setMost(link, Math.min(before, size)),
      takeBack: () => runs.setMost(link, before),
      at: map.provider[link]!,
      isSubstitute: true,
    };
  };

  function tried<T>(change: DelayChange, look: () => T): T {
    change.make();
    try {
      return look();
    } finally {
      change.takeBack();
    }
  }

  function minutesByChains(customer: number): number {
    stopIf(observer);
    chains.run([[customer, minutes]]);
    let sum = 0;
    for (let i = 1; i < chains.reachedCount(); i++) {
      const u = chains.reached[i]!;
      if (meetsSubstitutes[u] === 0) sum += chains.left(u);
    }
    return sum;
  }

  /** What a change takes off the sum of all exposures: of ripples by chains, by customer; of the others, one by one. */
  function reductionWith(change: DelayChange): number {
    const upstream = upstreamOf(change.at);
    const alone = change.isSubstitute ? upstream : upstream.filter((u) => meetsSubstitutes[u] === 1);
    // Nobody can come later to where the change is than the party there itself.
    runs.run(change.at, minutes);
    const downstream = change.isSubstitute ? [] : customers.filter((x) => runs.lateness(x) > 0);
    for (const x of downstream) if (byChains[x]! < 0) byChains[x] = minutesByChains(x);
    return tried(change, () => {
      let reduction = 0;
      for (const x of downstream) reduction += map.weight[x]! * (byChains[x]! - minutesByChains(x));
      const now = exposureNow(alone);
      for (const u of alone) reduction += exposure[u]! - now[u]!;
      return reduction;
    });
  }

  return {
    exposure: () => exposure,
    total: () => sumOf(exposure),
    bounds,
    moreSlack,
    moreBuffer,
    waitsAtMost,
    reductionWith,
    /** The sum of all exposures with this change, and without it again afterwards. */
    totalWith: (change: DelayChange): number => sumOf(exposure) - reductionWith(change),
    /** What the change takes off the harm of each external customer, and whose delays it tempers. */
    reliefBy(change: DelayChange): Relief {
      const upstream = upstreamOf(change.at);
      const before = harmByCustomer(upstream);
      return tried(change, () => {
        const after = harmByCustomer(upstream);
        const now = exposureNow(upstream);
        return {
          byCustomer: before.map((harm, x) => harm - after[x]!),
          origins: [...upstream.filter((u) => now[u]! < exposure[u]!)],
          standardError: 0,
        };
      });
    },
    /** Makes a change for good. */
    accept(change: DelayChange): void {
      const upstream = upstreamOf(change.at);
      change.make();
      exposure = exposureNow(upstream);
      if (change.isSubstitute) for (const u of upstream) meetsSubstitutes[u] = 1;
      byChains.fill(-1);
    },
  };
}

/** In the order of ids. */
export const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
