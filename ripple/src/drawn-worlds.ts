/**
 * Worlds drawn once for a whole map: in which of them each link is live, 32 worlds to a word, by the same keys as
 * `defect-worlds`. One draw serves everybody's ripples and every scenario. O(links × worlds / 32); four bytes for each.
 */
import type { CompiledMap } from './compiled-map.js';
import { drawKey, liveWorlds } from './keyed-draws.js';
import { wordsOf, worldsInWord } from './words-of-worlds.js';

export interface DrawnWorlds {
  worlds: number;
  /** How many words a link has: its first is live[link × words]. */
  words: number;
  live: Int32Array;
  /** All worlds there are, as words. */
  all: Int32Array;
}

export function drawWorlds(map: CompiledMap, seed: number, worlds: number): DrawnWorlds {
  const words = wordsOf(worlds);
  const all = Int32Array.from({ length: words }, (_, w) => worldsInWord(w, worlds));
  const live = new Int32Array(map.links.length * words);
  for (let e = 0; e < map.links.length; e++) drawLink(map, e, map.liveChance[e]!, seed, all, live, e);
  return { worlds, words, live, all };
}

/** Writes in which of `all` worlds a link is live with this chance, as the words of the so-manieth link of `live`. */
export function drawLink(
  map: CompiledMap,
  link: number,
  chance: number,
  seed: number,
  all: Int32Array,
  live: Int32Array,
  at: number,
): void {
  const first = at * all.length;
  if (chance === 0 || chance === 1) {
    for (let w = 0; w < all.length; w++) live[first + w] = chance === 1 ? all[w]! : 0;
    return;
  }
  const { high, low } = drawKey(seed, map.links[link]!.id);
  for (let w = 0; w < all.length; w++) live[first + w] = liveWorlds(high, low, w, chance, all[w]!);
}
