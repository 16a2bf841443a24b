/**
 * Party numbers by lateness falling, then by number: a stable radix sort (LSD, Knuth 5.2.5) in two digits, which a
 * lateness of ten years fits. O(parties), many times faster than comparing on a large map.
 */
const digitBits = 12;
const digits = 1 << digitBits;

/** `late` in rising order; each has `delay` above 0. */
export function latestFirst(delay: Int32Array, late: Int32Array): Int32Array {
  const byLowDigit = fallingBy((v) => delay[v]! & (digits - 1), late);
  return fallingBy((v) => delay[v]! >>> digitBits, byLowDigit);
}

/** Counting sort: those of a higher digit first, those of one digit in the order that they come in. */
function fallingBy(digitOf: (party: number) => number, parties: Int32Array): Int32Array {
  const next = new Int32Array(digits + 1);
  for (const v of parties) next[digits - 1 - digitOf(v) + 1]! += 1;
  for (let digit = 0; digit < digits; digit++) next[digit + 1]! += next[digit]!;
  const sorted = new Int32Array(parties.length);
  for (const v of parties) {
    const place = digits - 1 - digitOf(v);
    sorted[next[place]!] = v;
    next[place]! += 1;
  }
  return sorted;
}
