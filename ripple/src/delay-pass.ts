/**
 * One delay ripple: everyone's lateness, the least fixpoint from zero of
 *   a = max(0, δ of the provider − slack),  A = min over a group of max(switch time, a),
 *   δ = max(own declared delay, max A − buffer),
 * and, where they are wanted, causes and clock.
 *
 * Lateness rises from zero and is handed on, in sweeps along an order in which providers mostly come before customers,
 * by whoever has become later since (Bellman 1958; any order reaches the least fixpoint, since all of it is monotone:
 * Tarski 1955). Where lateness travels with the order one sweep is all; what loops carry back against it takes more,
 * but never more sweeps than parties are late: each is final after all those that made it late, and with them the
 * next. Parties hand on 1.1 times each on maps like organisations, 3 times where all is one dense loop.
 * O(links leaving late parties × how often they hand on + places between the first late party and the last / 32).
 */
import type { CompiledMap } from './compiled-map.js';
import { delayCells, notOneLane, type DelayCells } from './delay-cells.js';
import { setClocks } from './delay-clock.js';
import { createGroupsOfPass, type GroupsOfPass } from './delay-pass-groups.js';
import type { Observer } from './observer.js';
import { stopIf } from './observer.js';

/** Who declares to be how late. A party named twice counts with the larger. */
export interface OwnDelay {
  party: number;
  /** At least 1. */
  minutes: number;
}

export interface Settled {
  /** The late parties, in no order that says anything. */
  late: Int32Array;
  /** δ of each of them. */
  minutes: Int32Array;
}

/** In the order of `late`. */
export interface Causes extends Settled {
  /** t: minutes on the clock until each feels it. */
  at: Float64Array;
  /** How many links the news has travelled. */
  hops: Int32Array;
  /** The shown cause's link; −1 where δ is the party's own declaration. */
  through: Int32Array;
}

/**
 * Memory for passes over one map, cleaned by each where it was used: what a pass finds can be read until the next one.
 * After a throw it is not to be used again.
 */
export interface DelayPass {
  settle(own: readonly OwnDelay[], observer?: Observer): Settled;
  withCauses(own: readonly OwnDelay[], observer?: Observer): Causes;
}

/** What settling leaves: how many are late, and between which two words of bits they lie. */
export interface Reached {
  count: number;
  lowest: number;
  highest: number;
}

/** δ of every party, in minutes. */
export function delayOfAll(map: CompiledMap, { late, minutes }: Settled): Int32Array {
  const delay = new Int32Array(map.parties.length);
  for (let i = 0; i < late.length; i++) delay[late[i]!] = minutes[i]!;
  return delay;
}

export function createDelayPass(map: CompiledMap): DelayPass {
  const memory = delayCells(map);
  const { cells, numbers, party } = memory;
  const { state, clock, time, isLate, late } = memory.sections;
  const groups = map.groupPrimary.length > 0 ? createGroupsOfPass(map, memory) : undefined;
  const n = party.length;
  const found = {
    late: new Int32Array(n),
    minutes: new Int32Array(n),
    at: new Float64Array(n),
    hops: new Int32Array(n),
    through: new Int32Array(n),
  };

  function read(count: number): Settled {
    const { late: parties, minutes } = found;
    for (let i = 0; i < count; i++) {
      const at = cells[late + i]!;
      parties[i] = party[at]!;
      minutes[i] = cells[state + 2 * at]!;
      cells[state + 2 * at] = 0;
    }
    return { late: parties.subarray(0, count), minutes: minutes.subarray(0, count) };
  }

  return {
    settle(own, observer) {
      const { count, lowest, highest } = settle(memory, groups, own, observer);
      cells.fill(0, isLate + lowest, isLate + highest + 1);
      return read(count);
    },
    withCauses(own, observer) {
      const reached = settle(memory, groups, own, observer);
      setClocks(map, memory, reached, groups, own, observer);
      const { count } = reached;
      const { at, hops, through } = found;
      for (let i = 0; i < count; i++) {
        const v = cells[late + i]!;
        at[i] = numbers[time + 2 * v]!;
        numbers[time + 2 * v] = Infinity;
        hops[i] = cells[clock + 4 * v + 1]!;
        through[i] = cells[clock + 4 * v]!;
      }
      return {
        ...read(count),
        at: at.subarray(0, count),
        hops: hops.subarray(0, count),
        through: through.subarray(0, count),
      };
    },
  };
}

/** Leaves everyone's lateness, and who is late. It is where a ripple's time goes: nothing in it is reached by a closure. */
function settle(
  { cells, party, place, sections }: DelayCells,
  groups: GroupsOfPass | undefined,
  own: readonly OwnDelay[],
  observer: Observer | undefined,
): Reached {
  const { state, start, lane, dirty, isLate, late } = sections;
  const words = (party.length >>> 5) + 1;
  let count = 0;
  /** Where the next sweep begins, and behind which word of `dirty` nothing can be. */
  let next = words;
  let last = 0;
  for (const { party: v, minutes } of own) {
    const at = place[v]!;
    if (minutes <= cells[state + 2 * at]!) continue;
    cells[state + 2 * at] = minutes;
    cells[state + 2 * at + 1] = notOneLane;
    const w = at >>> 5;
    cells[dirty + w]! |= 1 << (at & 31);
    if (w < next) next = w;
    if (w > last) last = w;
  }
  let lowest = next;
  while (next <= last) {
    stopIf(observer);
    if (next < lowest) lowest = next;
    let word = next;
    next = words;
    while (word <= last) {
      const bits = cells[dirty + word]!;
      if (bits === 0) {
        word += 1;
        continue;
      }
      const bit = bits & -bits;
      cells[dirty + word] = bits ^ bit;
      const at = (word << 5) + 31 - Math.clz32(bit);
      const known = cells[isLate + word]!;
      if ((known & bit) === 0) {
        cells[isLate + word] = known | bit;
        cells[late + count] = at;
        count += 1;
      }
      const delay = cells[state + 2 * at]!;
      const end = cells[start + at + 1]!;
      let k = cells[start + at]!;
      if (k < end) {
        // Lanes lie by where they lead: the last one leads on furthest, and those that lead back are the first.
        const on = cells[lane + end - 2]! >>> 5;
        if (on > last) last = on;
      }
      for (; k < end && cells[lane + k]! >>> 5 < word; k += 2) {
        const reaches = (delay - cells[lane + k + 1]!) | 0;
        if (reaches <= 0) continue;
        const v = cells[lane + k]!;
        const before = cells[state + 2 * v]!;
        if (reaches < before) continue;
        if (reaches === before) {
          cells[state + 2 * v + 1]! |= notOneLane;
          continue;
        }
        cells[state + 2 * v] = reaches;
        cells[state + 2 * v + 1] = k;
        const w = v >>> 5;
        cells[dirty + w]! |= 1 << (v & 31);
        if (w < next) next = w;
      }
      for (; k < end; k += 2) {
        const reaches = (delay - cells[lane + k + 1]!) | 0;
        if (reaches <= 0) continue;
        const v = cells[lane + k]!;
        const before = cells[state + 2 * v]!;
        const through = cells[state + 2 * v + 1]!;
        // The larger of the two, by which lane, and a bit where it is new, without a branch: nobody could guess which.
        const gain = (reaches - before) | 0;
        const isMore = -gain >> 31;
        cells[state + 2 * v] = before + (gain & isMore);
        cells[state + 2 * v + 1] = (k & isMore) | (through & ~isMore) | (~(gain | -gain) & notOneLane);
        cells[dirty + (v >>> 5)]! |= (isMore & 1) << (v & 31);
      }
      if (groups === undefined) continue;
      const u = party[at]!;
      for (let m = groups.first(u); m < groups.end(u); m++) {
        const v = groups.raisedBy(m);
        if (v < 0) continue;
        const w = v >>> 5;
        cells[dirty + w]! |= 1 << (v & 31);
        if (w < word && w < next) next = w;
        if (w > last) last = w;
      }
    }
  }
  return { count, lowest, highest: last };
}
