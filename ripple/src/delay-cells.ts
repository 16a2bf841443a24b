/**
 * All that delay passes read and write, by places in an order in which providers mostly come before customers: blocking
 * links that stand alone, both ways round, and what is found out. It lies in one array, section after section, so that
 * a processor needs one base and one bound for it: with an array for each, a ripple took half as long again.
 * O(links + parties), once a map.
 */
import type { CompiledMap } from './compiled-map.js';
import { isLane } from './compiled-map.js';
import { providersFirst } from './providers-first.js';

export interface DelayCells {
  readonly cells: Int32Array;
  /** The same memory as 64-bit numbers. */
  readonly numbers: Float64Array;
  /** The party at each place, and each party's place. */
  readonly party: Int32Array;
  readonly place: Int32Array;
  readonly sections: Sections;
}

/** Where each section begins: what is said to be at i lies in cells[section + i]. */
export interface Sections {
  /** Four cells a place: the cause's link (−1 for none), hops, and t, which is numbers[time + 2 place]. */
  clock: number;
  time: number;
  /** Two cells a place: δ so far, and the one lane that brings it, or below 0 where it is not one lane alone. */
  state: number;
  /** Lanes leaving place i: from start at i to start at i + 1, in steps of two, by the place that they lead to. */
  start: number;
  /** Two cells a lane, always read together: the customer's place, and what link and customer absorb. */
  lane: number;
  /** Two more: the provider's place, and minutes until it is felt; and, at half as far, the link's number. */
  news: number;
  link: number;
  /** Lanes entering place i: listed in entering from enteringStart at i to enteringStart at i + 1, by provider, link. */
  enteringStart: number;
  entering: number;
  /** Bits by place: who has become later and not handed it on; who is late; and who has a lane that leads back. */
  dirty: number;
  isLate: number;
  leadsBack: number;
  /** The places of the late parties. */
  late: number;
  /** Behind all. */
  end: number;
}

/** In place of a lane where not one alone brings what a party is late: the sign bit. */
export const notOneLane = 1 << 31;

export function delayCells(map: CompiledMap): DelayCells {
  const { provider, customer, slack, buffer, leadTime } = map;
  const { inStart, inLink, outStart, outLink } = map;
  const party = providersFirst(map);
  const n = party.length;
  const place = new Int32Array(n);
  for (let at = 0; at < n; at++) place[party[at]!] = at;

  let lanes = 0;
  for (let e = 0; e < provider.length; e++) if (isLane(map, e)) lanes += 1;
  const sections = sectionsFor(n, lanes);
  const { time, state, start, lane, news, link, enteringStart, entering, leadsBack } = sections;
  const cells = new Int32Array(sections.end);
  const numbers = new Float64Array(cells.buffer);

  // Rows by counting: each cursor stands one place ahead, and is where its row begins when all are in.
  for (let e = 0; e < provider.length; e++) {
    if (!isLane(map, e)) continue;
    cells[start + place[provider[e]!]! + 2]! += 2;
    cells[enteringStart + place[customer[e]!]! + 2]! += 1;
  }
  for (let at = 0; at < n; at++) {
    cells[start + at + 2]! += cells[start + at + 1]!;
    cells[enteringStart + at + 2]! += cells[enteringStart + at + 1]!;
  }
  const laneOf = new Int32Array(provider.length);
  // Customer after customer, so that the lanes of each provider lie in that order.
  for (let to = 0; to < n; to++) {
    const v = party[to]!;
    for (let i = inStart[v]!; i < inStart[v + 1]!; i++) {
      const e = inLink[i]!;
      if (!isLane(map, e)) continue;
      const at = place[provider[e]!]!;
      const k = cells[start + at + 1]!;
      cells[start + at + 1] = k + 2;
      cells[lane + k] = to;
      cells[lane + k + 1] = slack[e]! + buffer[v]!;
      cells[news + k] = at;
      cells[news + k + 1] = leadTime[e]!;
      cells[link + k / 2] = e;
      laneOf[e] = k;
      if (to < at) cells[leadsBack + (at >>> 5)]! |= 1 << (at & 31);
    }
  }
  for (let u = 0; u < n; u++) {
    for (let i = outStart[u]!; i < outStart[u + 1]!; i++) {
      const e = outLink[i]!;
      if (isLane(map, e)) cells[entering + cells[enteringStart + place[customer[e]!]! + 1]!++] = laneOf[e]!;
    }
  }
  for (let at = 0; at < n; at++) {
    cells[state + 2 * at + 1] = notOneLane;
    numbers[time + 2 * at] = Infinity;
  }
  return { cells, numbers, party, place, sections };
}

function sectionsFor(parties: number, lanes: number): Sections {
  let end = 0;
  const take = (size: number): number => {
    const begin = end;
    end += size;
    return begin;
  };
  const words = (parties >>> 5) + 1;
  const clock = take(4 * parties);
  return {
    clock,
    time: clock / 2 + 1,
    state: take(2 * parties),
    start: take(parties + 2),
    lane: take(2 * lanes),
    news: take(2 * lanes),
    link: take(lanes),
    enteringStart: take(parties + 2),
    entering: take(lanes),
    dirty: take(words),
    isLate: take(words),
    leadsBack: take(words),
    late: take(parties),
    end: end + (end % 2),
  };
}
