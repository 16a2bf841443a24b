/**
 * What a change at one place alters in settled levels: lateness by party, or what is left of a delay for a customer.
 * Only parties whose level may rest on the change, link by link, are settled anew, from those around them, whose levels
 * stand (after Ramalingam, Reps 1996). Changes only take away: whoever rests on none of them keeps its level, since what
 * gives it that level is still there, and nobody's rises.
 * O(links of the parties that rest on it), times what has to be looked at again.
 */

/** How levels follow from each other. */
export interface Following {
  /** Levels go over these links … */
  links: readonly number[];
  /** … from this party to that. */
  from: Int32Array;
  to: Int32Array;
  /** What a link takes off the level that comes over it; −1 where `comesOver` has to be asked. */
  takes: (link: number) => number;
  /** The level that such a link gives; 0 or less for none. */
  comesOver: (levels: Int32Array, link: number) => number;
}

export interface Resettling {
  /** Settles anew whoever may rest on `seeds`; `start` keeps its level, whatever comes to it. */
  run(levels: Int32Array, seeds: readonly number[], start: number): void;
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

  function enter(levels: Int32Array, v: number): void {
    isIn[v] = 1;
    before[count] = levels[v]!;
    party[count++] = v;
  }

  function enterWhoRestsOn(levels: Int32Array, u: number): void {
    const level = levels[u]!;
    for (let k = next.start[u]!; k < next.start[u + 1]!; k++) {
      const v = next.party[k]!;
      const its = levels[v]!;
      if (its === 0 || isIn[v] === 1) continue;
      const takesOff = next.takes[k]!;
      const comes = takesOff >= 0 ? level - takesOff : comesOver(levels, next.link[k]!);
      if (comes === its) enter(levels, v);
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
    run(levels, seeds, start) {
      count = 0;
      isIn[start] = 1;
      for (const seed of seeds) if (isIn[seed] === 0) enter(levels, seed);
      for (let i = 0; i < count; i++) enterWhoRestsOn(levels, party[i]!);
      isIn[start] = 0;
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
