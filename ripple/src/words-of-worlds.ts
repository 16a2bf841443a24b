/** Worlds are worked on 32 at once: each is a bit of a 32-bit word. */

/** Words that so many worlds, or others that are bits, take up. */
export const wordsOf = (worlds: number): number => Math.ceil(worlds / 32);

/** All worlds of a word that there are: fewer in the last one, none behind it. */
export function worldsInWord(word: number, worlds: number): number {
  const left = worlds - word * 32;
  return left >= 32 ? -1 : (1 << Math.max(left, 0)) - 1;
}

/** Bits that are set. */
export function bitsIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}
