/**
 * Everyone's lateness: the least fixpoint from zero of
 *   a = max(0, δ of the provider − slack),  A = min over a group of max(switch time, a),
 *   δ = max(own declared delay, max A − buffer),
 * in one pass, largest lateness first (Dijkstra 1959; Knuth 1977 for the min/max form). Each link is walked once:
 * O(parties + links + largest delay / 32).
 */
import { BucketQueue } from './bucket-queue.js';
import type { CompiledMap } from './compiled-map.js';
import type { Observer } from './observer.js';
import { stopIf } from './observer.js';

/** `own` holds each party's declared delay in minutes, 0 for none; the answer holds δ. Throws `Stopped`. */
export function settleDelay(map: CompiledMap, own: Int32Array, observer?: Observer): Int32Array {
  const { laneStart, laneCustomer, laneCost, memberStart } = map;
  const n = own.length;
  let highest = 0;
  for (let v = 0; v < n; v++) if (own[v]! > highest) highest = own[v]!;

  // Items below n are parties; the rest are members of groups, waiting for the level of their switch time.
  const queue = new BucketQueue(n + map.groupMember.length, highest);
  const { level } = queue;
  const groups = map.groupPrimary.length > 0 ? groupsBeingSettled(map, queue, n) : undefined;
  for (let v = 0; v < n; v++) if (own[v]! > 0) queue.raise(v, own[v]!);

  let taken = 0;
  for (let item = queue.take(); item >= 0; item = queue.take()) {
    if ((++taken & 8191) === 0) stopIf(observer);
    if (item >= n) {
      groups!.fallToSwitchTime(item - n);
      continue;
    }
    const late = level[item]!;
    for (let k = laneStart[item]!; k < laneStart[item + 1]!; k++) {
      const v = laneCustomer[k]!;
      const reaches = late - laneCost[k]!;
      if (reaches > level[v]!) queue.raise(v, reaches);
    }
    for (let k = memberStart[item]!; k < memberStart[item + 1]!; k++) {
      groups!.providerSettled(map.memberPosition[k]!, late);
    }
  }
  return level.slice(0, n);
}

/**
 * A group's value is known when all its members' are. A member's is known when its provider settles, or, if that
 * has not happened, when the level has fallen to its switch time: nobody who is still unsettled can be later than that.
 * Nothing happens before the primary is late; from then on its lateness bounds the group.
 */
function groupsBeingSettled(map: CompiledMap, queue: BucketQueue, n: number) {
  const { group, groupStart, groupMember, groupPrimary, switchTime, slack, customer, buffer } = map;
  const isKnown = new Uint8Array(groupMember.length);
  const unknown = new Int32Array(groupPrimary.length);
  const best = new Int32Array(groupPrimary.length).fill(0x7fffffff);
  for (let g = 0; g < groupPrimary.length; g++) unknown[g] = groupStart[g + 1]! - groupStart[g]!;

  function know(position: number, value: number): void {
    const g = group[groupMember[position]!]!;
    isKnown[position] = 1;
    if (value < best[g]!) best[g] = value;
    unknown[g]! -= 1;
    if (unknown[g] !== 0) return;
    const v = customer[groupPrimary[g]!]!;
    const reaches = best[g]! - buffer[v]!;
    if (reaches > queue.level[v]!) queue.raise(v, reaches);
  }

  function primaryIsLate(g: number, late: number): void {
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      if (isKnown[k] === 1) continue;
      const takes = switchTime[groupMember[k]!]!;
      if (takes >= late) know(k, takes);
      // At level 0 there is nothing left to pass on: a substitute at hand at once needs no waiting for.
      else if (takes > 0) queue.raise(n + k, takes);
    }
  }

  return {
    providerSettled(position: number, late: number): void {
      if (isKnown[position] === 1) return;
      const link = groupMember[position]!;
      const comes = Math.max(0, late - slack[link]!);
      know(position, Math.max(switchTime[link]!, comes));
      const g = group[link]!;
      if (link === groupPrimary[g] && comes > 0) primaryIsLate(g, comes);
    },
    fallToSwitchTime(position: number): void {
      if (isKnown[position] === 0) know(position, switchTime[groupMember[position]!]!);
    },
  };
}
