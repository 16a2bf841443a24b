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
import { createDelayClock } from './delay-clock.js';
import { delayLanes, type DelayLanes } from './delay-lanes.js';
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

/** Memory for passes over one map, cleaned by each where it was used. After a throw it is not to be used again. */
export interface DelayPass {
  settle(own: readonly OwnDelay[], observer?: Observer): Settled;
  withCauses(own: readonly OwnDelay[], observer?: Observer): Causes;
}

/** By place, kept from one pass to the next. */
export interface PassMemory extends DelayLanes {
  /** δ so far. */
  level: Int32Array;
  /** Places of the late parties, and the same as bits, which lie between two words. */
  late: Int32Array;
  isLate: Int32Array;
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
  const lanes = delayLanes(map);
  const { party } = lanes;
  const n = party.length;
  const memory: PassMemory = {
    ...lanes,
    level: new Int32Array(n),
    late: new Int32Array(n),
    isLate: new Int32Array((n >>> 5) + 1),
    lowest: 0,
    highest: 0,
  };
  const { level, late, isLate } = memory;
  const dirty = new Int32Array(isLate.length);
  const groups = map.groupPrimary.length > 0 ? createGroupsOfPass(map, memory.place, level) : undefined;
  const { record, time, setClocks } = createDelayClock(map, memory, groups);

  function read(count: number): Settled {
    const settled = { late: new Int32Array(count), minutes: new Int32Array(count) };
    for (let i = 0; i < count; i++) {
      const at = late[i]!;
      settled.late[i] = party[at]!;
      settled.minutes[i] = level[at]!;
      level[at] = 0;
    }
    return settled;
  }

  return {
    settle(own, observer) {
      const settled = read(settle(memory, dirty, groups, own, observer));
      isLate.fill(0, memory.lowest, memory.highest + 1);
      return settled;
    },
    withCauses(own, observer) {
      const count = settle(memory, dirty, groups, own, observer);
      setClocks(own, count, observer);
      const at = new Float64Array(count);
      const hops = new Int32Array(count);
      const through = new Int32Array(count);
      for (let i = 0; i < count; i++) {
        const v = late[i]!;
        at[i] = time[2 * v + 1]!;
        time[2 * v + 1] = Infinity;
        hops[i] = record[4 * v + 1]!;
        through[i] = record[4 * v]!;
      }
      return { ...read(count), at, hops, through };
    },
  };
}

/**
 * Leaves everyone's lateness, and who is late; gives back how many. It is where a ripple's time goes: nothing in it is
 * reached through a closure.
 */
function settle(
  memory: PassMemory,
  dirty: Int32Array,
  groups: GroupsOfPass | undefined,
  own: readonly OwnDelay[],
  observer: Observer | undefined,
): number {
  const { party, place, start, lane, level, late, isLate } = memory;
  const words = dirty.length;
  let count = 0;
  /** Where the next sweep begins, and behind which word of `dirty` nothing can be. */
  let next = words;
  let last = 0;
  for (const { party: v, minutes } of own) {
    const at = place[v]!;
    if (minutes <= level[at]!) continue;
    level[at] = minutes;
    const w = at >>> 5;
    dirty[w]! |= 1 << (at & 31);
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
      const bits = dirty[word]!;
      if (bits === 0) {
        word += 1;
        continue;
      }
      const bit = bits & -bits;
      dirty[word] = bits ^ bit;
      const at = (word << 5) + 31 - Math.clz32(bit);
      const known = isLate[word]!;
      if ((known & bit) === 0) {
        isLate[word] = known | bit;
        late[count++] = at;
      }
      const delay = level[at]!;
      const end = 2 * start[at + 1]!;
      let k = 2 * start[at]!;
      if (k < end) {
        // Lanes lie by where they lead: the last one leads on furthest, and those that lead back are the first.
        const on = lane[end - 2]! >>> 5;
        if (on > last) last = on;
      }
      for (; k < end && lane[k]! >>> 5 < word; k += 2) {
        const v = lane[k]!;
        const reaches = delay - lane[k + 1]!;
        if (reaches <= level[v]!) continue;
        level[v] = reaches;
        const w = v >>> 5;
        dirty[w]! |= 1 << (v & 31);
        if (w < next) next = w;
      }
      for (; k < end; k += 2) {
        const reaches = delay - lane[k + 1]!;
        if (reaches <= 0) continue;
        const v = lane[k]!;
        const before = level[v]!;
        // The larger of the two, and a bit where it is new, without a branch: nobody could guess which it is.
        const gain = reaches - before;
        level[v] = before + (gain & ~(gain >> 31));
        dirty[v >>> 5]! |= (-gain >>> 31) << (v & 31);
      }
      if (groups === undefined) continue;
      const u = party[at]!;
      for (let m = groups.first(u); m < groups.end(u); m++) {
        const v = groups.raisedBy(m);
        if (v < 0) continue;
        const w = v >>> 5;
        dirty[w]! |= 1 << (v & 31);
        if (w < word && w < next) next = w;
        if (w > last) last = w;
      }
    }
  }
  memory.lowest = lowest;
  memory.highest = last;
  return count;
}
