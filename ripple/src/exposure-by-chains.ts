/**
 * External harm by delay along links without substitutes, for every party at once. What is left of a delay at customer x
 * is the largest of what its customers have left, less what the link and they absorb: a fixpoint that is swept from
 * customers to providers for sixteen external customers side by side (Bellman 1958; the order of `providers-first`
 * backwards, so that one sweep does all but what loops carry back). A party hands on only what has changed since it last did.
 * O(customers / 16 × links that reach them × sweeps); memory linear in the map.
 */
import type { CompiledMap } from './compiled-map.js';
import { isLane } from './compiled-map.js';
import type { Observer } from './observer.js';
import { report } from './observer.js';
import { providersFirst } from './providers-first.js';
import { bitsIn } from './words-of-worlds.js';

/** Sixteen numbers of 32 bits are one line of the processor's cache. */
const wide = 16;
/** So many of them are faster looked at one by one than all together. */
const few = 5;

/** Weighted minutes by party, summed over `customers` in their order, when each party alone is `minutes` late. */
export function exposureByChains(
  map: CompiledMap,
  minutes: number,
  customers: Int32Array,
  observer?: Observer,
): Float64Array {
  const exposure = new Float64Array(map.parties.length);
  const { place, party, start, provider, cost } = lanesInOrder(map);
  const n = party.length;
  const left = new Int32Array(n * wide);
  /** Of which customers a party has more to hand on, as bits; and who has any. */
  const news = new Int32Array(n);
  const dirty = new Int32Array((n >>> 5) + 1);
  const isTouched = new Uint8Array(n);
  const touched = new Int32Array(n);

  /** What is left at one place, handed on along a lane, for these of the sixteen; gives back for which it may be more. */
  function handOn(from: number, to: number, absorbs: number, which: number): number {
    let more = 0;
    if ((which & (which - 1)) === 0 || bitsIn(which) <= few) {
      for (let bits = which; bits !== 0; bits &= bits - 1) {
        const c = 31 - Math.clz32(bits & -bits);
        const arrives = left[from + c]! - absorbs;
        if (arrives <= left[to + c]!) continue;
        left[to + c] = arrives;
        more |= 1 << c;
      }
      return more;
    }
    let gained = 0;
    for (let c = 0; c < wide; c++) {
      const before = left[to + c]!;
      // The larger of the two, without a branch: nobody could guess which it is.
      const gain = left[from + c]! - absorbs - before;
      const taken = gain & ~(gain >> 31);
      left[to + c] = before + taken;
      gained |= taken;
    }
    // More than need be, which only costs looking again: telling them apart would cost more.
    return gained === 0 ? 0 : which;
  }

  for (let from = 0; from < customers.length; from += wide) {
    report(observer, from / customers.length);
    const to = Math.min(customers.length, from + wide);
    let count = 0;
    let word = dirty.length;
    /** Where the next sweep begins, and the last word of `dirty` that holds anything. */
    let next = dirty.length;
    let last = -1;
    const tell = (at: number, which: number): void => {
      if (isTouched[at] === 0) {
        isTouched[at] = 1;
        touched[count++] = at;
      }
      news[at]! |= which;
      const w = at >>> 5;
      dirty[w]! |= 1 << (at & 31);
      if (w > last) last = w;
      if (w < word && w < next) next = w;
    };
    for (let i = from; i < to; i++) {
      const at = place[customers[i]!]!;
      left[at * wide + i - from] = minutes;
      tell(at, 1 << (i - from));
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
        const at = (word << 5) + 31 - Math.clz32(bits & -bits);
        const which = news[at]!;
        news[at] = 0;
        for (let k = start[at]!; k < start[at + 1]!; k++) {
          const u = provider[k]!;
          const more = handOn(at * wide, u * wide, cost[k]!, which);
          if (more !== 0) tell(u, more);
        }
      }
    }
    for (let i = 0; i < count; i++) {
      const at = touched[i]!;
      isTouched[at] = 0;
      const u = party[at]!;
      if (map.isCustomer[u] === 0) {
        let sum = exposure[u]!;
        for (let c = 0; c < to - from; c++) {
          if (left[at * wide + c]! > 0) sum += map.weight[customers[from + c]!]! * left[at * wide + c]!;
        }
        exposure[u] = sum;
      }
      left.fill(0, at * wide, (at + 1) * wide);
    }
  }
  return exposure;
}

/** Links that stand alone, by customer, between places in an order in which customers mostly come before providers. */
function lanesInOrder(map: CompiledMap) {
  const { outStart, outLink, customer, slack, buffer } = map;
  const party = providersFirst(map).toReversed();
  const n = party.length;
  const place = new Int32Array(n);
  for (let at = 0; at < n; at++) place[party[at]!] = at;
  const start = new Int32Array(n + 2);
  for (let e = 0; e < customer.length; e++) if (isLane(map, e)) start[place[customer[e]!]! + 2]! += 1;
  for (let at = 0; at < n; at++) start[at + 2]! += start[at + 1]!;
  const provider = new Int32Array(start[n + 1]!);
  const cost = new Int32Array(start[n + 1]!);
  for (let at = 0; at < n; at++) {
    const u = party[at]!;
    for (let k = outStart[u]!; k < outStart[u + 1]!; k++) {
      const e = outLink[k]!;
      if (!isLane(map, e)) continue;
      const row = place[customer[e]!]! + 1;
      const lane = start[row]!;
      provider[lane] = at;
      cost[lane] = slack[e]! + buffer[customer[e]!]!;
      start[row] = lane + 1;
    }
  }
  return { place, party, start, provider, cost };
}
