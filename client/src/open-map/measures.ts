import { formatDuration, readDuration, type WorkingTime } from '@downstream/graph-schema/duration';

/** A typed measure: the value, null where the field was emptied, or what to write instead. */
export type Reading = { value: number | null } | { problem: string };

/** Minutes of working time from a text such as `30m` or `2h`. */
export function readMinutes(text: string, time: WorkingTime): Reading {
  if (text.trim() === '') return { value: null };
  const read = readDuration(text, time);
  return read.problem === undefined ? { value: read.minutes } : read;
}

export const writeMinutes = (minutes: number | undefined, time: WorkingTime): string =>
  minutes === undefined ? '' : formatDuration(minutes, time);

/** A probability from a text in percent, such as `30` or `30 %`. */
export function readPercent(text: string, problem: string): Reading {
  if (text.trim() === '') return { value: null };
  const found = /^\s*(\d{1,3}(?:[.,]\d{1,6})?)\s*%?\s*$/.exec(text);
  const percent = found ? Number(found[1]!.replace(',', '.')) : Number.NaN;
  // Two more digits than were typed, so that 0.1 % is not 0.0010000000000000002.
  return percent >= 0 && percent <= 100 ? { value: Number((percent / 100).toFixed(8)) } : { problem };
}

export const writePercent = (probability: number | undefined): string =>
  probability === undefined ? '' : `${Number((probability * 100).toFixed(6))} %`;

/** A number of at least 0. */
export function readWeight(text: string, problem: string): Reading {
  if (text.trim() === '') return { value: null };
  const weight = /^\s*\d{1,7}(?:[.,]\d{1,6})?\s*$/.test(text)
    ? Number(text.trim().replace(',', '.'))
    : Number.NaN;
  return weight >= 0 ? { value: weight } : { problem };
}
