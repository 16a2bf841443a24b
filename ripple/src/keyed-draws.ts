/**
 * Draws that are looked up, not taken in turn: whether a link is live in a world depends on (seed, link id, world)
 * alone (counter-based generators: Salmon et al. 2011), so two scenarios differ only by what was changed in them.
 * A draw U is a binary fraction whose digits are the same lane of successive 32-bit words, so that one word serves
 * 32 worlds, and U < p is decided digit by digit for all of them at once. Raising p only adds live worlds. One hash
 * gives five words of digits: sums of three of its bits, chosen so that those of any two worlds are independent (no
 * sum of them is zero), which is what makes a standard error right. Integer operations only.
 */

/** A link's two key words. The id is hashed, not the link's number, which shifts when another link is added. */
export function drawKey(seed: number, id: string): { high: number; low: number } {
  let high = mix(seed ^ 0x2545f491);
  let low = mix(seed ^ 0x6a09e667);
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul((low << 5) ^ (low >>> 27) ^ unit, 0x9e3779b1);
  }
  return { high: mix(high ^ id.length), low: mix(low + id.length) };
}

/** A map's links keep their keys for the seed that was used last: nearly always the same, and hashing costs. */
const kept = new WeakMap<readonly { id: string }[], { seed: number; keys: Int32Array }>();

/** Two key words a link, by number. */
export function drawKeys(links: readonly { id: string }[], seed: number): Int32Array {
  const known = kept.get(links);
  if (known?.seed === seed) return known.keys;
  const keys = new Int32Array(2 * links.length);
  for (let e = 0; e < links.length; e++) {
    const { high, low } = drawKey(seed, links[e]!.id);
    keys[2 * e] = high;
    keys[2 * e + 1] = low;
  }
  kept.set(links, { seed, keys });
  return keys;
}

const wordSize = 4_294_967_296;

/** The first 32 binary digits of a chance, and the next 32: more than the 53 that a number has. All are 1 for 1. */
export const firstDigits = (p: number): number => (p === 1 ? -1 : (p * wordSize) | 0);
export const nextDigits = (p: number): number =>
  p === 1 ? -1 : ((p * wordSize - Math.floor(p * wordSize)) * wordSize) | 0;

/** What is added to a link's high key word for 32 worlds. */
const stepOf = (word: number): number => Math.imul(word, 0x9e3779b9);

/**
 * Which of the 32 worlds of `word` have U < p, as bits; only those in `asked` are answered.
 * `p` lies above 0, and at most at 1.
 */
export const liveWorlds = (high: number, low: number, word: number, p: number, asked: number): number =>
  liveByDigits((high + stepOf(word)) | 0, low, firstDigits(p), nextDigits(p), asked);

/**
 * The same where all is at hand: a link's high key word with the step of the worlds, the low one, and the digits of p.
 * Where p's digit is 1, worlds with 0 are below it and those with 1 still equal; where it is 0, those with 0 are. Five
 * digits settle most questions, and are as many as a compiler still puts in place of the call.
 */
function liveByDigits(high: number, low: number, first: number, next: number, asked: number): number {
  const x = Math.imul(high ^ (high >>> 16), 0x21f0aaad) ^ low;
  const h = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  const s = h ^ (h >>> 15);
  const y = s ^ ((s << 1) | (s >>> 31));
  let ofP = first >> 31;
  let other = asked & (s ^ ((y << 3) | (y >>> 29)) ^ ofP);
  let live = other & ofP;
  asked ^= other;
  ofP = (first << 1) >> 31;
  other = asked & (s ^ ((y << 4) | (y >>> 28)) ^ ofP);
  live |= other & ofP;
  asked ^= other;
  ofP = (first << 2) >> 31;
  other = asked & (s ^ ((y << 10) | (y >>> 22)) ^ ofP);
  live |= other & ofP;
  asked ^= other;
  ofP = (first << 3) >> 31;
  other = asked & (s ^ ((y << 14) | (y >>> 18)) ^ ofP);
  live |= other & ofP;
  asked ^= other;
  ofP = (first << 4) >> 31;
  other = asked & (s ^ ((y << 27) | (y >>> 5)) ^ ofP);
  live |= other & ofP;
  asked ^= other;
  return asked === 0 ? live : live | liveByLaterDigits(x, low, first, next, asked);
}

/** For worlds whose first five digits are those of p; another hash, keyed as the first was, gives five more. */
function liveByLaterDigits(x: number, low: number, first: number, next: number, asked: number): number {
  if (first === -1 && next === -1) return asked;
  const digits = (first << 5) | (next >>> 27);
  const rest = next << 5;
  return (digits | rest) === 0 ? 0 : liveByDigits(x, low, digits, rest, asked);
}

/** A permutation of 32-bit words in which every input bit moves about half of the output (Mulvey, Wellons 2018). */
function mix(word: number): number {
  let x = word | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
