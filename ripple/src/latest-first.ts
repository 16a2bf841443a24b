import type { Settled } from './delay-pass.js';

/** Places in `late` by lateness falling, then by party number. The pass leaves them in levels already: each is sorted. */
export function latestFirst({ late, minutes }: Settled): number[] {
  const places = Array.from(late.keys());
  for (let from = 0; from < places.length;) {
    const level = minutes[from]!;
    let to = from + 1;
    while (to < places.length && minutes[to] === level) to += 1;
    if (to - from > 1) {
      const sorted = places.slice(from, to).sort((i, j) => late[i]! - late[j]!);
      for (let i = from; i < to; i++) places[i] = sorted[i - from]!;
    }
    from = to;
  }
  return places;
}
