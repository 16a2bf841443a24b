/**
 * What is left, at each external customer, of each party's delay alone, along links without substitutes; and how that
 * changes with the map. One pass back from a customer serves everybody (see `least-absorbed`); a change settles anew
 * only those whose least absorbing chain it may be on (see `resettle`). O(customers × links that reach them) for bounds.
 *
 * Bounds: a pass leaves a tree of least absorbing chains, and a change at a link takes something only off those above
 * it there. Whoever is can go on as before to where the link begins, and from there along another link to a party that
 * is not above, whose own chain stands: so nobody loses more than the second best way from there falls short.
 */
import type { CompiledMap } from './compiled-map.js';
import type { DelayBounds, BoundSizes } from './delay-bounds.js';
import { linksChanged, protecting, type DelayChange, type DelayNumbers } from './delay-change.js';
import { createForest } from './forest.js';
import { createLeastAbsorbed, standsAlone } from './least-absorbed.js';
import { marked } from './marked.js';
import type { Observer } from './observer.js';
import { report, stopIf } from './observer.js';
import { createResettling } from './resettle.js';
import { rowsOfLevels } from './rows-of-levels.js';

/** Shows by how many minutes less a customer feels a party's delay. */
export type VisitDrop = (party: number, customer: number, minutes: number) => void;

/** `isCounted` says whose delays it is about, 1 or 0 by party; others are stepped over on the way. */
export function leftForCustomers(
  map: CompiledMap,
  minutes: number,
  numbers: DelayNumbers,
  customers: Int32Array,
  isCounted: Uint8Array,
) {
  const { provider, customer, outStart, outLink } = map;
  const { slack, buffer } = numbers;
  const n = map.parties.length;
  const follows = standsAlone(map);
  const isLane = map.isBlocking.map((is, e) => (is === 1 && follows(e) ? 1 : 0));
  const chains = createLeastAbsorbed(map, minutes, follows);
  const comesOver = (left: Int32Array, e: number): number =>
    isLane[e] === 1 ? left[customer[e]!]! - slack[e]! - buffer[customer[e]!]! : 0;
  const lanes = marked(isLane);
  const resettling = createResettling(n, {
    links: lanes,
    from: customer,
    to: provider,
    takes: (e) => slack[e]! + buffer[customer[e]!]!,
    comesOver,
  });
  const rows = rowsOfLevels(n, (x, { levels, turns }) => {
    chains.run([[x, minutes]]);
    for (let i = 0; i < chains.reachedCount(); i++) {
      const u = chains.reached[i]!;
      levels[u] = chains.left(u);
      turns[u] = i;
    }
  });

  /** Where the chains to the customer that lead over one of these links meet it first. */
  function whereMet(links: Int32Array, left: Int32Array): number[] {
    const found: number[] = [];
    for (const e of links) {
      const u = provider[e]!;
      if (left[u]! > 0 && comesOver(left, e) === left[u]) found.push(u);
    }
    return found;
  }

  /** What is left at the customer, where no more than `most` came over this link. */
  const leftOfMost = (link: number, most: number, left: Int32Array): number =>
    Math.max(0, most - buffer[customer[link]!]! - (minutes - left[customer[link]!]!));

  function drops(change: DelayChange, visit: VisitDrop, observer?: Observer): void {
    const { kind, at } = change;
    if (kind !== 'buffer' && isLane[at] === 0) return;
    // With a substitute something comes by the other ways, as without the link, or by this one, up to the most.
    const made = kind === 'most' ? protecting(at) : change;
    const links = linksChanged(map, change);
    const met = new Map<number, number[]>();
    for (const x of customers) {
      const seeds = whereMet(links, rows.of(x).levels);
      if (seeds.length > 0) met.set(x, seeds);
    }
    numbers.make(made);
    links.forEach(resettling.changed);
    try {
      for (const [x, seeds] of met) {
        stopIf(observer);
        const row = rows.of(x);
        const left = row.levels;
        resettling.run(row, seeds, x);
        const { party, before } = resettling;
        const atLeast = kind === 'most' ? leftOfMost(at, change.minutes, left) : 0;
        for (let i = 0; i < resettling.count(); i++) {
          const u = party[i]!;
          const drop = before[i]! - Math.max(left[u]!, Math.min(before[i]!, atLeast));
          if (drop > 0 && isCounted[u] === 1) visit(u, x, drop);
        }
        resettling.takeBack(left);
      }
    } finally {
      numbers.takeBack(made);
      links.forEach(resettling.changed);
    }
  }

  // Of one pass: the link that a party's chain begins with, and the party that it leads to.
  const first = new Int32Array(n);
  const leadsTo = new Int32Array(n);
  const turn = new Int32Array(n);
  const tree = createForest(n);
  /** Of a party and those above it, how many are counted, and what is left of their delays: whole, and up to a size. */
  const count = new Int32Array(n);
  const whole = new Float64Array(n);
  const toSlack = new Float64Array(n);
  const toBuffer = new Float64Array(n);

  function growTree(left: Int32Array, sizes: BoundSizes): void {
    const { reached } = chains;
    const all = chains.reachedCount();
    for (let i = 0; i < all; i++) {
      const u = reached[i]!;
      const counts = i > 0 && isCounted[u] === 1;
      turn[u] = i;
      count[u] = counts ? 1 : 0;
      whole[u] = counts ? left[u]! : 0;
      toSlack[u] = counts ? Math.min(left[u]!, sizes.slack) : 0;
      toBuffer[u] = counts ? Math.min(left[u]!, sizes.buffer) : 0;
    }
    leadsTo[reached[0]!] = -1;
    for (let i = all - 1; i > 0; i--) {
      const u = reached[i]!;
      const e = firstOfChain(u, left);
      const v = customer[e]!;
      first[u] = e;
      leadsTo[u] = v;
      count[v]! += count[u]!;
      whole[v]! += whole[u]!;
      toSlack[v]! += toSlack[u]!;
      toBuffer[v]! += toBuffer[u]!;
    }
    tree.grow(reached, all, leadsTo);
  }

  /** A link to a party settled before, over which all that is left comes. */
  function firstOfChain(u: number, left: Int32Array): number {
    for (let k = outStart[u]!; k < outStart[u + 1]!; k++) {
      const e = outLink[k]!;
      if (comesOver(left, e) === left[u] && turn[customer[e]!]! < turn[u]!) return e;
    }
    throw new Error('A chain has to begin with a link.');
  }

  /** Adds what each change can take off the harm that these delays do. */
  function addBounds(sizes: BoundSizes, found: DelayBounds, observer?: Observer): void {
    for (const [done, x] of customers.entries()) {
      report(observer, done / customers.length);
      const { levels: left } = rows.anew(x);
      growTree(left, sizes);
      const weight = map.weight[x]!;
      for (let i = 1; i < chains.reachedCount(); i++) {
        const u = chains.reached[i]!;
        if (count[u] === 0) continue;
        const e = first[u]!;
        const v = customer[e]!;
        /** What is left by the next best way that a change at the link leaves alone, and at its customer. */
        let otherwise = 0;
        let elsewhere = 0;
        for (let k = outStart[u]!; k < outStart[u + 1]!; k++) {
          const f = outLink[k]!;
          const comes = comesOver(left, f);
          if (f === e || comes <= elsewhere) continue;
          const y = customer[f]!;
          if (comes > otherwise && !tree.standsOn(y, u)) otherwise = comes;
          if (!tree.standsOn(y, v)) elsewhere = comes;
        }
        const losesAll = (left[u]! - otherwise) * count[u]!;
        const protection = Math.min(whole[u]!, losesAll);
        const past = (left[u]! - leftOfMost(e, sizes.switchTime, left)) * count[u]!;
        found.protection[e]! += weight * protection;
        found.slack[e]! += weight * Math.min(toSlack[u]!, losesAll);
        found.alternative[e]! += weight * Math.max(0, Math.min(protection, past));
        found.buffer[v]! += weight * Math.min(toBuffer[u]!, (left[u]! - elsewhere) * count[u]!);
      }
    }
  }

  return {
    drops,
    addBounds,
    /** Adds the harm that each of these delays does. */
    addExposure(exposure: Float64Array, observer?: Observer): void {
      for (const x of customers) {
        stopIf(observer);
        const left = rows.of(x).levels;
        for (let u = 0; u < n; u++) if (isCounted[u] === 1) exposure[u]! += map.weight[x]! * left[u]!;
      }
    },
    /** Whose delays come to this link's customer with more than so many minutes by this link. */
    comeWithMore(link: number, most: number): number[] {
      chains.run([[provider[link]!, minutes]]);
      const found: number[] = [];
      for (let i = 0; i < chains.reachedCount(); i++) {
        const u = chains.reached[i]!;
        if (isCounted[u] === 1 && chains.left(u) - slack[link]! > most) found.push(u);
      }
      return found;
    },
    /** A change has been made for good; those with a substitute leave whom they do not touch as they are. */
    changed(change: DelayChange): void {
      if (change.kind === 'most') return;
      for (const e of linksChanged(map, change)) {
        chains.absorb(e, change.minutes);
        resettling.changed(e);
      }
      rows.forget();
    },
  };
}
