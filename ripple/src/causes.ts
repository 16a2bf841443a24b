/**
 * Who made whom late, and when it is felt. A group is ready when the providers of all members it had to wait for
 * (switch time < A) have a clock; parties settle by smallest (t, hops, provider, link of the shown cause), so causes
 * form a forest even under loops of zero slack (Dijkstra 1959 over the readiness of AND/OR graphs: Knuth 1977;
 * Möhring, Skutella, Stork 2004). O((parties + links) log parties), over hit parties only.
 */
import type { CompiledMap } from './compiled-map.js';
import { groupLateness, inputLateness } from './compiled-map.js';
import { EarliestQueue } from './earliest-queue.js';
import type { Observer } from './observer.js';
import { stopIf } from './observer.js';

export interface Causes {
  /** t: minutes on the clock until each hit party feels it. */
  at: Float64Array;
  /** How many links the news has travelled. */
  hops: Int32Array;
  /** The shown cause's link; −1 where δ is the party's own declaration, or 0. */
  through: Int32Array;
}

/** Causes and clock for lateness `delay`, as settled from declared delays `own`. Throws `Stopped`. */
export function causesOf(map: CompiledMap, own: Int32Array, delay: Int32Array, observer?: Observer): Causes {
  const { laneStart, laneCustomer, laneCost, laneLink, memberStart, memberPosition, groupMember, leadTime } =
    map;
  const queue = new EarliestQueue(map.provider, delay.length);
  const { at, hops, through } = queue;
  const waits = map.groupPrimary.length > 0 ? waitingGroups(map, own, delay, queue) : undefined;
  for (let v = 0; v < delay.length; v++) {
    if (delay[v]! > 0 && delay[v] === own[v]) queue.offer(v, 0, 0, -1);
  }

  let taken = 0;
  for (let u = queue.take(); u >= 0; u = queue.take()) {
    if ((++taken & 8191) === 0) stopIf(observer);
    const late = delay[u]!;
    const t = at[u]!;
    const hop = hops[u]! + 1;
    for (let k = laneStart[u]!; k < laneStart[u + 1]!; k++) {
      const v = laneCustomer[k]!;
      const reaches = late - laneCost[k]!;
      if (reaches !== delay[v] || reaches === 0 || reaches === own[v]) continue;
      const e = laneLink[k]!;
      queue.offer(v, t + leadTime[e]!, hop, e);
    }
    for (let k = memberStart[u]!; k < memberStart[u + 1]!; k++) {
      waits!.hearFrom(groupMember[memberPosition[k]!]!, u);
    }
  }
  return { at, hops, through };
}

const untouched: number = 0;
const noCause: number = -1;

/** Groups of several members: each is offered once the last provider it had to wait for has a clock. */
function waitingGroups(map: CompiledMap, own: Int32Array, delay: Int32Array, queue: EarliestQueue) {
  const { group, groupStart, groupMember, groupPrimary, switchTime, customer, provider, buffer, leadTime } =
    map;
  const { at, hops } = queue;
  const missing = new Int32Array(groupPrimary.length).fill(untouched);
  const value = new Int32Array(groupPrimary.length);
  const latestAt = new Float64Array(groupPrimary.length);
  const latestHops = new Int32Array(groupPrimary.length);

  function open(g: number): void {
    value[g] = groupLateness(map, delay, g);
    const v = customer[groupPrimary[g]!]!;
    missing[g] = noCause;
    if (value[g] === 0 || value[g] - buffer[v]! !== delay[v]) return;
    let count = 0;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      if (switchTime[groupMember[k]!]! < value[g]) count += 1;
    }
    missing[g] = count;
  }

  function shownCause(g: number): number {
    let shown = -1;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      const e = groupMember[k]!;
      if (switchTime[e]! >= value[g]! || inputLateness(map, delay, e) !== value[g]) continue;
      if (shown === -1 || reachesBefore(e, shown)) shown = e;
    }
    return shown === -1 ? groupPrimary[g]! : shown;
  }

  function reachesBefore(e: number, f: number): boolean {
    const u = provider[e]!;
    const w = provider[f]!;
    const sooner = at[u]! + leadTime[e]! - at[w]! - leadTime[f]! || hops[u]! - hops[w]! || u - w || e - f;
    return sooner < 0;
  }

  return {
    hearFrom(e: number, u: number): void {
      const g = group[e]!;
      if (missing[g] === untouched) open(g);
      if (missing[g] === noCause || switchTime[e]! >= value[g]!) return;
      const t = at[u]! + leadTime[e]!;
      const hop = hops[u]! + 1;
      if (t > latestAt[g]! || (t === latestAt[g] && hop > latestHops[g]!)) {
        latestAt[g] = t;
        latestHops[g] = hop;
      }
      missing[g]! -= 1;
      if (missing[g] !== 0) return;
      missing[g] = noCause;
      queue.offer(customer[e]!, latestAt[g]!, latestHops[g]!, shownCause(g));
    },
  };
}
