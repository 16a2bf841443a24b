import type { WorkingTime } from '@downstream/graph-schema/duration';
import type { Phrase } from './phrase.js';
import { phrase } from './phrase.js';

/** Whole minutes of working time in words: "30 minutes", "2 hours", "2 h 15 min", "1 day", "1 d 4 h". Loses nothing. */
export function durationPhrase(minutes: number, time: WorkingTime): Phrase {
  const parts = partsOf(minutes, time);
  const [only] = parts;
  return parts.length === 1 ? phrase(`duration.${only!.unit}`, { count: only!.count }) : joined(parts);
}

/** The same in few letters: "30 min", "2 h", "1 d 4 h". */
export function shortDurationPhrase(minutes: number, time: WorkingTime): Phrase {
  return joined(partsOf(minutes, time));
}

/**
 * Its largest unit and the one below it, for where there is room for no more: "1 wk 4 d", "2 h 15 min". Rounded down: the
 * whole figure beside it begins with the same words, and a ripple that has lost a little on its way does not look as
 * long as it was.
 */
export function briefDurationPhrase(minutes: number, time: WorkingTime): Phrase {
  const units = unitsOf(time);
  const largest = units.findIndex(([, length]) => length <= minutes);
  const least = units[largest + 1]?.[1] ?? 1;
  return joined(partsOf(minutes - ((minutes % (units[largest]?.[1] ?? 1)) % least), time));
}

type Unit = 'minutes' | 'hours' | 'days' | 'weeks';
interface Part {
  unit: Unit;
  count: number;
}

const short = {
  minutes: 'duration.shortMinutes',
  hours: 'duration.shortHours',
  days: 'duration.shortDays',
  weeks: 'duration.shortWeeks',
} as const;

/** From the largest to the smallest. */
function unitsOf({ dayLength, weekLength }: WorkingTime): [Unit, number][] {
  const units: [Unit, number][] = [['minutes', 1]];
  // A unit that is no longer than the one below it says nothing: a day of one hour is that hour.
  if (dayLength > 60) units.unshift(['hours', 60]);
  if (dayLength > 1) units.unshift(['days', dayLength]);
  if (weekLength > dayLength) units.unshift(['weeks', weekLength]);
  return units;
}

function partsOf(minutes: number, time: WorkingTime): Part[] {
  const parts: Part[] = [];
  let rest = minutes;
  for (const [unit, length] of unitsOf(time)) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push({ unit, count });
  }
  return parts.length > 0 ? parts : [{ unit: 'minutes', count: 0 }];
}

function joined(parts: readonly Part[]): Phrase {
  const [first, second, third, fourth] = parts.map(({ unit, count }) => phrase(short[unit], { count }));
  if (fourth) return phrase('duration.four', { first: first!, second: second!, third: third!, fourth });
  if (third) return phrase('duration.three', { first: first!, second: second!, third });
  return second ? phrase('duration.two', { first: first!, second }) : first!;
}
