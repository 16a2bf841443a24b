/**
 * The live links of one drawn world after another, between parties in an order in which customers come before their
 * providers as far as loops let them, so that one sweep carries most of what there is to carry. O(links) a world.
 */
import type { CompiledMap } from './compiled-map.js';
import type { DrawnWorlds } from './drawn-worlds.js';

export interface LiveWorld {
  /** By party. */
  readonly place: Int32Array;
  /**
   * Ways on from place p: to[start[p]] … to[start[p + 1]), each to another place; and by which link, −1 where several
   * lead there.
   */
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly link: Int32Array;
  /** How many places have a way that leads to a later one. */
  readonly turnCount: () => number;
  open(world: number): void;
  /**
   * Adds to each place's word what those it leads to have, but for what is barred there, in sweeps until nothing that
   * turns back is new.
   */
  spread(into: Int32Array, barred?: Int32Array): void;
  /**
   * The last place on the way back from this one to which somebody comes by far longer chains than anybody else, so that
   * most of those upstream pass it. A guess, and nothing rests on it but time.
   */
  neckOf(place: number): number;
}

/** By how many times longer, so that what others bring is little. */
const farLonger = 3;

/** `party` is everybody in that order. */
export function createLiveWorld(
  { outStart, outLink, customer, liveChance }: CompiledMap,
  { words, live }: DrawnWorlds,
  party: Int32Array,
): LiveWorld {
  const n = party.length;
  const place = new Int32Array(n);
  for (let p = 0; p < n; p++) place[party[p]!] = p;
  // Links that are live in some world, by place.
  const first = new Int32Array(n + 1);
  const links: number[] = [];
  for (let p = 0; p < n; p++) {
    const u = party[p]!;
    for (let k = outStart[u]!; k < outStart[u + 1]!; k++) {
      const e = outLink[k]!;
      if (liveChance[e]! > 0 && customer[e] !== u) links.push(e);
    }
    first[p + 1] = links.length;
  }
  const leadsTo = Int32Array.from(links, (e) => place[customer[e]!]!);
  /** Of these links one word after the other, since worlds are mostly opened one after the other. */
  const liveNow = new Int32Array(links.length);
  let wordNow = -1;

  const start = new Int32Array(n + 1);
  const to = new Int32Array(links.length);
  const link = new Int32Array(links.length);
  const turns = new Int32Array(n);
  let turnCount = 0;
  /** The way found last to a place. */
  const wayTo = new Int32Array(n);
  /** How long a chain leads to a place, at most, and from where; and how long one from anybody else. */
  const chain = new Int32Array(n);
  const comesFrom = new Int32Array(n);
  const nextChain = new Int32Array(n);

  let areNecksFound = false;

  function findNecks(): void {
    areNecksFound = true;
    chain.fill(0);
    nextChain.fill(0);
    for (let p = n - 1; p >= 0; p--) {
      const length = chain[p]! + 1;
      for (let k = start[p]!; k < start[p + 1]!; k++) {
        const q = to[k]!;
        // Who comes back to a place may bring anybody.
        if (q > p) nextChain[q] = n;
        else if (length > chain[q]!) {
          nextChain[q] = chain[q]!;
          chain[q] = length;
          comesFrom[q] = p;
        } else if (length > nextChain[q]!) nextChain[q] = length;
      }
    }
  }

  function addedFrom(p: number, into: Int32Array, barred: Int32Array | undefined): number {
    let word = into[p]!;
    for (let k = start[p]!; k < start[p + 1]!; k++) word |= into[to[k]!]!;
    return barred ? word & ~barred[p]! : word;
  }

  return {
    place,
    start,
    to,
    link,
    turnCount: () => turnCount,
    open(world) {
      const bit = 1 << (world & 31);
      const word = world >>> 5;
      if (word !== wordNow) links.forEach((e, k) => (liveNow[k] = live[e * words + word]!));
      wordNow = word;
      wayTo.fill(-1);
      turnCount = 0;
      let ways = 0;
      for (let p = 0; p < n; p++) {
        const own = ways;
        let turnsBack = false;
        for (let k = first[p]!; k < first[p + 1]!; k++) {
          if ((liveNow[k]! & bit) === 0) continue;
          const q = leadsTo[k]!;
          if (wayTo[q]! >= own) {
            link[wayTo[q]!] = -1;
            continue;
          }
          wayTo[q] = ways;
          link[ways] = links[k]!;
          to[ways++] = q;
          if (q > p) turnsBack = true;
        }
        start[p + 1] = ways;
        if (turnsBack) turns[turnCount++] = p;
      }
      areNecksFound = false;
    },
    spread(into, barred) {
      for (let from = 0; from < n;) {
        for (let p = from; p < n; p++) into[p] = addedFrom(p, into, barred);
        from = n;
        for (let i = turnCount - 1; i >= 0; i--) {
          const p = turns[i]!;
          if (addedFrom(p, into, barred) !== into[p]) from = p;
        }
      }
    },
    neckOf(from) {
      if (!areNecksFound) findNecks();
      let p = from;
      while (chain[p]! > farLonger * nextChain[p]!) p = comesFrom[p]!;
      return p;
    },
  };
}
