/**
 * A few changes that take most harm off a whole map. Each step takes the best single change, found exactly: candidates
 * by falling upper bound, each tried on every ripple that can pass it, until no bound that is left can do better (lazy
 * re-evaluation after Minoux 1978, with bounds from certificates in place of submodularity, which harm lacks: two ways
 * side by side are only worth mending together). A set made so may therefore miss a better one, and no bound on that is
 * claimed; where all sets are few, all are tried instead.
 */
import type { AdvisedKind, AdviceQuestion, AdviceReport, AdviceSizes } from '@downstream/graph-schema/advice';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { CompiledMap } from './compiled-map.js';
import { linkNumber, partyNumber } from './compiled-map.js';
import { defectHarmOf } from './defect-harm.js';
import { roundedUp, type DelayBounds } from './delay-bounds.js';
import type { DelayChange } from './delay-change.js';
import type { DelayHarm } from './delay-harm.js';
import { delayHarmOf, sumOf } from './delay-harm.js';
import type { WholeMapOptions } from './exposure.js';
import type { Relief } from './harm-carried.js';
import { largestByBound } from './largest-by-bound.js';
import type { Narrowed } from './narrow.js';
import type { Observer } from './observer.js';
import { report, stepOf } from './observer.js';
import { referenceDisruption } from './reference-disruption.js';

export interface AdviceWanted {
  changes: number;
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

/** What is asked, on the map as the question narrows it. */
export function adviceWanted(
  { map, hasParty, touchesLink }: Narrowed,
  { changes, sizes, kinds, disruption = referenceDisruption(map) }: AdviceQuestion,
): AdviceWanted {
  const among = ({ kind, target }: Candidate): boolean =>
    (!kinds || kinds.includes(kind)) && (isOfLink(kind) ? touchesLink(target) : hasParty(target));
  return { changes, sizes, disruption, among };
}

/** A map that can be changed, seen by its harm alone. */
interface Changeable {
  harm(): number;
  candidates: readonly Candidate[];
  /** At most what each candidate takes off the harm as it is now. */
  bounds(observer?: Observer): Float64Array;
  harmWith(candidate: Candidate): number;
  accept(candidate: Candidate): void;
  /** For whom harm as it is now would fall. */
  reliefOf(candidate: Candidate): Relief;
  /** Whether any of its answers so far was estimated. */
  isEstimated(): boolean;
}

/** Ripples that trying every set may cost at most: a second or two. */
const mostRipples = 200_000;

/** Fewer changes than wanted where no further single one helps. Throws `Stopped`. */
export function advice(map: CompiledMap, wanted: AdviceWanted, options: WholeMapOptions = {}): AdviceReport {
  // Harm as it is comes first by defect, and with the first bounds by delay.
  const begun = wanted.disruption.kind === 'defect' ? 0.1 : 0;
  const now = changeableMap(map, wanted, { ...options, ...stepOf(options, 0, begun) });
  const tried = [now];
  const origins = map.parties.length;
  const isExact =
    wanted.changes === 1 || setsOf(now.candidates.length, wanted.changes) * origins <= mostRipples;
  const triesAll = isExact && wanted.changes > 1;
  const { harm, steps: stepByStep } = greedySet(
    now,
    wanted.changes,
    stepOf(options, begun, triesAll ? 0.3 : 1),
  );
  const changeable = (): Changeable => {
    const another = changeableMap(map, wanted, { ...options, onProgress: undefined });
    tried.push(another);
    return another;
  };
  const chosen = triesAll
    ? bestSet(changeable, wanted.changes, stepByStep, stepOf(options, 0.3, 1))
    : stepByStep;
  return {
    harm,
    changes: chosen.map(({ candidate: { kind, target, size }, harmAfter }) => ({
      kind,
      target: isOfLink(kind) ? map.links[target]!.id : map.parties[target]!.id,
      size,
      harmAfter,
    })),
    method: tried.some((one) => one.isEstimated()) ? 'monte-carlo' : isExact ? 'exact' : 'greedy',
  };
}

/** For whom harm falls with each change of an advice, those before it made. Throws `Stopped`. */
export function reliefOfAdvice(
  map: CompiledMap,
  wanted: AdviceWanted,
  { changes }: AdviceReport,
  options: WholeMapOptions = {},
): Relief[] {
  const changeable = changeableMap(map, wanted, options);
  return changes.map(({ kind, target, size }) => {
    const number = isOfLink(kind) ? linkNumber(map, target) : partyNumber(map, target);
    const candidate = { kind, target: number, size };
    const relief = changeable.reliefOf(candidate);
    changeable.accept(candidate);
    return relief;
  });
}

export const isOfLink = (kind: AdvisedKind): boolean => kind === 'slack' || kind === 'alternative';

interface Step {
  candidate: Candidate;
  harmAfter: number;
}

/** Harm as it is, and the steps that bring it down. */
function greedySet(map: Changeable, most: number, observer: Observer): { harm: number; steps: Step[] } {
  const chosen: Candidate[] = [];
  const isUsed = new Set<Candidate>();
  const harms: number[] = [];
  while (chosen.length < most) {
    const step = stepOf(observer, chosen.length / most, (chosen.length + 1) / most);
    const bounds = map
      .bounds(stepOf(step, 0, 0.3))
      .map((bound, i) => (isUsed.has(map.candidates[i]!) ? 0 : roundedUp(bound)));
    // After the bounds: whoever finds these finds harm besides.
    const before = map.harm();
    harms.push(before);
    const trying = stepOf(step, 0.3, 1);
    const [best] = largestByBound(
      bounds,
      1,
      (i) => before - map.harmWith(map.candidates[i]!),
      (done) => report(trying, done),
    );
    if (!best || best.value <= 0) break;
    const candidate = map.candidates[best.item]!;
    map.accept(candidate);
    isUsed.add(candidate);
    chosen.push(candidate);
  }
  harms.push(map.harm());
  return {
    harm: harms[0]!,
    steps: chosen.map((candidate, i) => ({ candidate, harmAfter: harms[i + 1]! })),
  };
}

/** Of all sets the one that leaves least harm; the one made step by step where no other is better. */
function bestSet(changeable: () => Changeable, size: number, stepByStep: Step[], observer: Observer): Step[] {
  let least = stepByStep.at(-1)?.harmAfter ?? changeable().harm();
  let best: Candidate[] | undefined;
  const add = (map: Changeable, first: number, chosen: Candidate[]): void => {
    for (let i = first; i < map.candidates.length; i++) {
      const candidate = map.candidates[i]!;
      if (chosen.length === 0) report(observer, i / map.candidates.length);
      if (chosen.length + 1 === size) {
        const harm = map.harmWith(candidate);
        if (harm >= least) continue;
        least = harm;
        best = [...chosen, candidate];
        continue;
      }
      const next = changeable();
      for (const before of [...chosen, candidate]) next.accept(before);
      add(next, i + 1, [...chosen, candidate]);
    }
  };
  add(changeable(), 0, []);
  return best ? inBestOrder(changeable(), best) : stepByStep;
}

/** The changes of a set, each time the one that helps most so far. */
function inBestOrder(map: Changeable, set: readonly Candidate[]): Step[] {
  const left = [...set];
  const steps: Step[] = [];
  while (left.length > 0) {
    const harms = left.map((candidate) => map.harmWith(candidate));
    const [candidate] = left.splice(harms.indexOf(Math.min(...harms)), 1);
    map.accept(candidate!);
    steps.push({ candidate: candidate!, harmAfter: map.harm() });
  }
  return steps;
}

const setsOf = (items: number, size: number): number => {
  let sets = 1;
  for (let i = 0; i < size; i++) sets *= (items - i) / (i + 1);
  return sets;
};

function changeableMap(map: CompiledMap, wanted: AdviceWanted, options: WholeMapOptions): Changeable {
  return wanted.disruption.kind === 'delay'
    ? changeableForDelay(map, delayHarmOf(map, wanted.disruption.minutes, options), wanted)
    : changeableForDefect(map, wanted, options);
}

const any = () => true;

/** Slack and alternatives by link, then buffers by party; also where nothing is gained before another change is made. */
function changeableForDelay(
  map: CompiledMap,
  harm: DelayHarm,
  { sizes, among = any }: AdviceWanted,
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
    harmWith: (candidate) => harm.totalWith(changeOf(candidate)),
    accept: (candidate) => harm.accept(changeOf(candidate)),
    reliefOf: (candidate) => harm.reliefBy(changeOf(candidate)),
    isEstimated: () => false,
  };
}

/** Checks: no other change keeps a defect away. Standbys carry none, so an alternative does not help either. */
function changeableForDefect(
  map: CompiledMap,
  { sizes, among = any }: AdviceWanted,
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
  const withCheck = (candidate: Candidate) => {
    const { liveChance, links } = checked(candidate);
    const scenario = current.with(liveChance, links);
    isEstimated ||= scenario.isEstimated;
    return scenario;
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
    harmWith: (candidate) => withCheck(candidate).total,
    reliefOf: withCheck,
    accept(candidate) {
      now = { ...now, liveChance: checked(candidate).liveChance };
      current = defectHarmOf(now, { ...options, onProgress: undefined });
      total = sumOf(current.exposure);
      isEstimated ||= current.isEstimated.includes(1);
    },
    isEstimated: () => isEstimated,
  };
}
