/**
 * Harm carried by a link: all exposures together, less the same with the link protected (its output is never late, or
 * never defective). "Fix this link and harm falls by so much." Upper bounds come from certificates (delay) or products
 * of chances (defect), so that the largest are found without trying every link; where chances are estimated, one pass
 * over the drawn worlds tells it of all links (see `cut-off`).
 */
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { CompiledMap } from './compiled-map.js';
import { defectHarmOf } from './defect-harm.js';
import { protecting } from './delay-change.js';
import { roundedUp } from './delay-bounds.js';
import { delayHarmOf } from './delay-harm.js';
import type { WholeMapOptions } from './exposure.js';
import { stepOf } from './observer.js';
import { sumOf } from './sum-of.js';

/** What protecting a link buys, and for whom. */
export interface Relief {
  /** Off the harm of each external customer, by party. */
  byCustomer: Float64Array;
  /** Whose disruptions hurt less, by number. */
  origins: readonly number[];
  /** At most the standard error of all that is taken off; 0 where that is exact. */
  standardError: number;
}

export interface HarmCarried {
  /** The sum of all exposures. */
  total: number;
  /** Never below a link's harm carried; 0 only where that is 0. */
  bounds: Float64Array;
  of(link: number): number;
  /** Whether `of` is exact for this link, and not estimated from worlds. */
  isExact(link: number): boolean;
  reliefOf(link: number): Relief;
}

/** Throws `Stopped`, here and in what it gives. */
export function harmCarried(
  map: CompiledMap,
  disruption: ReferenceDisruption,
  options: WholeMapOptions = {},
): HarmCarried {
  return disruption.kind === 'delay' ? byDelay(map, disruption.minutes, options) : byDefect(map, options);
}

function byDelay(map: CompiledMap, minutes: number, options: WholeMapOptions): HarmCarried {
  const harm = delayHarmOf(map, minutes, options);
  const { protection } = harm.bounds({ slack: 1, buffer: 1, switchTime: 0 });
  return {
    total: harm.total(),
    bounds: protection.map(roundedUp),
    of: (link) => harm.reductionWith(protecting(link)),
    isExact: () => true,
    reliefOf: (link) => harm.reliefBy(protecting(link)),
  };
}

function byDefect(map: CompiledMap, options: WholeMapOptions): HarmCarried {
  const harm = defectHarmOf(map, { ...options, ...stepOf(options, 0, 0.4) });
  const { drawn, exactAtMost, exactOf, isExact } = harm.carried(stepOf(options, 0.4, 1));
  return {
    total: sumOf(harm.exposure),
    bounds: exactAtMost.map((bound, e) => roundedUp(bound + drawn.byLink[e]!)),
    of: (link) => drawn.byLink[link]! + exactOf(link),
    isExact,
    reliefOf: (link) => harm.with([{ liveChance: map.liveChance.with(link, 0), links: [link] }])[0]!,
  };
}
