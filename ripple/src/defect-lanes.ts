/** The links that can carry a defect, laid out for `defect-worlds` to walk: providers first, but for loops. */
import type { CompiledMap } from './compiled-map.js';
import { depthFirstOrder } from './depth-first-order.js';
import { drawKeys, firstDigits, nextDigits } from './keyed-draws.js';

export interface DefectLanes {
  /** Parties in the order, and the place of each party in it. */
  readonly party: Int32Array;
  readonly place: Int32Array;
  /** Lanes that leave place i: start[i] … start[i + 1], in steps of four. */
  readonly start: Int32Array;
  /** Four words a lane, side by side: the customer's place, the two key words of the draws, 32 digits of the chance. */
  readonly lanes: Int32Array;
  /** The next 32 digits of the chance of the lane at 4 k. */
  readonly rest: Int32Array;
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
  const lanes = new Int32Array(4 * map.links.length);
  const rest = new Int32Array(map.links.length);
  let count = 0;
  for (let i = 0; i < size; i++) {
    const u = party[i]!;
    for (let k = outStart[u]!; k < outStart[u + 1]!; k++) {
      const e = outLink[k]!;
      const p = liveChance[e]!;
      if (p === 0) continue;
      lanes[4 * count] = place[customer[e]!]!;
      lanes[4 * count + 1] = keys[2 * e]!;
      lanes[4 * count + 2] = keys[2 * e + 1]!;
      lanes[4 * count + 3] = firstDigits(p);
      rest[count] = nextDigits(p);
      count += 1;
    }
    start[i + 1] = 4 * count;
  }
  const laid = { party, place, start, lanes, rest };
  kept.set(liveChance, { seed, laid });
  return laid;
}
