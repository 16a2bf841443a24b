/**
 * Tolerance of each party towards one external customer: the longest delay of that party alone which the customer does
 * not feel. Without substitutes it is what the least absorbing chain takes up (one backward Dijkstra 1959 pass). With
 * them it lies between that over first choices only and that without any group; where the two differ, lateness at the
 * customer never falls as the delay grows, and minutes are whole, so doubling steps and bisection over ripples find it.
 * O(links log parties), and about 2 log(minutes) ripples for each party whose way leads through substitutes.
 */
import type { ToleranceReport } from '@downstream/graph-schema/tolerance';
import { limits } from '@downstream/graph-schema/limits';
import type { CompiledMap } from './compiled-map.js';
import { createDelayRuns, type DelayRuns } from './delay-runs.js';
import { createLeastAbsorbed, isFirstChoice, standsAlone } from './least-absorbed.js';
import type { Observer } from './observer.js';
import { report } from './observer.js';

/** Who takes up so much never lets anything through: no longer delay can be declared. */
const never = limits.minutes;

export interface ToleranceOptions extends Observer {
  /** Whose tolerance is wanted; everybody's if not said. */
  among?: ((party: number) => boolean) | undefined;
}

/**
 * Minutes by party, Infinity where no delay that can be declared is felt; NaN for customers and for whom it is not
 * wanted. Throws `Stopped`.
 */
export function toleranceOf(
  map: CompiledMap,
  customer: number,
  options: ToleranceOptions = {},
): Float64Array {
  const { among = () => true } = options;
  const least = absorbedOnTheWay(map, customer, isFirstChoice(map));
  const tolerance = Float64Array.from(least, (minutes) => (minutes === never ? Infinity : minutes));
  for (let v = 0; v < tolerance.length; v++) {
    if (map.isCustomer[v] === 1 || !among(v)) tolerance[v] = NaN;
  }
  if (map.groupPrimary.length === 0) return tolerance;

  const most = absorbedOnTheWay(map, customer, standsAlone(map));
  const runs = createDelayRuns(map, never);
  for (let u = 0; u < tolerance.length; u++) {
    if (Number.isNaN(tolerance[u]) || least[u] === most[u]) continue;
    report(options, u / tolerance.length);
    tolerance[u] = firstUnfelt(map, runs, u, customer, least[u]!, most[u]!);
  }
  return tolerance;
}

/** What the least absorbing chain of such links takes up on the way to the customer, at most `never`. */
function absorbedOnTheWay(
  map: CompiledMap,
  customer: number,
  follows: (link: number) => boolean,
): Int32Array {
  const back = createLeastAbsorbed(map, never, follows);
  back.run([[customer, never]]);
  return Int32Array.from(map.parties, (_, v) => never - back.left(v));
}

/** The longest unfelt delay from `low`, which is unfelt, to below `high`, after which everything is felt. */
function firstUnfelt(
  map: CompiledMap,
  runs: DelayRuns,
  origin: number,
  customer: number,
  low: number,
  high: number,
): number {
  const isFelt = (minutes: number): boolean => {
    runs.run(origin, minutes);
    return runs.lateness[customer]! > 0;
  };
  if (high === never && !isFelt(never)) return Infinity;
  let unfelt = low;
  let felt = Math.min(high + 1, never);
  for (let step = 1; unfelt + step < felt; step *= 2) {
    if (isFelt(unfelt + step)) felt = unfelt + step;
    else unfelt += step;
  }
  while (unfelt + 1 < felt) {
    const middle = (unfelt + felt) >>> 1;
    if (isFelt(middle)) felt = middle;
    else unfelt = middle;
  }
  return unfelt;
}

/** The same as a list, least tolerant first, then by id. `customer` is the number of an external customer. */
export function toleranceReport(
  map: CompiledMap,
  customer: number,
  options?: ToleranceOptions,
): ToleranceReport {
  const tolerance = toleranceOf(map, customer, options);
  const order: number[] = [];
  for (let u = 0; u < tolerance.length; u++) if (!Number.isNaN(tolerance[u])) order.push(u);
  const later = (a: number, b: number): number => (a === b ? 0 : a - b);
  order.sort((a, b) => later(tolerance[a]!, tolerance[b]!) || a - b);
  return {
    customer: map.parties[customer]!.id,
    parties: order.map((u) => ({
      party: map.parties[u]!.id,
      minutes: tolerance[u] === Infinity ? null : tolerance[u]!,
    })),
  };
}
