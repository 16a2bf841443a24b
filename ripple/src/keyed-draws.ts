/**
 * Draws that are looked up, not taken in turn: whether a link is live in a world depends on (seed, link id, world)
 * alone (counter-based generators: Salmon et al. 2011), so two scenarios differ only by what was changed in them.
 * A draw U is a binary fraction whose digits are the same lane of successive 32-bit words, so that one word serves
 * 32 worlds, and U < p is decided digit by digit for all of them at once: about 7 words for 32 draws. Raising p
 * only adds live worlds. Integer operations only.
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

/** Two words a link, by number; `isMade` says which of them are there yet. */
export interface KeysOfDraws {
  seed: number;
  words: Int32Array;
  isMade: Uint8Array;
}

/** A map's links keep their keys for the seed that was used last: nearly always the same, and hashing costs. */
const kept = new WeakMap<readonly { id: string }[], KeysOfDraws>();

export function keysOfDraws(links: readonly { id: string }[], seed: number): KeysOfDraws {
  const known = kept.get(links);
  if (known?.seed === seed) return known;
  const keys = { seed, words: new Int32Array(2 * links.length), isMade: new Uint8Array(links.length) };
  kept.set(links, keys);
  return keys;
}

/** Makes the key of a link that is asked for the first time. */
export function makeKey({ seed, words, isMade }: KeysOfDraws, link: number, id: string): void {
  const { high, low } = drawKey(seed, id);
  words[2 * link] = high;
  words[2 * link + 1] = low;
  isMade[link] = 1;
}

/** Words of digits kept apart for each 32 worlds; no draw needs more than the 53 digits that a number has. */
const digits = 64;
const word = 4_294_967_296;

/** The first 32 binary digits of a chance below 1, and the next 32. */
export const firstDigits = (p: number): number => (p * word) | 0;
export const nextDigits = (p: number): number => ((p * word - Math.floor(p * word)) * word) | 0;

/**
 * Which of the 32 worlds of `word` have U < p, as bits; only those in `asked` are answered.
 * `p` lies strictly between 0 and 1.
 */
export const liveWorlds = (high: number, low: number, at: number, p: number, asked: number): number =>
  liveByDigits(high, low, at, firstDigits(p), nextDigits(p), asked);

/** The same where the digits are at hand: `first` and `next` of them, as words. */
export function liveByDigits(
  high: number,
  low: number,
  at: number,
  first: number,
  next: number,
  asked: number,
): number {
  let live = 0;
  let undecided = asked;
  let ofP = first;
  let rest = next;
  let counter = Math.imul(at, digits);
  for (let digit = 0; undecided !== 0 && (ofP | rest) !== 0; digit++) {
    if (digit === 32) {
      ofP = rest;
      rest = 0;
    }
    let x = (high + Math.imul(counter, 0x9e3779b9)) | 0;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad) ^ low;
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    const drawn = x ^ (x >>> 15);
    counter = (counter + 1) | 0;
    // Where p's digit is 1, worlds with 0 are below it and those with 1 still equal; where it is 0, those with 0 are.
    const isOne = ofP >> 31;
    live |= undecided & ~drawn & isOne;
    undecided &= drawn ^ ~isOne;
    ofP <<= 1;
  }
  return live;
}

/** A permutation of 32-bit words in which every input bit moves about half of the output (Mulvey, Wellons 2018). */
function mix(word: number): number {
  let x = word | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
