/**
 * Exposure: what external customers suffer when one team or supplier has the reference disruption, for each of them in
 * turn (after Simchi-Levi et al. 2014: what a failure costs, without guessing how likely it is).
 * Delay: without substitutes in the way, sweeps back from external customers serve everyone at once (see
 * `exposure-by-chains`); parties whose delay makes some primary late get a ripple each. Defect: a cascade
 * from each, exact where `defect-exact` is, else over keyed worlds.
 */
import type { ExposureReport } from '@downstream/graph-schema/exposure';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { CompiledMap } from './compiled-map.js';
import { countedCustomers } from './counted-customers.js';
import type { DelayRuns } from './delay-runs.js';
import { createDelayRuns } from './delay-runs.js';
import { defectHarmOf } from './defect-harm.js';
import { exposureByChains } from './exposure-by-chains.js';
import { createLeastAbsorbed, standsAlone } from './least-absorbed.js';
import type { Observer } from './observer.js';
import { report, stepOf } from './observer.js';
import { sumOf } from './sum-of.js';

export interface WholeMapOptions extends Observer {
  /** For chances that have to be estimated. */
  seed?: number;
  worlds?: number;
}

/** External harm when each party alone is `minutes` late, by party; 0 for external customers. Throws `Stopped`. */
export function delayExposure(map: CompiledMap, minutes: number, observer?: Observer): Float64Array {
  const meetsSubstitutes = partiesThatMeetSubstitutes(map, minutes);
  const alone = meetsSubstitutes.reduce((sum, meets) => sum + meets, 0);
  const customers = countedCustomers(map);
  const passes = stepOf(observer, 0, customers.length / (customers.length + alone));
  const exposure = exposureByChains(map, minutes, customers, passes);
  if (alone === 0) return exposure;
  const ripples = stepOf(observer, customers.length / (customers.length + alone), 1);
  const runs = createDelayRuns(map, minutes);
  let run = 0;
  for (let u = 0; u < exposure.length; u++) {
    if (meetsSubstitutes[u] === 0) continue;
    if ((run++ & 15) === 0) report(ripples, run / alone);
    runs.run(u, minutes);
    exposure[u] = harmOfRun(map, runs, customers);
  }
  return exposure;
}

/** External harm of the last run, summed in the order of ids. */
export function harmOfRun(map: CompiledMap, runs: DelayRuns, customers: Int32Array): number {
  const { weight } = map;
  let harm = 0;
  if (runs.lateCount() < customers.length / 16) {
    const hit = runs.late.slice(0, runs.lateCount()).filter((v) => map.isCustomer[v] === 1);
    for (const x of hit.sort()) harm += weight[x]! * runs.lateness[x]!;
    return harm;
  }
  for (const x of customers) harm += weight[x]! * runs.lateness[x]!;
  return harm;
}

/** Who, so late, makes the primary of some group late. The first such primary is met without any group on the way. */
export function partiesThatMeetSubstitutes(map: CompiledMap, minutes: number): Uint8Array {
  const meets = new Uint8Array(map.parties.length);
  if (map.groupPrimary.length === 0) return meets;
  const back = createLeastAbsorbed(map, minutes, standsAlone(map));
  back.run(Array.from(map.groupPrimary, (e) => [map.provider[e]!, minutes - map.slack[e]!] as const));
  for (let i = 0; i < back.reachedCount(); i++) meets[back.reached[i]!] = 1;
  return meets;
}

export interface ExposureOptions extends WholeMapOptions {
  /** Which parties are listed; all of them if not said. The harm is everybody's in any case. */
  among?: ((party: number) => boolean) | undefined;
}

/** Everyone's exposure as a list, most first, then by id. */
export function exposureReport(
  map: CompiledMap,
  disruption: ReferenceDisruption,
  options: ExposureOptions = {},
): ExposureReport {
  const { among = () => true } = options;
  const isDelay = disruption.kind === 'delay';
  const byDefect = isDelay ? undefined : defectHarmOf(map, options);
  const exposure = byDefect?.exposure ?? delayExposure(map, isDelay ? disruption.minutes : 0, options);
  const order: number[] = [];
  for (let u = 0; u < exposure.length; u++) if (map.isCustomer[u] === 0 && among(u)) order.push(u);
  order.sort((a, b) => exposure[b]! - exposure[a]! || a - b);
  return {
    disruption,
    harm: sumOf(exposure),
    parties: order.map((u) => ({
      party: map.parties[u]!.id,
      harm: exposure[u]!,
      method: byDefect?.isEstimated[u] === 1 ? 'monte-carlo' : 'exact',
      standardError: byDefect?.standardError[u] ?? 0,
    })),
  };
}
