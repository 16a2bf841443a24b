/**
 * Harm by delay over a whole map, and how it changes with the map: the sum of all exposures, upper bounds on what each
 * change can take off it, and exactly what a change takes off. Ripples that meet no substitute go by chains alone, which
 * one pass back from each customer tells for everybody (`left-for-customers`); the others are run one by one
 * (`lateness-by-origin`).
 */
import type { CompiledMap } from './compiled-map.js';
import { countedCustomers } from './counted-customers.js';
import type { BoundSizes, DelayBounds } from './delay-bounds.js';
import type { DelayChange } from './delay-change.js';
import { delayNumbersOf } from './delay-change.js';
import { delayExposure, partiesThatMeetSubstitutes } from './exposure.js';
import type { Relief } from './harm-carried.js';
import { exposureByChains } from './exposure-by-chains.js';
import { latenessByOrigin } from './lateness-by-origin.js';
import { leftForCustomers, type VisitDrop } from './left-for-customers.js';
import { marked } from './marked.js';
import type { Observer } from './observer.js';
import { stepOf } from './observer.js';
import { sumOf } from './sum-of.js';

export type DelayHarm = ReturnType<typeof delayHarmOf>;

/** Throws `Stopped`, in whatever it is asked. */
export function delayHarmOf(map: CompiledMap, minutes: number, observer?: Observer) {
  const n = map.parties.length;
  const customers = countedCustomers(map);
  const numbers = delayNumbersOf(map);
  const byRipple = partiesThatMeetSubstitutes(map, minutes).map((meets, u) =>
    map.isCustomer[u] ? 0 : meets,
  );
  const byChains = byRipple.map((meets, u) => (meets || map.isCustomer[u] ? 0 : 1));
  const chains = leftForCustomers(map, minutes, numbers, customers, byChains);
  const ripples = latenessByOrigin(map, minutes, numbers, customers, byRipple);
  let known: Float64Array | undefined;
  let isChanged = false;

  /** The part of those whose delays go by chains alone. */
  function exposureOfChains(watching: Observer | undefined): Float64Array {
    if (!isChanged) return exposureByChains(map, minutes, customers, { shouldStop: watching?.shouldStop });
    const found = new Float64Array(n);
    chains.addExposure(found, watching);
    return found;
  }

  function exposure(): Float64Array {
    if (known) return known;
    if (!isChanged) return (known = delayExposure(map, minutes, observer));
    known = exposureOfChains(observer);
    ripples.addExposure(known, observer);
    return known;
  }

  /** Tells exposure besides: asked for before that, it costs no more ripples than exposure alone. */
  function bounds(sizes: BoundSizes, watching: Observer | undefined = observer): DelayBounds {
    const links = map.links.length;
    const found: DelayBounds = {
      protection: new Float64Array(links),
      slack: new Float64Array(links),
      alternative: new Float64Array(links),
      buffer: new Float64Array(n),
    };
    const alone = byRipple.reduce((sum, is) => sum + is, 0);
    const share = customers.length / (customers.length + alone);
    chains.addBounds(sizes, found, stepOf(watching, 0, share));
    const told = known ?? exposureOfChains(watching);
    ripples.addBounds(sizes, found, told, stepOf(watching, share, 1));
    known = told;
    return found;
  }

  function drops(change: DelayChange, visit: VisitDrop): void {
    chains.drops(change, visit, observer);
    ripples.drops(change, visit, observer);
  }

  /** What a change takes off the sum of all exposures. */
  function reductionWith(change: DelayChange): number {
    let reduction = 0;
    drops(change, (_, x, less) => (reduction += map.weight[x]! * less));
    return reduction;
  }

  return {
    exposure,
    total: () => sumOf(exposure()),
    bounds,
    reductionWith,
    /** The sum of all exposures with this change. */
    totalWith: (change: DelayChange): number => sumOf(exposure()) - reductionWith(change),
    /** What the change takes off the harm of each external customer, and whose delays it tempers. */
    reliefBy(change: DelayChange): Relief {
      const byCustomer = new Float64Array(n);
      const isTempered = new Uint8Array(n);
      drops(change, (u, x, less) => {
        byCustomer[x]! += map.weight[x]! * less;
        isTempered[u] = 1;
      });
      return {
        byCustomer,
        origins: marked(isTempered),
        standardError: 0,
      };
    },
    /** Makes a change for good. */
    accept(change: DelayChange): void {
      if (change.kind === 'most') {
        for (const u of chains.comeWithMore(change.at, change.minutes)) {
          byChains[u] = 0;
          byRipple[u] = 1;
        }
      }
      numbers.make(change);
      chains.changed(change);
      ripples.changed(change);
      isChanged = true;
      known = undefined;
    },
  };
}
