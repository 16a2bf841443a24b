/**
 * Harm by delay over a whole map, and how it changes with the map: the sum of all exposures, upper bounds on what each
 * change can take off it, from certificates, and the exact sum after a change. A change downstream of which nobody's
 * ripple passes is never run again. O(parties × links reached) for the bounds, the same over the ripples that pass a
 * changed link for a sum.
 */
import type { CompiledMap } from './compiled-map.js';
import { createDelayRuns } from './delay-runs.js';
import { customersOf, delayExposure, harmOfRun } from './exposure.js';
import { createLeastAbsorbed, isFirstChoice } from './least-absorbed.js';
import type { ShouldStop } from './stopped.js';
import { stopIf } from './stopped.js';

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

/** A change of one number of the map: what makes it, what takes it back, and whose ripples may notice. */
export interface DelayChange {
  make(): void;
  takeBack(): void;
  upstream(): Int32Array;
}

export type DelayHarm = ReturnType<typeof delayHarmOf>;

/** Throws `Stopped`, in whatever it is asked. */
export function delayHarmOf(map: CompiledMap, minutes: number, shouldStop?: ShouldStop) {
  const n = map.parties.length;
  const runs = createDelayRuns(map, minutes);
  const customers = customersOf(map);
  // Changes only make people less late, so whoever reaches a party on the map as it was may still do so; no others can.
  const back = createLeastAbsorbed(map, minutes, isFirstChoice(map));
  let exposure = delayExposure(map, minutes, shouldStop);

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
      stopIf(shouldStop);
      runs.run(u, minutes);
      changed[u] = harmOfRun(map, runs, customers);
    }
    return changed;
  }

  /** Weighted minutes of each party as a customer, over the ripples of these origins. */
  function harmByCustomer(upstream: Int32Array): Float64Array {
    const harm = new Float64Array(n);
    for (const u of upstream) {
      stopIf(shouldStop);
      runs.run(u, minutes);
      for (const x of customers) harm[x]! += map.weight[x]! * runs.lateness(x);
    }
    return harm;
  }

  function bounds({ slack: slackSize, buffer: bufferSize, switchTime }: BoundSizes): DelayBounds {
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
      stopIf(shouldStop);
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

  const moreSlack = (link: number, size: number): DelayChange => ({
    make: () => runs.addSlack(link, size),
    takeBack: () => runs.addSlack(link, -size),
    upstream: () => upstreamOf(map.provider[link]!),
  });
  const moreBuffer = (party: number, size: number): DelayChange => ({
    make: () => runs.addBuffer(party, size),
    takeBack: () => runs.addBuffer(party, -size),
    upstream: () => upstreamOf(party),
  });
  const waitsAtMost = (link: number, size: number): DelayChange => {
    const before = runs.mostOf(link);
    return {
      make: () => runs.setMost(link, Math.min(before, size)),
      takeBack: () => runs.setMost(link, before),
      upstream: () => upstreamOf(map.provider[link]!),
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

  return {
    exposure: () => exposure,
    total: () => sumOf(exposure),
    bounds,
    moreSlack,
    moreBuffer,
    waitsAtMost,
    /** The sum of all exposures with this change, and without it again afterwards. */
    totalWith: (change: DelayChange): number => tried(change, () => sumOf(exposureNow(change.upstream()))),
    /** What the change takes off the harm of each external customer, and how many parties' delays it tempers. */
    reliefBy(change: DelayChange): { byCustomer: Float64Array; origins: number } {
      const upstream = change.upstream();
      const before = harmByCustomer(upstream);
      return tried(change, () => {
        const after = harmByCustomer(upstream);
        const now = exposureNow(upstream);
        return {
          byCustomer: before.map((harm, x) => harm - after[x]!),
          origins: upstream.filter((u) => now[u]! < exposure[u]!).length,
        };
      });
    },
    /** Makes a change for good. */
    accept(change: DelayChange): void {
      change.make();
      exposure = exposureNow(change.upstream());
    },
  };
}

/** In the order of ids. */
export const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
