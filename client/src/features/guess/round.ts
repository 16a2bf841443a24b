import { disruptionSchema } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import { z } from 'zod';
import { canBegin } from '../../open-map/can-begin';
import { partyOf } from '../../open-map/name-of';

/** What a round came to, as numbers: of `hit` parties the room found `found`; `notHit` were marked and are not hit. */
const countSchema = z.strictObject({ hit: z.int(), found: z.int(), surprises: z.int(), notHit: z.int() });
export type RoundCount = z.infer<typeof countSchema>;

/**
 * A game of guessing on one map: set what happens, mark who will be hit, play, count, and again. It holds no result
 * before it is played, so that there is none to be seen.
 */
export const guessSchema = z.strictObject({
  phase: z.enum(['setting', 'guessing', 'playing', 'counted']),
  disruption: disruptionSchema.optional(),
  /** Nobody but the one who set it knows what happens. */
  isHidden: z.boolean(),
  marks: z.array(z.string()),
  /** The rounds that were counted, the first one first. */
  rounds: z.array(countSchema),
});
export type Guess = z.infer<typeof guessSchema>;

export const noGuess: Guess = { phase: 'setting', isHidden: false, marks: [], rounds: [] };

/** A defect hits everyone downstream a little; from this chance on, the room is right to have expected it. */
export const countsAsHit = 0.1;

/** The parties of a round, told apart; each in the order in which the report or the room named them. */
export interface RoundResult {
  found: string[];
  surprises: string[];
  notHit: string[];
}

/** Who was found, who surprised, and who was marked but not hit. Where it begins is neither: that was given. */
export function resultOf(marks: readonly string[], report: RippleReport): RoundResult {
  const begins = new Set(report.disruptions.map(({ party }) => party));
  const hit = new Set(
    [
      ...(report.delay?.hits ?? []).map(({ party }) => party),
      ...(report.defect?.hits ?? [])
        .filter(({ probability }) => probability >= countsAsHit)
        .map(({ party }) => party),
    ].filter((party) => !begins.has(party)),
  );
  const marked = new Set(marks.filter((party) => !begins.has(party)));
  return {
    found: [...hit].filter((party) => marked.has(party)),
    surprises: [...hit].filter((party) => !marked.has(party)),
    notHit: [...marked].filter((party) => !hit.has(party)),
  };
}

export const countOf = ({ found, surprises, notHit }: RoundResult): RoundCount => ({
  hit: found.length + surprises.length,
  found: found.length,
  surprises: surprises.length,
  notHit: notHit.length,
});

/** All rounds together. */
export const totalOf = (rounds: readonly RoundCount[]): RoundCount =>
  rounds.reduce(
    (sum, one) => ({
      hit: sum.hit + one.hit,
      found: sum.found + one.found,
      surprises: sum.surprises + one.surprises,
      notHit: sum.notHit + one.notHit,
    }),
    { hit: 0, found: 0, surprises: 0, notHit: 0 },
  );

/** Marks a party, or takes its mark away. Where it begins cannot be marked while everyone knows it. */
export function toggled(guess: Guess, party: string): Guess {
  if (guess.phase !== 'guessing') return guess;
  if (!guess.isHidden && guess.disruption?.party === party) return guess;
  const marks = guess.marks.includes(party)
    ? guess.marks.filter((one) => one !== party)
    : [...guess.marks, party];
  return { ...guess, marks };
}

/** Whether somebody has meanwhile removed whoever is to be late or to make a mistake, or said that they only receive. */
export const cannotBegin = ({ disruption }: Guess, content: MapContent): boolean =>
  disruption !== undefined && !canBegin(content, disruption);

/** Another choice in the same round; the marks of a round that was counted are told already. */
export const chosenAgain = (guess: Guess): Guess => ({
  ...guess,
  phase: 'setting',
  disruption: undefined,
  marks: guess.phase === 'counted' ? [] : guess.marks,
});

/** Without the marks of those whom somebody has meanwhile removed. */
export function marksOnMap(guess: Guess, content: MapContent): Guess {
  const marks = guess.marks.filter((party) => partyOf(content, party));
  return marks.length === guess.marks.length ? guess : { ...guess, marks };
}
