/**
 * Dominators in respect of one customer, in one world, of a few places out of many, where those of all others are known:
 * these may be taken to lead straight to their dominators. So only the few, and whoever stands above them, are looked at.
 */
import { createDominators } from './dominators.js';
import type { LiveWorld } from './live-world.js';

export interface DominatorsAmongFew {
  /** Which places it is about, said before. */
  add(place: number): void;
  /** `reaches` says by place, in the customer's bit, who reaches it; forgets what was added. */
  find(
    customer: number,
    bit: number,
    reaches: Int32Array,
    dominatorOf: (place: number) => number,
    /** `onlyWay` is the one that does not come back, −1 where there are several. */
    visit: (place: number, dominator: number, onlyWay: number) => void,
  ): void;
}

export function createDominatorsAmongFew({ start, to, turnCount }: LiveWorld): DominatorsAmongFew {
  const n = start.length - 1;
  const { find, party, place: placeOf, dominator } = createDominators(n);
  // Places by a number of their own: 0 for the customer, then those that it is about, then those above them.
  const place = new Int32Array(n);
  const number = new Int32Array(n);
  const numberedIn = new Int32Array(n);
  const customers = { start: new Int32Array(n + 1), party: new Int32Array(to.length + n) };
  const providers = { start: new Int32Array(n + 2), party: new Int32Array(to.length + n) };
  let run = 1;
  let count = 1;

  function numberOf(p: number): number {
    if (numberedIn[p] !== run) {
      numberedIn[p] = run;
      place[count] = p;
      number[p] = count++;
    }
    return number[p]!;
  }

  /** Counts customers' providers out of providers' customers. */
  function turnRound(): void {
    const next = providers.start;
    next.fill(0, 0, count + 2);
    for (let k = 0; k < customers.start[count]!; k++) next[customers.party[k]! + 2]! += 1;
    for (let i = 0; i < count; i++) next[i + 2]! += next[i + 1]!;
    for (let i = 1; i < count; i++) {
      for (let k = customers.start[i]!; k < customers.start[i + 1]!; k++) {
        const row = customers.party[k]! + 1;
        providers.party[next[row]!] = i;
        next[row]! += 1;
      }
    }
  }

  return {
    add: numberOf,
    find(customer, bit, reaches, dominatorOf, visit) {
      const isWay = (k: number): boolean => ((reaches[to[k]!]! >>> bit) & 1) === 1;

      function onlyWay(p: number, at: number): number {
        let only = -1;
        for (let k = start[p]!; k < start[p + 1]!; k++) {
          if (!isWay(k)) continue;
          let before = placeOf[number[to[k]!]!]!;
          while (before > at) before = dominator[before]!;
          if (before === at) continue;
          if (only >= 0) return -1;
          only = k;
        }
        return only;
      }

      const few = count;
      place[0] = customer;
      number[customer] = 0;
      numberedIn[customer] = run;
      let ways = 0;
      for (let i = 1; i < count; i++) {
        const p = place[i]!;
        customers.start[i] = ways;
        if (i >= few) customers.party[ways++] = numberOf(dominatorOf(p));
        else {
          for (let k = start[p]!; k < start[p + 1]!; k++) {
            if (isWay(k)) customers.party[ways++] = numberOf(to[k]!);
          }
        }
      }
      customers.start[count] = ways;
      turnRound();
      find(0, providers, customers);
      for (let i = 1; i < few; i++) {
        const p = place[i]!;
        const at = placeOf[i]!;
        visit(p, place[party[dominator[at]!]!]!, turnCount() > 0 ? onlyWay(p, at) : -1);
      }
      run += 1;
      count = 1;
    },
  };
}
