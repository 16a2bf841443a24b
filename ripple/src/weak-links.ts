/**
 * The links that carry most harm over a whole map: the exact top of the list, by falling bound (see `harm-carried` and
 * `largest-by-bound`). Where chances are estimated, so is the list, and it says so link by link.
 */
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { WeakLinksReport } from '@downstream/graph-schema/weak-links';
import type { CompiledMap } from './compiled-map.js';
import { linkNumber } from './compiled-map.js';
import type { WholeMapOptions } from './exposure.js';
import type { HarmCarried } from './harm-carried.js';
import { harmCarried } from './harm-carried.js';
import { largestByBound } from './largest-by-bound.js';
import { report, stepOf } from './observer.js';

export interface WeakLinks {
  report: WeakLinksReport;
  harm: HarmCarried;
}

export interface WeakLinksOptions extends WholeMapOptions {
  /** Which links the list is of; all of them if not said. */
  among?: ((link: number) => boolean) | undefined;
}

/** The first `top` links, or all if there are no more. Throws `Stopped`. */
export function weakLinks(
  map: CompiledMap,
  disruption: ReferenceDisruption,
  top: number,
  options: WeakLinksOptions = {},
): WeakLinks {
  const { among = () => true } = options;
  const harm = harmCarried(map, disruption, { ...options, ...stepOf(options, 0, 0.4) });
  const trying = stepOf(options, 0.4, 1);
  const asked = Array.from(map.links.keys()).filter(among);
  const found = largestByBound(
    asked.map((link) => harm.bounds[link]!),
    top,
    (items) => items.map((item) => harm.of(asked[item]!)),
    { onDone: (done) => report(trying, done) },
  );
  const links = found.map(({ item, value }) => {
    const link = asked[item]!;
    return {
      link: map.links[link]!.id,
      harmCarried: value,
      share: harm.total > 0 ? value / harm.total : null,
      health: null,
      exact: harm.bounds[link] === 0 || harm.isExact(link),
    };
  });
  return { report: { disruption, links }, harm };
}

/** What a fix of this link would buy, for the words that go with it. */
export const reliefOf = (map: CompiledMap, { harm }: WeakLinks, link: string) =>
  harm.reliefOf(linkNumber(map, link));
