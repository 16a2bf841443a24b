import type { MapSettings } from '@downstream/graph-schema/map';
import { defaultDayLength, defaultWeekLength } from '@downstream/graph-schema/map';

export const timeUnits = ['min', 'h', 'd', 'w'] as const;
export type TimeUnit = (typeof timeUnits)[number];

type WorkingTime = Pick<MapSettings, 'dayLength' | 'weekLength'>;

/** Working minutes in a unit: a map may say how long its day and its week are. */
export function minutesIn(unit: TimeUnit, { dayLength, weekLength }: WorkingTime): number {
  if (unit === 'min') return 1;
  if (unit === 'h') return 60;
  return unit === 'd' ? (dayLength ?? defaultDayLength) : (weekLength ?? defaultWeekLength);
}

/** Whole minutes as the one or two units in which a person would say them: 90 is 1 h 30 min, 2,400 is 1 w. */
export function inUnits(minutes: number, time: WorkingTime): { value: number; unit: TimeUnit }[] {
  const units = [...timeUnits].reverse();
  const first = units.find((unit) => minutesIn(unit, time) <= minutes) ?? 'min';
  const value = Math.floor(minutes / minutesIn(first, time));
  const rest = minutes - value * minutesIn(first, time);
  const next = units.slice(units.indexOf(first) + 1).find((unit) => minutesIn(unit, time) <= rest);
  const parts = [{ value, unit: first }];
  // A week and three minutes is said as a week; a day and three hours is said in full.
  if (next && rest * 20 >= minutes)
    parts.push({ value: Math.floor(rest / minutesIn(next, time)), unit: next });
  return parts;
}

/** In short, for badges and rows: "1 h 30 min". */
export const shortDuration = (minutes: number, time: WorkingTime): string =>
  inUnits(minutes, time)
    .map(({ value, unit }) => `${value}\u00a0${unit}`)
    .join(' ');

/** A probability as a person reads it; never 0 % or 100 % for what is neither. */
export function percent(probability: number): string {
  if (probability > 0 && probability < 0.005) return '<\u00a01\u00a0%';
  if (probability < 1 && probability > 0.995) return '>\u00a099\u00a0%';
  return `${Math.round(probability * 100)}\u00a0%`;
}
