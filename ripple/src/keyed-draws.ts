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

export interface KeysOfDraws {
  high(link: number): number;
  low(link: number): number;
}

interface KeptKeys extends KeysOfDraws {
  seed: number;
}

/** A map's links keep their keys for the seed that was used last: nearly always the same, and hashing costs. */
const kept = new WeakMap<readonly { id: string }[], KeptKeys>();

/** The keys of links by number, each made when it is first asked for. */
export function keysOfDraws(links: readonly { id: string }[], seed: number): KeysOfDraws {
  const known = kept.get(links);
  if (known?.seed === seed) return known;
  const isMade = new Uint8Array(links.length);
  const words = new Int32Array(2 * links.length);
  const make = (link: number): void => {
    const { high, low } = drawKey(seed, links[link]!.id);
    words[2 * link] = high;
    words[2 * link + 1] = low;
    isMade[link] = 1;
  };
  const keys: KeptKeys = {
    seed,
    high(link) {
      if (isMade[link] === 0) make(link);
      return words[2 * link]!;
    },
    low(link) {
      if (isMade[link] === 0) make(link);
      return words[2 * link + 1]!;
    },
  };
  kept.set(links, keys);
  return keys;
}

/** Words of digits kept apart for each 32 worlds; no draw needs more than the 53 digits that a number has. */
const digits = 64;

/**
 * Which of the 32 worlds of `word` have U < p, as bits; only those in `asked` are answered.
 * `p` lies strictly between 0 and 1.
 */
export function liveWorlds(high: number, low: number, word: number, p: number, asked: number): number {
  let live = 0;
  let undecided = asked;
  let rest = p;
  let counter = Math.imul(word, digits);
  for (let digit = 0; digit < digits && undecided !== 0 && rest > 0; digit++) {
    const drawn = random(high, low, counter);
    counter = (counter + 1) | 0;
    rest += rest;
    if (rest >= 1) {
      // p's digit is 1: lanes with 0 are below it, lanes with 1 still equal.
      rest -= 1;
      live |= undecided & ~drawn;
      undecided &= drawn;
    } else {
      undecided &= ~drawn;
    }
  }
  return live;
}

function random(high: number, low: number, counter: number): number {
  let x = (high + Math.imul(counter, 0x9e3779b9)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad) ^ low;
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

/** A permutation of 32-bit words in which every input bit moves about half of the output (Mulvey, Wellons 2018). */
function mix(word: number): number {
  let x = word | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
