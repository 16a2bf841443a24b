import { limits } from './limits.js';
import { defaultDayLength, defaultWeekLength, type MapSettings } from './map.js';

/** How many minutes of work a day and a week have: what "1d" and "1w" mean on a map. */
export interface WorkingTime {
  dayLength: number;
  weekLength: number;
}

/** The working time of a map, the model's default where the map does not say. */
export const workingTimeOf = (
  map: Partial<Pick<MapSettings, 'dayLength' | 'weekLength'>> = {},
): WorkingTime => ({
  dayLength: map.dayLength ?? defaultDayLength,
  weekLength: map.weekLength ?? defaultWeekLength,
});

/** What to write where a duration is wanted; ends an error's sentence. */
export const durationInWords = 'write a duration such as 30m, 2h, 1d, 1w or 1h30m, or whole minutes';

/** The longest duration that anything takes, in whole weeks as people write them: the limit itself is in minutes. */
export function longestDuration({ weekLength }: WorkingTime = workingTimeOf()): string {
  const weeks = Math.floor(limits.minutes / weekLength);
  return `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
}

const amount = (unit: string) => `(?:(\\d{1,9})\\s*${unit}\\s*)?`;
const plain = new RegExp(
  `^${amount('(?:w|weeks?)')}${amount('(?:d|days?)')}${amount('(?:h|hrs?|hours?)')}${amount('(?:m|mins?|minutes?)')}$`,
  'i',
);
const iso = /^P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?)?$/i;

/**
 * Minutes of working time in a text such as `30m`, `2h`, `1d`, `1w`, `1h30m`, `30 min`, `PT30M`, `P1D` or `45`
 * (whole minutes); `undefined` where it is none of these. The result may be larger than any field takes.
 */
export function parseDuration(text: string, time: WorkingTime = workingTimeOf()): number | undefined {
  const trimmed = text.trim();
  if (/^\d{1,12}$/.test(trimmed)) return Number(trimmed);
  const found = plain.exec(trimmed) ?? iso.exec(trimmed);
  const amounts: (string | undefined)[] = found?.slice(1) ?? [];
  if (amounts.every((part) => part === undefined)) return undefined;
  const [weeks, days, hours, minutes] = amounts.map((part) => Number(part ?? 0));
  return weeks! * time.weekLength + days! * time.dayLength + hours! * 60 + minutes!;
}

/** What was written as a duration: its minutes, or what to write instead, which ends a sentence. */
export type ReadDuration = { minutes: number; problem?: undefined } | { problem: string };

/** A duration of `least` minutes or more, and no longer than anything takes. */
export function readDuration(
  text: string,
  time: WorkingTime = workingTimeOf(),
  least: 0 | 1 = 0,
): ReadDuration {
  const minutes = parseDuration(text, time);
  if (minutes === undefined) return { problem: durationInWords };
  if (minutes >= least && minutes <= limits.minutes) return { minutes };
  const most = longestDuration(time);
  return { problem: least === 0 ? `write at most ${most}` : `write ${least}m to ${most}` };
}

/** Whole minutes in the largest unit that divides them evenly: `45m`, `2h`, `1d`. Reads back as the same minutes. */
export function formatDuration(minutes: number, time: WorkingTime = workingTimeOf()): string {
  const units: [name: string, length: number][] = [
    ['w', time.weekLength],
    ['d', time.dayLength],
    ['h', 60],
    ['m', 1],
  ];
  const dividing = units.filter(([, length]) => minutes >= length && minutes % length === 0);
  const [name, length] = dividing.reduce((best, unit) => (unit[1] > best[1] ? unit : best), ['m', 1]);
  return `${minutes / length}${name}`;
}
