/**
 * A map that changes can be tried on and made, seen by its harm alone: what an advice is searched with (see `advice`).
 * Trying costs what the change touches, and no map is compiled anew.
 */
import type { AdvisedKind, AdviceSizes } from '@downstream/graph-schema/advice';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { CompiledMap } from './compiled-map.js';
import { defectHarmOf } from './defect-harm.js';
import type { DelayBounds } from './delay-bounds.js';
import type { DelayChange } from './delay-change.js';
import type { DelayHarm } from './delay-harm.js';
import { delayHarmOf } from './delay-harm.js';
import type { WholeMapOptions } from './exposure.js';
import type { Relief } from './harm-carried.js';
import type { Observer } from './observer.js';
import { sumOf } from './sum-of.js';

/** Which changes may be made, against what. */
export interface ChangesWanted {
  disruption: ReferenceDisruption;
  sizes: AdviceSizes;
  /** Which changes may be advised; all of them if not said. */
  among?: ((candidate: Candidate) => boolean) | undefined;
}

/** A change that may be advised; `target` is the number of a link or a party. */
export interface Candidate {
  kind: AdvisedKind;
  target: number;
  size: number;
}

export const isOfLink = (kind: AdvisedKind): boolean => kind === 'slack' || kind === 'alternative';

/** A map that can be changed, seen by its harm alone. */
export interface Changeable {
  harm(): number;
  candidates: readonly Candidate[];
  /** At most what each candidate takes off the harm as it is now. */
  bounds(observer?: Observer): Float64Array;
  /** Of each candidate by itself. */
  harmsWith(candidates: readonly Candidate[]): number[];
  /** So many candidates at once cost little more than one. */
  readonly atOnce: number;
  /** What trying a candidate on everybody takes, in ripples by delay. */
  readonly ripplesToTry: number;
  accept(candidate: Candidate): void;
  /** For whom harm as it is now would fall. */
  reliefOf(candidate: Candidate): Relief;
  /** Whether any of its answers so far was estimated. */
  isEstimated(): boolean;
}

/** Throws `Stopped`, here and in what it gives. */
export function changeableMap(map: CompiledMap, wanted: ChangesWanted, options: WholeMapOptions): Changeable {
  return wanted.disruption.kind === 'delay'
    ? changeableForDelay(map, delayHarmOf(map, wanted.disruption.minutes, options), wanted)
    : changeableForDefect(map, wanted, options);
}

const any = () => true;

/** Slack and alternatives by link, then buffers by party; also where nothing is gained before another change is made. */
function changeableForDelay(
  map: CompiledMap,
  harm: DelayHarm,
  { sizes, among = any }: ChangesWanted,
): Changeable {
  const boundOf = (found: DelayBounds, { kind, target }: Candidate): number =>
    kind === 'slack'
      ? found.slack[target]!
      : kind === 'buffer'
        ? found.buffer[target]!
        : found.alternative[target]!;
  const all: Candidate[] = [];
  for (let e = 0; e < map.links.length; e++) {
    if (map.isBlocking[e] === 0) continue;
    all.push({ kind: 'slack', target: e, size: sizes.slack });
    // A substitute joins the group that a link is in: one advice for the group, by its primary.
    if (map.isStandby[e] === 0) all.push({ kind: 'alternative', target: e, size: sizes.switchTime });
  }
  for (let v = 0; v < map.parties.length; v++) {
    if (map.isCustomer[v] === 0) all.push({ kind: 'buffer', target: v, size: sizes.buffer });
  }
  const candidates = all.filter(among);
  const changeOf = ({ kind, target, size }: Candidate): DelayChange => ({
    kind: kind === 'slack' ? 'slack' : kind === 'buffer' ? 'buffer' : 'most',
    at: target,
    minutes: size,
  });
  return {
    harm: harm.total,
    candidates,
    bounds(observer) {
      const found = harm.bounds(sizes, observer);
      return Float64Array.from(candidates, (candidate) => boundOf(found, candidate));
    },
    harmsWith: (some) => some.map((candidate) => harm.totalWith(changeOf(candidate))),
    atOnce: 1,
    ripplesToTry: map.parties.length,
    accept: (candidate) => harm.accept(changeOf(candidate)),
    reliefOf: (candidate) => harm.reliefBy(changeOf(candidate)),
    isEstimated: () => false,
  };
}

/** Checks: no other change keeps a defect away. Standbys carry none, so an alternative does not help either. */
function changeableForDefect(
  map: CompiledMap,
  { sizes, among = any }: ChangesWanted,
  options: WholeMapOptions,
): Changeable {
  let current = defectHarmOf(map, options);
  let now = map;
  let total = sumOf(current.exposure);
  let isEstimated = current.isEstimated.includes(1);
  const all: Candidate[] = [];
  for (let v = 0; v < map.parties.length; v++) {
    if (map.isCustomer[v] === 1 || map.catchRate[v]! >= sizes.catchRate) continue;
    all.push({ kind: 'check', target: v, size: sizes.catchRate });
  }
  const candidates = all.filter(among);
  const checked = ({ target, size }: Candidate) => {
    const liveChance = now.liveChance.slice();
    const links = [...map.inLink.slice(map.inStart[target], map.inStart[target + 1])];
    for (const e of links) if (map.isStandby[e] === 0) liveChance[e] = map.defectPass[e]! * (1 - size);
    return { liveChance, links };
  };
  const withEach = (some: readonly Candidate[]) => {
    const scenarios = current.with(some.map(checked));
    isEstimated ||= scenarios.some((scenario) => scenario.isEstimated);
    return scenarios;
  };
  return {
    harm: () => total,
    candidates,
    bounds(observer) {
      const { drawn, exactAtMost } = current.carried(observer);
      return Float64Array.from(candidates, (candidate) => {
        const { liveChance, links } = checked(candidate);
        let bound = drawn.byParty[candidate.target]!;
        for (const e of links) {
          const before = now.liveChance[e]!;
          if (before > 0) bound += exactAtMost[e]! * (1 - liveChance[e]! / before);
        }
        return bound;
      });
    },
    harmsWith: (some) => withEach(some).map(({ total: harm }) => harm),
    // As many again would take twice as long, and mostly be tried for nothing.
    atOnce: 8,
    // A word of worlds takes about as long as one ripple by delay.
    ripplesToTry: current.worldsInAll / 32,
    reliefOf: (candidate) => withEach([candidate])[0]!,
    accept(candidate) {
      now = { ...now, liveChance: checked(candidate).liveChance };
      current = defectHarmOf(now, { ...options, onProgress: undefined });
      total = sumOf(current.exposure);
      isEstimated ||= current.isEstimated.includes(1);
    },
    isEstimated: () => isEstimated,
  };
}
