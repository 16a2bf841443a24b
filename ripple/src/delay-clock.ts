/**
 * Causes and clock of a ripple whose lateness is settled: when each late party feels it, and by which link. A lane may
 * be a cause where what it brings is just what its customer is late; of all causes the smallest (t, hops, provider,
 * link) is shown. Clocks fall from infinity and are handed on in sweeps along the same order as lateness (Bellman
 * 1958); since hops rise along every link there is only one fixpoint (Knuth 1977). O(links leaving late parties × how
 * often they hand on).
 */
import type { CompiledMap } from './compiled-map.js';
import type { OwnDelay, PassMemory } from './delay-pass.js';
import type { GroupsOfPass } from './delay-pass-groups.js';
import type { Observer } from './observer.js';
import { stopIf } from './observer.js';

/** In place of a link: δ is the party's own declaration; or a group is the cause, whose shown member is not yet known. */
const noCause = -1;
const someGroup = -2;

export interface DelayClock {
  /**
   * Four numbers a place, so that one line of the processor's cache holds all of it: the cause's link, hops, and (as
   * half as many 64-bit numbers) t.
   */
  readonly record: Int32Array;
  /** t of place i at 2 i + 1. Whoever has read it sets it back to infinity. */
  readonly time: Float64Array;
  /** For the `count` late places. Uses the bits of `isLate` up. */
  readonly setClocks: (own: readonly OwnDelay[], count: number, observer: Observer | undefined) => void;
}

export function createDelayClock(
  { provider }: CompiledMap,
  memory: PassMemory,
  groups: GroupsOfPass | undefined,
): DelayClock {
  const { party, place, level, late } = memory;
  const record = new Int32Array(4 * party.length);
  const time = new Float64Array(record.buffer);
  for (let at = 0; at < party.length; at++) time[2 * at + 1] = Infinity;

  return {
    record,
    time,
    setClocks(own, count, observer) {
      for (const { party: u, minutes } of own) {
        const at = place[u]!;
        if (level[at] === minutes) [record[4 * at], record[4 * at + 1], time[2 * at + 1]] = [noCause, 0, 0];
      }
      sweep(provider, memory, record, time, groups, observer);
      if (groups === undefined) return;
      // Of groups only t and hops are known at once: which member is shown may change until all clocks are known.
      for (let i = 0; i < count; i++) {
        const at = late[i]!;
        groups.visitCauses(party[at]!, record, time, (link) => {
          if (comesFirst(provider, link, record[4 * at]!)) record[4 * at] = link;
        });
      }
    },
  };
}

/** By provider, then by link. */
function comesFirst(provider: Int32Array, link: number, than: number): boolean {
  if (than === someGroup) return true;
  const difference = provider[link]! - provider[than]!;
  return difference < 0 || (difference === 0 && link < than);
}

/** As in `delay-pass`: nothing is reached through a closure. */
function sweep(
  provider: Int32Array,
  { party, start, lane, news, level, isLate: waiting, lowest, highest }: PassMemory,
  record: Int32Array,
  time: Float64Array,
  groups: GroupsOfPass | undefined,
  observer: Observer | undefined,
): void {
  let next = lowest;
  while (next <= highest) {
    stopIf(observer);
    let word = next;
    next = waiting.length;
    while (word <= highest) {
      const bits = waiting[word]!;
      if (bits === 0) {
        word += 1;
        continue;
      }
      const bit = bits & -bits;
      waiting[word] = bits ^ bit;
      const at = (word << 5) + 31 - Math.clz32(bit);
      const t = time[2 * at + 1]!;
      if (t === Infinity) continue;
      const hops = record[4 * at + 1]! + 1;
      const delay = level[at]!;
      const end = 2 * start[at + 1]!;
      for (let k = 2 * start[at]!; k < end; k += 2) {
        const reaches = delay - lane[k + 1]!;
        if (reaches <= 0) continue;
        const v = lane[k]!;
        if (reaches !== level[v]) continue;
        const comes = t + news[k]!;
        const before = time[2 * v + 1]!;
        if (comes > before) continue;
        const link = news[k + 1]!;
        const hopsBefore = record[4 * v + 1]!;
        if (comes === before && hops >= hopsBefore) {
          if (hops === hopsBefore && comesFirst(provider, link, record[4 * v]!)) record[4 * v] = link;
          continue;
        }
        record[4 * v] = link;
        record[4 * v + 1] = hops;
        time[2 * v + 1] = comes;
        const w = v >>> 5;
        waiting[w]! |= 1 << (v & 31);
        if (w < word && w < next) next = w;
      }
      if (groups === undefined) continue;
      const u = party[at]!;
      for (let m = groups.first(u); m < groups.end(u); m++) {
        const v = groups.toldBy(m, record, time);
        if (v < 0) continue;
        const comes = groups.at();
        const before = time[2 * v + 1]!;
        if (comes > before || (comes === before && groups.hops() >= record[4 * v + 1]!)) continue;
        record[4 * v] = someGroup;
        record[4 * v + 1] = groups.hops();
        time[2 * v + 1] = comes;
        const w = v >>> 5;
        waiting[w]! |= 1 << (v & 31);
        if (w < word && w < next) next = w;
      }
    }
  }
}
