/**
 * One delay ripple: everyone's lateness, the least fixpoint from zero of
 *   a = max(0, δ of the provider − slack),  A = min over a group of max(switch time, a),
 *   δ = max(own declared delay, max A − buffer),
 * and, where they are wanted, causes and clock, in one pass, largest lateness first (Dijkstra 1959 by whole minutes in
 * buckets: Dial 1969; Knuth 1977 for the min/max form). A party that is raised again leaves its old place in the queue
 * behind, to be skipped. Each link is walked once: O(parties late + links leaving them + largest delay / 32).
 *
 * Causes come with the same walk: whoever makes a party late is as late as that party or later, so that when a level
 * is settled the clocks above it are known. Only within a level, along links that absorb nothing, the earliest has to
 * go first (Dijkstra 1959 over the readiness of AND/OR graphs: Möhring, Skutella, Stork 2004), by a heap of those few.
 */
import { Clock, linkOf, noCause } from './clock.js';
import type { CompiledMap } from './compiled-map.js';
import { createGroupsOfPass } from './delay-pass-groups.js';
import type { Observer } from './observer.js';
import { stopIf } from './observer.js';

/** Who declares to be how late. A party named twice counts with the larger. */
export interface OwnDelay {
  party: number;
  /** At least 1. */
  minutes: number;
}

export interface Settled {
  /** The late parties, latest first. */
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

/** δ of every party, in minutes. */
export function delayOfAll(map: CompiledMap, { late, minutes }: Settled): Int32Array {
  const delay = new Int32Array(map.parties.length);
  for (let i = 0; i < late.length; i++) delay[late[i]!] = minutes[i]!;
  return delay;
}

/** Places of the queue that no bucket's list leads to. */
const none = 0;

export function createDelayPass(map: CompiledMap): DelayPass {
  const { laneStart } = map;
  const n = map.parties.length;
  const lanes = map.laneLink.length;
  // Customer and cost side by side: they are always read together.
  const lane = new Int32Array(2 * lanes);
  const lead = new Int32Array(lanes);
  /** Whose output some link hands on at once, with nothing to absorb any of it. */
  const handsOnAll = new Uint8Array(n);
  for (let u = 0; u < n; u++) {
    for (let k = laneStart[u]!; k < laneStart[u + 1]!; k++) {
      lane[2 * k] = map.laneCustomer[k]!;
      lane[2 * k + 1] = map.laneCost[k]!;
      lead[k] = map.leadTime[map.laneLink[k]!]!;
      if (map.laneCost[k] === 0) handsOnAll[u] = 1;
    }
  }
  const someHandOnAll = handsOnAll.includes(1);
  const level = new Int32Array(n);
  const late = new Int32Array(n);
  const clock = new Clock(map);
  const { record, time } = clock;

  // Entries: an item and the next of its bucket. Each lane puts one in at most, and each declaration, and for groups
  // each member one for itself and one for what it completes.
  const members = map.groupMember.length;
  let entries = new Int32Array(2 * (lanes + 2 * members + 1));
  let first = new Int32Array(0);
  let held = new Int32Array(0);

  /**
   * Hands the lateness of late[from … to), all of one level, down their links; gives back how many entries there are.
   * The two of these are where a ripple's time goes: nothing in them is reached through a closure, and what they share
   * is written twice.
   */
  function passOn(
    from: number,
    to: number,
    current: number,
    queue: Int32Array,
    queued: number,
    bucket: Int32Array,
    holds: Int32Array,
  ): number {
    let last = queued;
    for (let i = from; i < to; i++) {
      const u = late[i]!;
      const end = 2 * laneStart[u + 1]!;
      for (let k = 2 * laneStart[u]!; k < end; k += 2) {
        const v = lane[k]!;
        const reaches = current - lane[k + 1]!;
        if (reaches <= level[v]!) continue;
        level[v] = reaches;
        last += 1;
        queue[2 * last] = v;
        queue[2 * last + 1] = bucket[reaches]!;
        bucket[reaches] = last;
        holds[reaches >>> 5]! |= 1 << (reaches & 31);
      }
    }
    return last;
  }

  /** The same, with each party's record beside its level. */
  function passOnWithCauses(
    from: number,
    to: number,
    current: number,
    queue: Int32Array,
    queued: number,
    bucket: Int32Array,
    holds: Int32Array,
  ): number {
    let last = queued;
    for (let i = from; i < to; i++) {
      const u = late[i]!;
      const hops = record[4 * u + 1]! + 1;
      const t = time[2 * u + 1]!;
      const end = laneStart[u + 1]!;
      for (let k = laneStart[u]!; k < end; k++) {
        const v = lane[2 * k]!;
        const reaches = current - lane[2 * k + 1]!;
        const before = level[v]!;
        if (reaches < before || reaches <= 0) continue;
        if (reaches === before) {
          clock.offer(v, t + lead[k]!, hops, k);
          continue;
        }
        level[v] = reaches;
        record[4 * v] = k;
        record[4 * v + 1] = hops;
        time[2 * v + 1] = t + lead[k]!;
        last += 1;
        queue[2 * last] = v;
        queue[2 * last + 1] = bucket[reaches]!;
        bucket[reaches] = last;
        holds[reaches >>> 5]! |= 1 << (reaches & 31);
      }
    }
    return last;
  }

  function run(own: readonly OwnDelay[], wantsCauses: boolean, observer: Observer | undefined): Settled {
    let highest = 0;
    for (const { minutes } of own) if (minutes > highest) highest = minutes;
    if (highest >= first.length) {
      first = new Int32Array(highest + 1);
      held = new Int32Array((highest >>> 5) + 1);
    }
    if (entries.length < 2 * (lanes + 2 * members + own.length + 1)) {
      entries = new Int32Array(2 * (lanes + 2 * members + own.length + 1));
    }
    const [queue, bucket, holds] = [entries, first, held];
    let queued = none;
    let count = 0;
    let current = highest;

    const put = (item: number, at: number): void => {
      queued += 1;
      queue[2 * queued] = item;
      queue[2 * queued + 1] = bucket[at]!;
      bucket[at] = queued;
      holds[at >>> 5]! |= 1 << (at & 31);
    };
    /** Makes a party so late by a group, or by a link that absorbs nothing; its clock is for later. */
    const raise = (v: number, to: number): void => {
      level[v] = to;
      if (wantsCauses) clock.write(v, Infinity, 0, noCause);
      if (to === current) late[count++] = v;
      else put(v, to);
    };
    const groups = members > 0 ? createGroupsOfPass(map, level, raise, put) : undefined;

    for (const { party, minutes } of own) {
      if (minutes <= level[party]!) continue;
      level[party] = minutes;
      put(party, minutes);
      clock.write(party, 0, 0, noCause);
    }

    let looked = 0;
    for (let word = current >>> 5; word >= 0;) {
      if (holds[word] === 0) {
        word -= 1;
        continue;
      }
      current = (word << 5) + 31 - Math.clz32(holds[word]!);
      holds[word]! &= ~(1 << (current & 31));
      const start = count;
      // Everyone of this level that is known from above …
      for (let entry = bucket[current]!; entry !== none; entry = queue[2 * entry + 1]!) {
        const item = queue[2 * entry]!;
        if (item >= n) groups!.fallToSwitchTime(item - n);
        else if (level[item] === current) late[count++] = item;
      }
      bucket[current] = none;
      // … and whom these make as late as they are themselves.
      let isTied = false;
      if (someHandOnAll || groups) {
        for (let i = start; i < count; i++) {
          const u = late[i]!;
          groups?.providerSettled(u, current);
          if (handsOnAll[u] === 0) continue;
          for (let k = laneStart[u]!; k < laneStart[u + 1]!; k++) {
            if (lane[2 * k + 1] !== 0) continue;
            const v = lane[2 * k]!;
            if (level[v]! < current) raise(v, current);
            if (level[v] === current) isTied = true;
          }
        }
        if (wantsCauses) setClocks(start, isTied);
      }
      if (count - looked >= 4096) {
        looked = count;
        stopIf(observer);
      }
      queued = wantsCauses
        ? passOnWithCauses(start, count, current, queue, queued, bucket, holds)
        : passOn(start, count, current, queue, queued, bucket, holds);
    }

    /** Clocks of a level, whose parties are late[from …]: those above it are known. */
    function setClocks(from: number, isTied: boolean): void {
      const waits = groups?.setClocks(clock, late, from, count, current) ?? false;
      if (!isTied && !waits) return;
      for (let i = from; i < count; i++) {
        const u = late[i]!;
        if (time[2 * u + 1] === Infinity) continue;
        if (handsOnAll[u] === 1 || groups?.handsOnAll(u) === true) clock.wait(u);
      }
      for (let u = clock.take(); u >= 0; u = clock.take()) {
        for (let k = laneStart[u]!; k < laneStart[u + 1]!; k++) {
          const v = lane[2 * k]!;
          if (lane[2 * k + 1] !== 0 || level[v] !== current) continue;
          offer(v, clock.at(u) + lead[k]!, clock.hops(u) + 1, k);
        }
        groups?.hearFrom(u, current, offer);
      }
    }
    function offer(v: number, at: number, hops: number, cause: number): void {
      if (!clock.offer(v, at, hops, cause)) return;
      if (handsOnAll[v] === 1 || groups?.handsOnAll(v) === true) clock.wait(v);
    }

    const settled = { late: late.slice(0, count), minutes: new Int32Array(count) };
    for (let i = 0; i < count; i++) {
      const v = late[i]!;
      settled.minutes[i] = level[v]!;
      level[v] = 0;
    }
    return settled;
  }

  return {
    settle: (own, observer) => run(own, false, observer),
    withCauses(own, observer) {
      const settled = run(own, true, observer);
      const count = settled.late.length;
      const at = new Float64Array(count);
      const hops = new Int32Array(count);
      const through = new Int32Array(count);
      for (let i = 0; i < count; i++) {
        const v = settled.late[i]!;
        at[i] = clock.at(v);
        hops[i] = clock.hops(v);
        through[i] = linkOf(map, clock.cause(v));
      }
      return { ...settled, at, hops, through };
    },
  };
}
