import type { Settled } from './delay-pass.js';

/** Places in `late` by lateness falling, then by party number. */
export function latestFirst({ late, minutes }: Settled): number[] {
  return Array.from(late.keys()).sort((i, j) => minutes[j]! - minutes[i]! || late[i]! - late[j]!);
}
