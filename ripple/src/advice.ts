/**
 * A few changes that take most harm off a whole map. Each step takes the best single change, found exactly: candidates
 * by falling upper bound, each tried on every ripple that can pass it, until no bound that is left can do better (lazy
 * re-evaluation after Minoux 1978, with bounds from certificates in place of submodularity, which harm lacks: two ways
 * side by side are only worth mending together). A set made so may therefore miss a better one, and no bound on that is
 * claimed; where all sets are few, all are tried instead.
 */
import type { AdviceQuestion, AdviceReport } from '@downstream/graph-schema/advice';
import {
  changeableMap,
  isOfLink,
  type Candidate,
  type Changeable,
  type ChangesWanted,
} from './changeable-map.js';
import type { CompiledMap } from './compiled-map.js';
import { linkNumber, partyNumber } from './compiled-map.js';
import { roundedUp } from './delay-bounds.js';
import type { WholeMapOptions } from './exposure.js';
import type { Relief } from './harm-carried.js';
import { largestByBound } from './largest-by-bound.js';
import type { Narrowed } from './narrow.js';
import type { Observer } from './observer.js';
import { report, stepOf } from './observer.js';
import { referenceDisruption } from './reference-disruption.js';

export interface AdviceWanted extends ChangesWanted {
  changes: number;
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

/** Ripples that trying every set may cost at most: a second or two. */
const mostRipples = 200_000;

/** Fewer changes than wanted where no further single one helps. Throws `Stopped`. */
export function advice(map: CompiledMap, wanted: AdviceWanted, options: WholeMapOptions = {}): AdviceReport {
  // Harm as it is comes first by defect, and with the first bounds by delay.
  const begun = wanted.disruption.kind === 'defect' ? 0.1 : 0;
  const now = changeableMap(map, wanted, { ...options, ...stepOf(options, 0, begun) });
  const tried = [now];
  const isExact =
    wanted.changes === 1 || setsOf(now.candidates.length, wanted.changes) * now.ripplesToTry <= mostRipples;
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
      (items) => map.harmsWith(items.map((i) => map.candidates[i]!)).map((harm) => before - harm),
      { atOnce: map.atOnce, onDone: (done) => report(trying, done) },
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

/**
 * Of all sets of so many changes or fewer the one that leaves least harm; of those the smallest, since nobody should do
 * what helps nothing; and of those the one made step by step.
 */
function bestSet(changeable: () => Changeable, most: number, stepByStep: Step[], observer: Observer): Step[] {
  const whole = changeable();
  let least = stepByStep.at(-1)?.harmAfter ?? whole.harm();
  let best: Candidate[] | undefined;
  const add = (map: Changeable, first: number, chosen: Candidate[], size: number, step: Observer): void => {
    if (chosen.length + 1 === size) {
      const last = map.candidates.slice(first);
      for (const [i, harm] of map.harmsWith(last).entries()) {
        const isSmaller = size < (best ?? stepByStep).length;
        if (harm > least || (harm === least && !isSmaller)) continue;
        least = harm;
        best = [...chosen, last[i]!];
      }
      return;
    }
    for (let i = first; i < map.candidates.length; i++) {
      const candidate = map.candidates[i]!;
      if (chosen.length === 0) report(step, i / map.candidates.length);
      const next = changeable();
      for (const before of [...chosen, candidate]) next.accept(before);
      add(next, i + 1, [...chosen, candidate], size, step);
    }
  };
  for (let size = 1; size <= most; size++) {
    add(whole, 0, [], size, stepOf(observer, (size - 1) / most, size / most));
  }
  return best ? inBestOrder(whole, best) : stepByStep;
}

/** The changes of a set, each time the one that helps most so far. */
function inBestOrder(map: Changeable, set: readonly Candidate[]): Step[] {
  const left = [...set];
  const steps: Step[] = [];
  while (left.length > 0) {
    const harms = map.harmsWith(left);
    const [candidate] = left.splice(harms.indexOf(Math.min(...harms)), 1);
    map.accept(candidate!);
    steps.push({ candidate: candidate!, harmAfter: map.harm() });
  }
  return steps;
}

/** How many sets there are of 1 to `most` out of so many. */
function setsOf(items: number, most: number): number {
  let ofThisSize = 1;
  let sets = 0;
  for (let i = 0; i < Math.min(items, most); i++) {
    ofThisSize *= (items - i) / (i + 1);
    sets += ofThisSize;
  }
  return sets;
}
