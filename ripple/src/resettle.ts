/**
 * What a change at one place alters in settled levels: lateness by party, or what is left of a delay for a customer.
 * Changes only take away, so nobody's level rises, and whoever has a link left that gives it its level, from somebody
 * settled before it who keeps theirs, keeps its own. The others are settled anew from those around them, whose levels
 * stand (after Ramalingam, Reps 1996). That it was settled before is what counts: where links take nothing off, loops
 * would vouch for themselves.
 * O(links of those settled anew, and into those whom these had given their level), times what has to be looked at again.
 */
import type { SettledRow } from './rows-of-levels.js';

/** How levels follow from each other. */
export interface Following {
  /** Levels go over these links … */
  links: readonly number[];
  /** … from this party to that. */
  from: Int32Array;
  to: Int32Array;
  /** What a link takes off the level that comes over it; −1 where `comesOver` has to be asked. */
  takes: (link: number) => number;
  /** The level that such a link gives, maybe together with others into the same party; 0 or less for none. */
  comesOver: (levels: Int32Array, link: number) => number;
}

export interface Resettling {
  /**
   * Settles anew whoever rests on `seeds`, at which something has been taken away; `start` keeps its level, whatever
   * comes to it.
   */
  run(row: SettledRow, seeds: readonly number[], start: number): void;
  /** Those settled anew, with what they had before. */
  readonly party: Int32Array;
  readonly before: Int32Array;
  readonly count: () => number;
  takeBack(levels: Int32Array): void;
  /** To be told where what a link takes has changed. */
  changed: (link: number) => void;
}

export function createResettling(parties: number, following: Following): Resettling {
  const { links, from, to, takes, comesOver } = following;
  const next = lanesBy(parties, links, from, to);
  const previous = lanesBy(parties, links, to, from);
  for (const lanes of [next, previous]) lanes.link.forEach((link, k) => (lanes.takes[k] = takes(link)));

  const party = new Int32Array(parties);
  const before = new Int32Array(parties);
  const isIn = new Uint8Array(parties);
  const isWaiting = new Uint8Array(parties);
  /** Everybody waits once at most at any time, so a ring of this size never overflows. */
  const waiting = new Int32Array(parties);
  let count = 0;

  /** Whether what gives a party its level is still there, from parties settled before it who keep theirs. */
  function keepsLevel({ levels, turns }: SettledRow, v: number): boolean {
    const [level, turn] = [levels[v]!, turns[v]!];
    let isGivenTogether = false;
    let allStand = true;
    for (let k = previous.start[v]!; k < previous.start[v + 1]!; k++) {
      const u = previous.party[k]!;
      const takesOff = previous.takes[k]!;
      const comes = takesOff >= 0 ? levels[u]! - takesOff : comesOver(levels, previous.link[k]!);
      if (comes !== level) continue;
      const stands = turns[u]! < turn && isIn[u] === 0;
      if (takesOff < 0) {
        // What several links give together holds as long as all of them do.
        isGivenTogether = true;
        allStand &&= stands;
      } else if (stands) return true;
    }
    return isGivenTogether && allStand;
  }

  function enter(levels: Int32Array, v: number): void {
    isIn[v] = 1;
    before[count] = levels[v]!;
    party[count++] = v;
  }

  /** Whoever keeps its level so far may lose it with the next party before it, and is looked at again then. */
  function enterWhoRestsOn(row: SettledRow, u: number): void {
    const { levels, turns } = row;
    const level = levels[u]!;
    const turn = turns[u]!;
    for (let k = next.start[u]!; k < next.start[u + 1]!; k++) {
      const v = next.party[k]!;
      const its = levels[v]!;
      if (its === 0 || isIn[v] === 1) continue;
      const takesOff = next.takes[k]!;
      const comes = takesOff >= 0 ? level - takesOff : comesOver(levels, next.link[k]!);
      if (comes === its && turns[v]! > turn && !keepsLevel(row, v)) enter(levels, v);
    }
  }

  function levelOf(levels: Int32Array, v: number): number {
    let most = 0;
    for (let k = previous.start[v]!; k < previous.start[v + 1]!; k++) {
      const takesOff = previous.takes[k]!;
      const comes =
        takesOff >= 0 ? levels[previous.party[k]!]! - takesOff : comesOver(levels, previous.link[k]!);
      if (comes > most) most = comes;
    }
    return most;
  }

  return {
    party,
    before,
    count: () => count,
    run(row, seeds, start) {
      const { levels } = row;
      count = 0;
      for (const seed of seeds) {
        if (seed !== start && isIn[seed] === 0 && !keepsLevel(row, seed)) enter(levels, seed);
      }
      for (let i = 0; i < count; i++) enterWhoRestsOn(row, party[i]!);
      for (let i = 0; i < count; i++) {
        const v = party[i]!;
        levels[v] = 0;
        waiting[i] = v;
        isWaiting[v] = 1;
      }
      let first = 0;
      let last = count === parties ? 0 : count;
      for (let left = count; left > 0; left--) {
        const v = waiting[first]!;
        first = first + 1 === parties ? 0 : first + 1;
        isWaiting[v] = 0;
        const level = levelOf(levels, v);
        if (level === levels[v]) continue;
        levels[v] = level;
        for (let k = next.start[v]!; k < next.start[v + 1]!; k++) {
          const w = next.party[k]!;
          if (isIn[w] === 0 || isWaiting[w] === 1) continue;
          const takesOff = next.takes[k]!;
          if (takesOff >= 0 && level - takesOff <= levels[w]!) continue;
          isWaiting[w] = 1;
          waiting[last] = w;
          last = last + 1 === parties ? 0 : last + 1;
          left += 1;
        }
      }
      for (let i = 0; i < count; i++) isIn[party[i]!] = 0;
    },
    takeBack(levels) {
      for (let i = 0; i < count; i++) levels[party[i]!] = before[i]!;
    },
    changed(link) {
      for (const { start, link: linkOf, takes: takesOff, end } of [next, previous]) {
        const row = end[link]!;
        for (let k = start[row]!; k < start[row + 1]!; k++) if (linkOf[k] === link) takesOff[k] = takes(link);
      }
    },
  };
}

/** The links by the party at one of their ends, with the party at the other beside them. */
function lanesBy(parties: number, links: readonly number[], end: Int32Array, other: Int32Array) {
  const start = new Int32Array(parties + 1);
  for (const link of links) start[end[link]! + 1]! += 1;
  for (let v = 0; v < parties; v++) start[v + 1]! += start[v]!;
  const lane = start.slice(0, parties);
  const link = new Int32Array(links.length);
  const party = new Int32Array(links.length);
  for (const e of links) {
    const k = lane[end[e]!]!++;
    link[k] = e;
    party[k] = other[e]!;
  }
  return { start, link, party, takes: new Int32Array(links.length), end };
}
