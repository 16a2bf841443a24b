/**
 * Places in an order, of which some wait for their turn: taken from the first to the last, again and again until nobody
 * waits. A place behind the one that was taken last waits for the next time round, so that what loops carry back is
 * worked on all at once. A bit for each place; a turn costs what the waiting ones do, and a look at each 32 places.
 */
export interface Sweep {
  readonly waiting: Int32Array;
  /** The word of `waiting` that the last place was taken from, and where the next time round begins. */
  at: number;
  next: number;
}

export function sweepOf(places: number): Sweep {
  const waiting = new Int32Array((places >>> 5) + 1);
  return { waiting, at: waiting.length, next: waiting.length };
}

/** Makes a place wait where `isMore` is 1; where it is 0 nothing happens, without a branch that nobody could foresee. */
export function wait(sweep: Sweep, place: number, isMore: number): void {
  const at = place >>> 5;
  sweep.waiting[at]! |= isMore << (place & 31);
  if (at < sweep.at && isMore !== 0 && at < sweep.next) sweep.next = at;
}

/** Who is next to take a turn, and waits no longer; −1 where nobody waits, which leaves the sweep as it began. */
export function takeNext(sweep: Sweep): number {
  const { waiting } = sweep;
  let at = sweep.at;
  for (;;) {
    if (at >= waiting.length) {
      at = sweep.next;
      sweep.at = sweep.next = waiting.length;
      if (at === waiting.length) return -1;
    }
    const bits = waiting[at]!;
    if (bits === 0) {
      at += 1;
      continue;
    }
    waiting[at] = bits & (bits - 1);
    sweep.at = at;
    return (at << 5) + 31 - Math.clz32(bits & -bits);
  }
}
