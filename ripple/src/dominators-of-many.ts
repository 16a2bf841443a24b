/**
 * Whom everyone's ways to each of up to 32 customers must pass, in one world: their dominators, for all of these
 * customers at once. What is the same for all of them, or follows from two ways that part, is found by sweeps over words
 * with a bit for each customer; few are left to be told customer by customer:
 *
 * - Whoever has one way on is dominated by where it leads; and where all ways lead on to the same place in the end, by
 *   the nearest place that they have in common.
 * - Most of those upstream of a customer pass one narrow place, its neck. Of these, whoever has ways on to two branches
 *   below the neck is dominated by it (see `branches`).
 * - For others the dominators of those whom they lead to are followed to the first that they have in common (Cooper,
 *   Harvey, Kennedy 2001), or, where these turn back, found without an order (see `dominators-among-few`).
 *
 * O(links × sweeps) for 32 customers, and the length of the ways of those who are left.
 */
import { createBranches } from './branches.js';
import { createDominatorsAmongFew } from './dominators-among-few.js';
import type { LiveWorld } from './live-world.js';

/** All by place in that world, or by way on, as in `live-world`; sets of customers are bits of a word. */
export interface DominatorsOfMany {
  /** Of these customers, by their places; the first has bit 0. */
  find(customers: readonly number[]): void;
  /** Which customers it reaches, or is. */
  readonly reaches: Int32Array;
  /** Those who reach any, ascending, as far as `foundCount`. */
  readonly found: Int32Array;
  readonly foundCount: () => number;
  /** For which it is the customer, and for which it is the neck, unless the customer is. */
  readonly isCustomer: Int32Array;
  readonly isNeck: Int32Array;
  /** For which it must pass the neck, or the customer where that is the neck. */
  readonly isBehindNeck: Int32Array;
  /** The dominator where it is the same for all that it reaches, else −1. It comes before. */
  readonly above: Int32Array;
  /** Else: for which there is only one way on; and for which the dominator was told customer by customer. */
  readonly hasOneWay: Int32Array;
  readonly isToldAlone: Int32Array;
  /** By way: for which all others of its party, one told so, come back to it. */
  readonly isOnlyWay: Int32Array;
  /** For the customer with this bit's number. */
  dominatorOf(place: number, bit: number): number;
  neckOf(bit: number): number;
}

export function createDominatorsOfMany(world: LiveWorld): DominatorsOfMany {
  const { start, to } = world;
  const n = start.length - 1;
  const words = () => new Int32Array(n);
  const reaches = words();
  const isCustomer = words();
  const isNeck = words();
  /** Who reaches the customer without its neck. */
  const around = words();
  const isBehindNeck = words();
  const hasOneWay = words();
  const isToldAlone = words();
  /** For which it is still to be told. */
  const isLeft = words();
  const isOnlyWay = new Int32Array(to.length);
  const neckOf = new Int32Array(32);
  const found = new Int32Array(n);
  let count = 0;
  const left = new Int32Array(n);
  let leftCount = 0;
  const above = new Int32Array(n);
  /** Where all ways of it lead in the end, and how far that is along `above`. */
  const end = new Int32Array(n);
  const depth = new Int32Array(n);
  /** By place × 32 + bit, where it is told alone. */
  const toldAlone = new Int32Array(n * 32);
  const branches = createBranches(world, reaches);
  const few = createDominatorsAmongFew(world);

  function findNecks(customers: readonly number[]): void {
    for (const word of [isCustomer, isNeck, reaches, around]) word.fill(0);
    customers.forEach((p, c) => {
      const neck = world.neckOf(p);
      neckOf[c] = neck;
      isCustomer[p]! |= 1 << c;
      reaches[p]! |= 1 << c;
      if (neck === p) return;
      around[p]! |= 1 << c;
      isNeck[neck]! |= 1 << c;
    });
    world.spread(reaches);
    world.spread(around, isNeck);
    count = 0;
    for (let p = 0; p < n; p++) {
      if (reaches[p] === 0) continue;
      found[count++] = p;
      isBehindNeck[p] = reaches[p]! & ~around[p]! & ~isNeck[p]! & ~isCustomer[p]!;
    }
  }

  /** The nearest place that the ways of two with the same end have in common. */
  function nearestCommon(p: number, q: number): number {
    while (p !== q) {
      if (depth[p]! >= depth[q]!) p = above[p]!;
      else q = above[q]!;
    }
    return p;
  }

  /** The place that dominates it whatever the customer, −1 where there is none. */
  function dominatorForAll(p: number): number {
    let common = -1;
    for (let k = start[p]!; k < start[p + 1]!; k++) {
      const q = to[k]!;
      if (reaches[q] === 0) continue;
      if (q > p) return -1;
      if (common < 0) common = q;
      else if (end[q] !== end[common]) return -1;
      else common = nearestCommon(common, q);
    }
    return common;
  }

  /** The nearest place that all ways to one customer have in common, −1 where one turns back before. */
  function dominatorFor(p: number, c: number): number {
    let common = -1;
    for (let k = start[p]!; k < start[p + 1]!; k++) {
      let q = to[k]!;
      if (((reaches[q]! >>> c) & 1) === 0) continue;
      if (q > p) return -1;
      if (common < 0) common = q;
      while (q !== common) {
        const later = q > common ? q : common;
        if ((((isLeft[later]! | isCustomer[later]!) >>> c) & 1) === 1) return -1;
        const before = dominatorOf(later, c);
        if (before > later) return -1;
        if (q > common) q = before;
        else common = before;
      }
    }
    return common;
  }

  function tell(p: number): void {
    let one = 0;
    let two = 0;
    let toNeck = 0;
    for (let k = start[p]!; k < start[p + 1]!; k++) {
      const q = to[k]!;
      two |= one & reaches[q]!;
      one |= reaches[q]!;
      toNeck |= isNeck[q]! | isCustomer[q]!;
    }
    const isBehind = isBehindNeck[p]!;
    const common = isCustomer[p] === 0 ? dominatorForAll(p) : -1;
    const isEnd = common < 0 || isNeck[p] !== 0;
    above[p] = common;
    end[p] = isEnd ? p : end[common]!;
    depth[p] = isEnd ? 0 : depth[common]! + 1;
    two &= ~isCustomer[p]!;
    hasOneWay[p] = one & ~two & ~isCustomer[p]!;
    isToldAlone[p] = isLeft[p] = 0;
    if (common >= 0) {
      branches.bearThatOf(common, p, toNeck & isBehind, isBehind);
      return;
    }
    // Whoever leads straight to the neck is dominated by it; but if what else it leads to is not known to be in another
    // branch, that may come back, so that the way to the neck is the only one.
    const differ = branches.meet(p, p);
    const parts = (differ | (toNeck & branches.met())) & two & isBehind;
    branches.bear(p, (parts | toNeck) & isBehind, isBehind);
    isToldAlone[p] = two & ~parts;
    for (let bits = two & ~parts; bits !== 0; bits &= bits - 1) {
      const c = 31 - Math.clz32(bits & -bits);
      const dominator = dominatorFor(p, c);
      if (dominator >= 0) toldAlone[p * 32 + c] = dominator;
      else isLeft[p] |= bits & -bits;
    }
    if (isLeft[p] !== 0) left[leftCount++] = p;
  }

  /** Of those who are left, ways back that were not known yet may be known now. Gives back for which any still are. */
  function tellByWaysBack(): number {
    const before = leftCount;
    let areLeft = 0;
    leftCount = 0;
    for (let i = 0; i < before; i++) {
      const p = left[i]!;
      const parts = branches.meet(p, n) & isLeft[p]! & isBehindNeck[p]!;
      isLeft[p]! &= ~parts;
      isToldAlone[p]! &= ~parts;
      if (isLeft[p] === 0) continue;
      areLeft |= isLeft[p]!;
      left[leftCount++] = p;
    }
    return areLeft;
  }

  function tellTheFew(customer: number, c: number): void {
    for (let i = 0; i < leftCount; i++) if (((isLeft[left[i]!]! >>> c) & 1) === 1) few.add(left[i]!);
    few.find(
      customer,
      c,
      reaches,
      (p) => dominatorOf(p, c),
      (p, dominator, onlyWay) => {
        toldAlone[p * 32 + c] = dominator;
        if (onlyWay >= 0) isOnlyWay[onlyWay]! |= 1 << c;
      },
    );
  }

  function dominatorOf(p: number, c: number): number {
    if (above[p]! >= 0) return above[p]!;
    if (((isToldAlone[p]! >>> c) & 1) === 1) return toldAlone[p * 32 + c]!;
    if (((hasOneWay[p]! >>> c) & 1) === 0) return neckOf[c]!;
    let k = start[p]!;
    while (((reaches[to[k]!]! >>> c) & 1) === 0) k += 1;
    return to[k]!;
  }

  return {
    reaches,
    found,
    foundCount: () => count,
    isCustomer,
    isNeck,
    isBehindNeck,
    above,
    hasOneWay,
    isToldAlone,
    isOnlyWay,
    dominatorOf,
    neckOf: (c) => neckOf[c]!,
    find(customers) {
      findNecks(customers);
      isOnlyWay.fill(0, 0, start[n]);
      leftCount = 0;
      branches.forget();
      for (let i = 0; i < count; i++) tell(found[i]!);
      const areLeft = tellByWaysBack();
      customers.forEach((customer, c) => {
        if (((areLeft >>> c) & 1) === 1) tellTheFew(customer, c);
      });
    },
  };
}
