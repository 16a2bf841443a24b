/**
 * How often a defect reaches each party, over many worlds drawn by key: Monte Carlo of the independent cascade
 * (Kempe, Kleinberg, Tardos 2003), 32 worlds at once, one word after the other. Parties take turns providers first, as
 * far as loops let them be, until nothing is new; each passes on only what is new since it last did. A link is asked
 * about a world at most once, and only where its provider is reached and its customer not yet.
 * O(worlds / 32 × links of reached parties), times the sweeps for loops; a word's memory is linear in the map.
 */
import type { CompiledMap } from './compiled-map.js';
import type { DefectLanes } from './defect-lanes.js';
import { defectLanes } from './defect-lanes.js';
import { liveByDigits, stepOf } from './keyed-draws.js';
import type { Observer } from './observer.js';
import { stopIf } from './observer.js';
import { bitsIn, wordsOf, worldsInWord } from './words-of-worlds.js';

/** In how many of `worlds` worlds each party is reached from these. Throws `Stopped`. */
export function reachedWorlds(
  map: CompiledMap,
  defective: readonly number[],
  seed: number,
  worlds: number,
  observer?: Observer,
): Int32Array {
  return reachedInWords(map, defective, seed, worlds, [0, wordsOf(worlds)], observer);
}

/**
 * The same in the worlds of the words from the first on up to the last, which is left out: several threads can have
 * some each, and their sums are what one would have found.
 */
export function reachedInWords(
  map: CompiledMap,
  defective: readonly number[],
  seed: number,
  worlds: number,
  [first, last]: readonly [number, number],
  observer?: Observer,
): Int32Array {
  const laid = defectLanes(map, seed);
  const size = laid.party.length;
  const origins = defective.map((v) => laid.place[v]!);
  /** By place, two words: in which worlds it is reached, and in which of them it has not passed that on. */
  const state = new Int32Array(2 * size);
  /** Who has anything fresh, and who is reached in any world, as bits. */
  const dirty = new Int32Array((size >>> 5) + 1);
  const touched = new Int32Array(dirty.length);
  const hits = new Int32Array(size);
  for (let word = first; word < last; word++) {
    stopIf(observer);
    for (const i of origins) {
      state[2 * i] = state[2 * i + 1] = worldsInWord(word, worlds);
      dirty[i >>> 5]! |= 1 << (i & 31);
    }
    spread(laid, state, dirty, touched, word);
    countHits(laid.party, state, touched, hits);
  }
  return hits;
}

/**
 * Passes on all that is fresh, until nothing is. The walk over who is dirty also stands in `exposure-by-chains`: behind
 * calls of its own it was 5 % slower here, though the compiler put them all in place.
 */
function spread(
  { start, lanes, rest }: DefectLanes,
  state: Int32Array,
  dirty: Int32Array,
  touched: Int32Array,
  word: number,
): void {
  const step = stepOf(word);
  const end = dirty.length;
  /** Where the next sweep begins. */
  let next = 0;
  while (next < end) {
    let at = next;
    next = end;
    while (at < end) {
      const bits = dirty[at]!;
      if (bits === 0) {
        at += 1;
        continue;
      }
      const bit = bits & -bits;
      dirty[at] = bits ^ bit;
      touched[at]! |= bit;
      const i = (at << 5) + 31 - Math.clz32(bit);
      const fresh = state[2 * i + 1]!;
      state[2 * i + 1] = 0;
      const stop = start[i + 1]!;
      for (let lane = start[i]!; lane < stop; lane += 4) {
        const to = lanes[lane]!;
        const before = state[2 * to]!;
        const asked = fresh & ~before;
        if (asked === 0) continue;
        const high = (lanes[lane + 1]! + step) | 0;
        const live = liveByDigits(high, lanes[lane + 2]!, lanes[lane + 3]!, rest[lane >>> 2]!, asked);
        // Written even where nothing is live, which nobody could foresee: a branch would cost more.
        state[2 * to] = before | live;
        state[2 * to + 1]! |= live;
        const w = to >>> 5;
        dirty[w]! |= ((live | -live) >>> 31) << (to & 31);
        if (w < at && live !== 0 && w < next) next = w;
      }
    }
  }
}

/** Adds up whom this word's worlds reach, and clears it away. */
function countHits(party: Int32Array, state: Int32Array, touched: Int32Array, hits: Int32Array): void {
  for (let at = 0; at < touched.length; at++) {
    for (let bits = touched[at]!; bits !== 0; bits &= bits - 1) {
      const i = (at << 5) + 31 - Math.clz32(bits & -bits);
      hits[party[i]!]! += bitsIn(state[2 * i]!);
      state[2 * i] = 0;
    }
    touched[at] = 0;
  }
}
