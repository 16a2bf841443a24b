/**
 * How often a defect reaches each party, over many worlds drawn by key: Monte Carlo of the independent cascade
 * (Kempe, Kleinberg, Tardos 2003), 128 worlds at once, one block after the other. Parties take turns providers first, as
 * far as loops let them be, until nothing is new; each passes on only what is new since it last did. The sweeps are
 * WebAssembly (`../assembly/spread-defect.ts`), since it has vectors.
 * O(worlds / 128 × links of reached parties), times the sweeps for loops; a block's memory is linear in the map.
 */
import type { CompiledMap } from './compiled-map.js';
import { defectLanes } from './defect-lanes.js';
import type { Observer } from './observer.js';
import { report, stopIf } from './observer.js';
import { hitsOf, spreadOf } from './spread.js';
import { wordsOf, worldsInWord } from './words-of-worlds.js';

/** In how many of `worlds` worlds each party is reached from these. Throws `Stopped`. */
export function reachedWorlds(
  map: CompiledMap,
  defective: readonly number[],
  seed: number,
  worlds: number,
  observer?: Observer,
): Int32Array {
  const laid = defectLanes(map, seed);
  const spread = spreadOf(laid);
  spread.begin();
  const words = wordsOf(worlds);
  for (let word = 0; word < words; word += 4) {
    report(observer, word / words);
    const [first, second, third, fourth] = [0, 1, 2, 3].map((w) => worldsInWord(word + w, worlds));
    for (const v of defective) spread.reach(laid.place[v]!, first!, second!, third!, fourth!);
    for (let from = 0; from >= 0; from = spread.sweep(word, from)) stopIf(observer);
    spread.count();
  }
  const hits = new Int32Array(laid.party.length);
  hitsOf(spread, laid).forEach((count, i) => (hits[laid.party[i]!] = count));
  return hits;
}
