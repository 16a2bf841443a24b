import { defaultDayLength, defaultWeekLength, type MapSettings } from '@downstream/graph-schema/map';

export const timeUnits = ['min', 'h', 'd', 'w'] as const;
export type TimeUnit = (typeof timeUnits)[number];

type WorkingTime = Pick<MapSettings, 'dayLength' | 'weekLength'>;

/** Working minutes in a unit: a map may say how long its day and its week are. */
export function minutesIn(unit: TimeUnit, { dayLength, weekLength }: WorkingTime): number {
  if (unit === 'min') return 1;
  if (unit === 'h') return 60;
  return unit === 'd' ? (dayLength ?? defaultDayLength) : (weekLength ?? defaultWeekLength);
}

/** The largest unit in which these minutes are a whole number. */
export const naturalUnit = (minutes: number, time: WorkingTime): TimeUnit =>
  timeUnits.findLast((unit) => minutes > 0 && minutes % minutesIn(unit, time) === 0) ?? 'min';

/** A step of the slider's scale: from here on, this many minutes a notch. */
interface Stretch {
  minutes: number;
  notch: number;
}

/**
 * The slider's scale. Minutes matter in the first hour and days after the first week, so every stretch between two
 * ticks is equally long, and coarser than the one before.
 */
export function delayScale(time: WorkingTime): { ticks: Stretch[]; length: number } {
  const day = minutesIn('d', time);
  const week = minutesIn('w', time);
  const wanted: Stretch[] = [
    { minutes: 0, notch: 1 },
    { minutes: 15, notch: 5 },
    { minutes: 30, notch: 5 },
    { minutes: 60, notch: 10 },
    { minutes: 120, notch: 30 },
    { minutes: 240, notch: 30 },
    { minutes: day, notch: 60 },
    { minutes: week, notch: day },
    { minutes: 4 * week, notch: week },
  ];
  // A map whose day is short passes some of these before it comes to them.
  const ticks: Stretch[] = [];
  for (const tick of wanted) if (tick.minutes > (ticks.at(-1)?.minutes ?? -1)) ticks.push(tick);
  return { ticks, length: (ticks.length - 1) * stretchLength };
}

/** Positions of the slider between two ticks. */
export const stretchLength = 100;

/** The slider's position for minutes; beyond the scale's end, its end. */
export function positionOf(minutes: number, time: WorkingTime): number {
  const { ticks, length } = delayScale(time);
  const index = ticks.findLastIndex((tick) => tick.minutes <= minutes);
  const from = ticks[index];
  const to = ticks[index + 1];
  if (!from) return 0;
  if (!to) return length;
  return stretchLength * (index + (minutes - from.minutes) / (to.minutes - from.minutes));
}

/** The minutes at a position, on a round number; never less than one, because nobody is nothing late. */
export function minutesAt(position: number, time: WorkingTime): number {
  const { ticks } = delayScale(time);
  const index = Math.max(0, Math.min(ticks.length - 2, Math.floor(position / stretchLength)));
  const [from, to] = [ticks[index]!, ticks[index + 1]!];
  const exact =
    from.minutes + ((position - index * stretchLength) / stretchLength) * (to.minutes - from.minutes);
  const round = from.minutes + Math.round((exact - from.minutes) / from.notch) * from.notch;
  return Math.max(1, Math.min(to.minutes, round));
}
