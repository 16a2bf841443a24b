/**
 * Whom each link alone, and each party alone, lets a defect through for: in a drawn world, the parties that reach a
 * customer over live links but would not without it. A link is that of a party where it is the only live one that leads
 * to anybody who does not reach the customer by that party itself; and those cut off are then the party's own and all
 * that it dominates (see `dominators-of-many`, which serves 32 customers at once).
 * O(worlds × customers × (live links / 32 × sweeps + parties whom one link alone leads on)).
 */
import type { CompiledMap } from './compiled-map.js';
import { createDominatorsOfMany } from './dominators-of-many.js';
import type { DrawnWorlds } from './drawn-worlds.js';
import { createLiveWorld } from './live-world.js';
import type { Observer } from './observer.js';
import { report } from './observer.js';

export interface CutOff {
  /** Weighted chances, summed over counted parties and customers: what each link's protection takes off. */
  byLink: Float64Array;
  /** … and what one who passes no defect on takes off others. */
  byParty: Float64Array;
}

/**
 * `party` is everybody, customers before their providers as far as loops let them; `isCounted` says whose defects it is
 * about. Throws `Stopped`.
 */
export function cutOff(
  map: CompiledMap,
  drawn: DrawnWorlds,
  party: Int32Array,
  customers: Int32Array,
  isCounted: Uint8Array,
  observer?: Observer,
): CutOff {
  const n = map.parties.length;
  const byLink = new Float64Array(map.links.length);
  const byParty = new Float64Array(n);
  const world = createLiveWorld(map, drawn, party);
  const { place, start, to, link } = world;
  const many = createDominatorsOfMany(world);
  const { reaches, found, isCustomer, isNeck, isBehindNeck, above, hasOneWay, isToldAlone, isOnlyWay } = many;
  const each = new Float64Array(32);
  const counts = Int32Array.from(party, (u) => isCounted[u]!);

  /** How many counted ones a party dominates in respect of all that it reaches, itself too. */
  const behind = new Int32Array(n);
  /** How many more in respect of one customer, by place × 32 + bit; and for which there are any. */
  const more = new Int32Array(n * 32);
  const hasMore = new Int32Array(n);

  /** Tells a party's dominator of so many, and others above it as far as they have had their turn before `from`. */
  function add(amount: number, dominator: number, c: number, from: number): void {
    for (let p = dominator; (((isNeck[p]! | isCustomer[p]!) >>> c) & 1) === 0; p = many.dominatorOf(p, c)) {
      more[p * 32 + c]! += amount;
      hasMore[p]! |= 1 << c;
      if (p < from) return;
    }
  }

  /** Of a column of bits how many are set, in binary: digit i of all 32 columns is one word. */
  const digits = new Int32Array(32);
  function countColumns(word: number): void {
    for (let i = 0; word !== 0; i++) {
      const carried = digits[i]! & word;
      digits[i]! ^= word;
      word = carried;
    }
  }
  const inColumn = (c: number): number =>
    digits.reduce((sum, digit, i) => sum + ((digit >>> c) & 1) * 2 ** i, 0);

  /** Those whose dominator is the same for all; and what a neck has behind it, which need not be added up one by one. */
  function countForAll(customerCount: number): void {
    digits.fill(0);
    for (let i = many.foundCount() - 1; i >= 0; i--) behind[found[i]!] = counts[found[i]!]!;
    for (let i = many.foundCount() - 1; i >= 0; i--) {
      const p = found[i]!;
      if (above[p]! >= 0) behind[above[p]!]! += behind[p]!;
      if (counts[p] === 1) countColumns(isBehindNeck[p]!);
    }
    for (let c = 0; c < customerCount; c++) {
      const neck = many.neckOf(c);
      if (((isCustomer[neck]! >>> c) & 1) === 1) continue;
      more[neck * 32 + c] = inColumn(c) - behind[neck]! + counts[neck]!;
      hasMore[neck]! |= 1 << c;
    }
  }

  function countForEach(): void {
    for (let i = many.foundCount() - 1; i >= 0; i--) {
      const p = found[i]!;
      if (above[p]! >= 0) {
        for (let bits = hasMore[p]!; bits !== 0; bits &= bits - 1) {
          const c = 31 - Math.clz32(bits & -bits);
          add(more[p * 32 + c]!, above[p]!, c, p);
        }
        continue;
      }
      for (let k = start[p]!; k < start[p + 1]!; k++) {
        for (let bits = hasOneWay[p]! & reaches[to[k]!]!; bits !== 0; bits &= bits - 1) {
          const c = 31 - Math.clz32(bits & -bits);
          add(behind[p]! + more[p * 32 + c]!, to[k]!, c, p);
        }
      }
      for (let bits = isToldAlone[p]!; bits !== 0; bits &= bits - 1) {
        const c = 31 - Math.clz32(bits & -bits);
        add(behind[p]! + more[p * 32 + c]!, many.dominatorOf(p, c), c, p);
      }
    }
  }

  /** Adds it to the harm of a link, in the order of customers. */
  function credit(e: number, p: number, forWhich: number): void {
    if (e < 0) return;
    let sum = byLink[e]!;
    for (let bits = forWhich; bits !== 0; bits &= bits - 1) {
      const c = 31 - Math.clz32(bits & -bits);
      sum += each[c]! * (behind[p]! + more[p * 32 + c]!);
    }
    byLink[e] = sum;
  }

  function creditAll(): void {
    for (let i = 0; i < many.foundCount(); i++) {
      const p = found[i]!;
      const word = reaches[p]! & ~isCustomer[p]!;
      for (let k = start[p]!; k < start[p + 1]!; k++) {
        const through = reaches[to[k]!]!;
        if (through === 0) continue;
        if (above[p]! < 0) credit(link[k]!, p, (hasOneWay[p]! & through) | isOnlyWay[k]!);
        else if (isAlone(k, p)) credit(link[k]!, p, word);
      }
      const u = party[p]!;
      const own = counts[p]!;
      let sum = byParty[u]!;
      for (let bits = behind[p] === own ? word & hasMore[p]! : word; bits !== 0; bits &= bits - 1) {
        const c = 31 - Math.clz32(bits & -bits);
        sum += each[c]! * (behind[p]! + more[p * 32 + c]! - own);
      }
      byParty[u] = sum;
      if (hasMore[p] === 0) continue;
      more.fill(0, p * 32, p * 32 + 32);
      hasMore[p] = 0;
    }
  }

  /** Whether no other way on leads to any of these customers. */
  function isAlone(way: number, p: number): boolean {
    for (let k = start[p]!; k < start[p + 1]!; k++) {
      if (k !== way && reaches[to[k]!] !== 0) return false;
    }
    return true;
  }

  for (let w = 0; w < drawn.worlds; w++) {
    report(observer, w / drawn.worlds);
    world.open(w);
    for (let from = 0; from < customers.length; from += 32) {
      const some = customers.subarray(from, from + 32);
      some.forEach((x, c) => (each[c] = map.weight[x]! / drawn.worlds));
      many.find(Array.from(some, (x) => place[x]!));
      countForAll(some.length);
      countForEach();
      creditAll();
    }
  }
  return { byLink, byParty };
}
