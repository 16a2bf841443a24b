/** The links that can carry a defect, laid out for `defect-worlds` to walk: providers first, but for loops. */
import type { CompiledMap } from './compiled-map.js';
import { depthFirstOrder } from './depth-first-order.js';
import { drawKeys, firstDigits, nextDigits } from './keyed-draws.js';

export interface DefectLanes {
  /** Parties in the order, and the place of each party in it. */
  readonly party: Int32Array;
  readonly place: Int32Array;
  /** Rows of the links that leave place i: start[i] … start[i + 1]. */
  readonly start: Int32Array;
  /**
   * Sixteen words a row, for four links: their customers' places, high and low key words of the draws, and 32 digits of
   * their chances. Where a row has fewer links the rest lead to the place behind the last, and are never live.
   */
  readonly rows: Int32Array;
  /** Four words a row: the next 32 digits of the chances. */
  readonly rests: Int32Array;
}

/** What was laid out last for these chances: whoever asks about a whole map asks about each of its parties. */
const kept = new WeakMap<Float64Array, { seed: number; laid: DefectLanes }>();

/** O(parties + links), once for each seed and chances of a map. */
export function defectLanes(map: CompiledMap, seed: number): DefectLanes {
  const known = kept.get(map.liveChance);
  if (known?.seed === seed) return known.laid;
  const { outStart, outLink, customer, liveChance } = map;
  const keys = drawKeys(map.links, seed);
  const party = depthFirstOrder(map, (e) => liveChance[e]! > 0);
  const size = party.length;
  const place = new Int32Array(size);
  for (let i = 0; i < size; i++) place[party[i]!] = i;
  const start = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) {
    const u = party[i]!;
    let count = 0;
    for (let k = outStart[u]!; k < outStart[u + 1]!; k++) count += liveChance[outLink[k]!]! > 0 ? 1 : 0;
    start[i + 1] = start[i]! + Math.ceil(count / 4);
  }
  const rows = new Int32Array(16 * start[size]!);
  const rests = new Int32Array(4 * start[size]!);
  for (let row = 0; row < start[size]!; row++) rows.fill(size, 16 * row, 16 * row + 4);
  for (let i = 0; i < size; i++) {
    const u = party[i]!;
    let count = 4 * start[i]!;
    for (let k = outStart[u]!; k < outStart[u + 1]!; k++) {
      const e = outLink[k]!;
      const p = liveChance[e]!;
      if (p === 0) continue;
      const at = 16 * (count >>> 2) + (count & 3);
      rows[at] = place[customer[e]!]!;
      rows[at + 4] = keys[2 * e]!;
      rows[at + 8] = keys[2 * e + 1]!;
      rows[at + 12] = firstDigits(p);
      rests[count] = nextDigits(p);
      count += 1;
    }
  }
  const laid = { party, place, start, rows, rests };
  kept.set(liveChance, { seed, laid });
  return laid;
}
