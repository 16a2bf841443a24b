/**
 * How often a defect reaches each party, over many worlds drawn by key: Monte Carlo of the independent cascade
 * (Kempe, Kleinberg, Tardos 2003), 32 worlds to a word. Parties are swept providers first, as far as loops let them be,
 * until nothing is new; each passes on only what is new since it last did. A link is asked about a world at most once,
 * and only where its provider is reached and its customer not yet.
 * O(worlds / 32 × links of reached parties), times the sweeps for loops; a word that nothing reaches costs nothing.
 */
import type { CompiledMap } from './compiled-map.js';
import type { DefectReach } from './defect-reach.js';
import { firstDigits, keysOfDraws, liveByDigits, makeKey, nextDigits } from './keyed-draws.js';
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
  const parties = providersFirst(map, reach);
  const { start, target, link } = lanesInOrder(map, reach, parties);
  const { liveChance } = map;
  const keys = keysOfDraws(map.links, seed);
  const size = parties.length;
  const reached = new Int32Array(size * chunk);
  const fresh = new Int32Array(size * chunk);
  /** Which of a party's words hold anything fresh, as bits; and who has any. */
  const news = new Int32Array(size);
  const dirty = new Int32Array((size >>> 5) + 1);
  /** Which of a party's words hold anything, and who has any. */
  const has = new Int32Array(size);
  const touched = new Int32Array(size);
  const hits = new Int32Array(map.parties.length);
  const words = Math.ceil(worlds / 32);
  let count = 0;
  let word = 0;
  /** Where the next sweep begins, and the last word of `dirty` that holds anything. */
  let next = 0;
  let last = 0;

  function tell(at: number, which: number): void {
    if (has[at] === 0) touched[count++] = at;
    has[at]! |= which;
    news[at]! |= which;
    const w = at >>> 5;
    dirty[w]! |= 1 << (at & 31);
    if (w > last) last = w;
    if (w < word && w < next) next = w;
  }

  /** Along one link, for the words with news; gives back in which of them the customer is newly reached. */
  function passOn(from: number, lane: number, which: number, first: number): number {
    const e = link[lane]!;
    const to = target[lane]! * chunk;
    if (keys.isMade[e] === 0) makeKey(keys, e, map.links[e]!.id);
    const high = keys.words[2 * e]!;
    const low = keys.words[2 * e + 1]!;
    const p = liveChance[e]!;
    const digits = firstDigits(p);
    const moreDigits = nextDigits(p);
    let more = 0;
    for (let left = which; left !== 0; left &= left - 1) {
      const w = 31 - Math.clz32(left & -left);
      const asked = fresh[from + w]! & ~reached[to + w]!;
      if (asked === 0) continue;
      const live = p === 1 ? asked : liveByDigits(high, low, first + w, digits, moreDigits, asked);
      if (live === 0) continue;
      reached[to + w]! |= live;
      fresh[to + w]! |= live;
      more |= 1 << w;
    }
    return more;
  }

  for (let first = 0; first < words; first += chunk) {
    stopIf(observer);
    count = 0;
    word = next = dirty.length;
    last = -1;
    for (let i = 0; i < size; i++) {
      if (reach.isOrigin[parties[i]!] === 0) continue;
      for (let w = 0; w < Math.min(chunk, words - first); w++) {
        reached[i * chunk + w] = fresh[i * chunk + w] = worldsInWord(first + w, worlds);
        tell(i, 1 << w);
      }
    }
    while (next < dirty.length) {
      word = next;
      next = dirty.length;
      while (word <= last) {
        const bits = dirty[word]!;
        if (bits === 0) {
          word += 1;
          continue;
        }
        dirty[word] = bits & (bits - 1);
        const i = (word << 5) + 31 - Math.clz32(bits & -bits);
        const which = news[i]!;
        news[i] = 0;
        for (let lane = start[i]!; lane < start[i + 1]!; lane++) {
          const more = passOn(i * chunk, lane, which, first);
          if (more !== 0) tell(target[lane]!, more);
        }
        for (let left = which; left !== 0; left &= left - 1) {
          fresh[i * chunk + 31 - Math.clz32(left & -left)] = 0;
        }
      }
    }
    for (let t = 0; t < count; t++) {
      const i = touched[t]!;
      let sum = 0;
      for (let left = has[i]!; left !== 0; left &= left - 1) {
        const k = i * chunk + 31 - Math.clz32(left & -left);
        sum += bitsIn(reached[k]!);
        reached[k] = 0;
      }
      has[i] = 0;
      hits[parties[i]!]! += sum;
    }
  }
  return hits;
}

/** Reached parties by a search in depth, each before all that it leads to but for loops (Tarjan 1972). */
function providersFirst(map: CompiledMap, reach: DefectReach): Int32Array {
  const { outStart, outLink, customer, liveChance } = map;
  const size = reach.parties.length;
  const order = new Int32Array(size);
  const path = new Int32Array(size);
  const at = outStart.slice(0, map.parties.length);
  const isFound = new Uint8Array(map.parties.length);
  let free = size;
  for (const root of reach.parties) {
    if (isFound[root] === 1) continue;
    let depth = 0;
    path[0] = root;
    isFound[root] = 1;
    while (depth >= 0) {
      const u = path[depth]!;
      const k = at[u]!;
      if (k === outStart[u + 1]!) {
        order[--free] = u;
        depth -= 1;
        continue;
      }
      at[u] = k + 1;
      const v = customer[outLink[k]!]!;
      if (liveChance[outLink[k]!] === 0 || isFound[v] === 1) continue;
      isFound[v] = 1;
      depth += 1;
      path[depth] = v;
    }
  }
  return order;
}

/** The links that can carry anything, by their provider's place in the order, to their customer's. */
function lanesInOrder(map: CompiledMap, reach: DefectReach, parties: Int32Array) {
  const { outStart, outLink, customer, liveChance } = map;
  const place = new Int32Array(map.parties.length);
  for (let i = 0; i < parties.length; i++) place[parties[i]!] = i;
  const start = new Int32Array(parties.length + 1);
  const link = new Int32Array(map.links.length);
  const target = new Int32Array(map.links.length);
  let lanes = 0;
  for (let i = 0; i < parties.length; i++) {
    const u = parties[i]!;
    for (let k = outStart[u]!; k < outStart[u + 1]!; k++) {
      const e = outLink[k]!;
      if (liveChance[e] === 0 || reach.isOrigin[customer[e]!] === 1) continue;
      link[lanes] = e;
      target[lanes] = place[customer[e]!]!;
      lanes += 1;
    }
    start[i + 1] = lanes;
  }
  return { start, target, link };
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
