/**
 * Which of those behind a narrow place, its neck, come to it by different branches; for 32 customers with a neck each at
 * once. A branch is all whose way to the neck leads over the same party in the end. Each branch has a sign of a few
 * digits, and whoever is in it bears it: two with different signs are in different branches, while those with the same
 * one may be in different ones too. A party that is not known to begin a branch bears the sign of those it leads to. If
 * it does begin one after all, that branch has its sign from there.
 */
import type { LiveWorld } from './live-world.js';

export interface Branches {
  /** Before other customers. */
  forget(): void;
  /**
   * Looks at whom a place leads to, of those before `until`, and whose sign is known; gives back for which customers
   * these are in different branches.
   */
  meet(place: number, until: number): number;
  /** For which the sign of any of them was known. */
  met(): number;
  /** The place looked at last begins a branch for some customers, and bears the same sign as those it met for others. */
  bear(place: number, begins: number, isBehindNeck: number): void;
  /** … the same sign as another place. */
  bearThatOf(other: number, place: number, begins: number, isBehindNeck: number): void;
}

/** So many that the first 31 branches below a neck, which most are in, differ. */
const digits = 5;

/** `reaches` is by place, 0 for those who do not matter. */
export function createBranches({ start, to }: LiveWorld, reaches: Int32Array): Branches {
  const n = start.length - 1;
  const sign = new Int32Array(n * digits);
  const isKnown = new Int32Array(n);
  const signMet = new Int32Array(digits);
  let known = 0;

  /** By digit: the number of the last branch of each customer. */
  const last = new Int32Array(digits);

  function begin(place: number, begins: number): void {
    if (begins === 0) return;
    let carried = begins;
    for (let d = 0; d < digits; d++) {
      const digit = last[d]!;
      last[d] = digit ^ carried;
      carried &= digit;
      sign[place * digits + d] = (sign[place * digits + d]! & ~begins) | (last[d]! & begins);
    }
  }

  return {
    forget: () => void last.fill(0),
    meet(place, until) {
      let differ = 0;
      for (let d = 0; d < digits; d++) {
        let one = 0;
        let zero = 0;
        for (let k = start[place]!; k < start[place + 1]!; k++) {
          const q = to[k]!;
          if (q >= until || reaches[q] === 0) continue;
          one |= sign[q * digits + d]! & isKnown[q]!;
          zero |= ~sign[q * digits + d]! & isKnown[q]!;
        }
        differ |= one & zero;
        known = one | zero;
        signMet[d] = one;
      }
      return differ;
    },
    met: () => known,
    bear(place, begins, isBehindNeck) {
      isKnown[place] = (known | begins) & isBehindNeck;
      for (let d = 0; d < digits; d++) sign[place * digits + d] = signMet[d]!;
      begin(place, begins);
    },
    bearThatOf(other, place, begins, isBehindNeck) {
      isKnown[place] = (isKnown[other]! | begins) & isBehindNeck;
      for (let d = 0; d < digits; d++) sign[place * digits + d] = sign[other * digits + d]!;
      begin(place, begins);
    },
  };
}
