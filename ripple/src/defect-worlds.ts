/**
 * How often a defect reaches each party, over many worlds drawn by key: Monte Carlo of the independent cascade
 * (Kempe, Kleinberg, Tardos 2003), 32 worlds to a word. Components are walked providers first; inside one, sweeps
 * pass on only what is new until nothing is. A link is asked about a world at most once, and only where its provider
 * is reached and its customer not yet. O(worlds / 32 × reached links), times the sweeps inside loops.
 */
import type { CompiledMap } from './compiled-map.js';
import { condensationOrder } from './condensation-order.js';
import type { DefectReach } from './defect-reach.js';
import { drawKey, liveWorlds } from './keyed-draws.js';
import type { Observer } from './observer.js';
import { stopIf } from './observer.js';

/** Words worked on together: enough to pay for walking the links, few enough to keep memory linear in the map. */
const chunk = 16;

/** In how many of `worlds` worlds each party is reached. Throws `Stopped`. */
export function reachedWorlds(
  map: CompiledMap,
  reach: DefectReach,
  seed: number,
  worlds: number,
  observer?: Observer,
): Int32Array {
  const order = condensationOrder(map, reach.parties, (e) => map.liveChance[e]! > 0);
  const lanes = lanesInOrder(map, reach, order.parties, seed);
  const size = order.parties.length;
  const reached = new Int32Array(size * chunk);
  const fresh = new Int32Array(size * chunk);
  const isDirty = new Uint8Array(size);
  const hits = new Int32Array(size);
  const words = Math.ceil(worlds / 32);

  for (let first = 0; first < words; first += chunk) {
    stopIf(observer);
    const count = Math.min(chunk, words - first);
    reached.fill(0);
    for (let i = 0; i < size; i++) {
      if (reach.isOrigin[order.parties[i]!] === 0) continue;
      isDirty[i] = 1;
      for (let w = 0; w < count; w++) {
        const every = worldsInWord(first + w, worlds);
        reached[i * chunk + w] = every;
        fresh[i * chunk + w] = every;
      }
    }
    for (let c = 0; c + 1 < order.start.length; c++) {
      const from = order.start[c]!;
      const to = order.start[c + 1]!;
      while (sweep(lanes, from, to, first, count, reached, fresh, isDirty));
    }
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let w = 0; w < count; w++) sum += bitsIn(reached[i * chunk + w]!);
      hits[i]! += sum;
    }
  }

  const answer = new Int32Array(map.parties.length);
  for (let i = 0; i < size; i++) answer[order.parties[i]!] = hits[i]!;
  return answer;
}

interface Lanes {
  start: Int32Array;
  /** The customer's place in the order. */
  target: Int32Array;
  chance: Float64Array;
  high: Int32Array;
  low: Int32Array;
}

/** The links that can carry anything, by their provider's place in the order, with the keys of their draws. */
function lanesInOrder(map: CompiledMap, reach: DefectReach, parties: Int32Array, seed: number): Lanes {
  const place = new Int32Array(map.parties.length);
  parties.forEach((v, i) => (place[v] = i));
  const carries = (e: number): boolean => map.liveChance[e]! > 0 && reach.isOrigin[map.customer[e]!] === 0;
  const start = new Int32Array(parties.length + 1);
  const links: number[] = [];
  for (let i = 0; i < parties.length; i++) {
    const u = parties[i]!;
    for (let k = map.outStart[u]!; k < map.outStart[u + 1]!; k++) {
      if (carries(map.outLink[k]!)) links.push(map.outLink[k]!);
    }
    start[i + 1] = links.length;
  }
  const lanes = {
    start,
    target: new Int32Array(links.length),
    chance: new Float64Array(links.length),
    high: new Int32Array(links.length),
    low: new Int32Array(links.length),
  };
  links.forEach((e, k) => {
    const key = drawKey(seed, map.links[e]!.id);
    lanes.target[k] = place[map.customer[e]!]!;
    lanes.chance[k] = map.liveChance[e]!;
    lanes.high[k] = key.high;
    lanes.low[k] = key.low;
  });
  return lanes;
}

/** Passes on what is new in parties from … to once; true if something was handed to one that had its turn. */
function sweep(
  lanes: Lanes,
  from: number,
  to: number,
  first: number,
  count: number,
  reached: Int32Array,
  fresh: Int32Array,
  isDirty: Uint8Array,
): boolean {
  const { start, target, chance, high, low } = lanes;
  let again = false;
  for (let i = from; i < to; i++) {
    if (isDirty[i] === 0) continue;
    isDirty[i] = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const j = target[k]!;
      const p = chance[k]!;
      for (let w = 0; w < count; w++) {
        const asked = fresh[i * chunk + w]! & ~reached[j * chunk + w]!;
        if (asked === 0) continue;
        const live = p === 1 ? asked : liveWorlds(high[k]!, low[k]!, first + w, p, asked);
        if (live === 0) continue;
        reached[j * chunk + w]! |= live;
        fresh[j * chunk + w]! |= live;
        isDirty[j] = 1;
        again ||= j < i && j >= from;
      }
    }
    fresh.fill(0, i * chunk, i * chunk + count);
  }
  return again;
}

/** All worlds of a word, the last one masked to those that there are. */
function worldsInWord(word: number, worlds: number): number {
  const left = worlds - word * 32;
  return left >= 32 ? -1 : (1 << left) - 1;
}

function bitsIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}
