/**
 * Groups of alternatives in a settling pass. A group's value is known when all its members' are. A member's is known
 * when its provider settles, or, if that has not happened, when the level has fallen to its switch time: nobody who is
 * still unsettled can be later than that. Nothing happens before the primary is late; from then on its lateness bounds
 * the group.
 *
 * A group is ready for the clock when the providers of all members that had to be waited for (switch time < value)
 * have theirs; the last of them, by (t, hops), gives it to the group.
 */
import { causeOfMember, type Clock } from './clock.js';
import type { CompiledMap } from './compiled-map.js';

export interface GroupsOfPass {
  /** All members that this party provides, now that it is settled. */
  providerSettled(party: number, late: number): void;
  fallToSwitchTime(position: number): void;
  /** Offers clocks to the customers in late[from … to), and says whether some group has to wait for this level's own. */
  setClocks(clock: Clock, late: Int32Array, from: number, to: number, level: number): boolean;
  /** Whether this party provides a member that may make its customer as late as itself. */
  handsOnAll(party: number): boolean;
  /** A party of this level has its clock: whichever groups waited for it alone are offered. */
  hearFrom(party: number, level: number, offer: Offer): void;
}

type Offer = (party: number, at: number, hops: number, cause: number) => void;

/** `raise` makes a party so late, more than before; `put` lets a member, numbered after all parties, wait for a level. */
export function createGroupsOfPass(
  map: CompiledMap,
  delay: Int32Array,
  raise: (party: number, to: number) => void,
  put: (item: number, at: number) => void,
): GroupsOfPass {
  const { group, groupStart, groupMember, groupPrimary, switchTime, slack, customer, provider, buffer } = map;
  const { memberStart, memberPosition, leadTime, inStart, inLink } = map;
  const n = map.parties.length;
  const isKnown = new Uint8Array(groupMember.length);
  const unknown = new Int32Array(groupPrimary.length);
  const best = new Int32Array(groupPrimary.length).fill(0x7fffffff);
  /** Providers of the same level that a group still waits for. */
  const waitsFor = new Int32Array(groupPrimary.length);
  for (let g = 0; g < groupPrimary.length; g++) unknown[g] = groupStart[g + 1]! - groupStart[g]!;
  let known: Clock;

  function know(position: number, value: number): void {
    const g = group[groupMember[position]!]!;
    isKnown[position] = 1;
    if (value < best[g]!) best[g] = value;
    unknown[g]! -= 1;
    if (unknown[g] !== 0) return;
    const v = customer[groupPrimary[g]!]!;
    const reaches = best[g]! - buffer[v]!;
    if (reaches > delay[v]!) raise(v, reaches);
  }

  function primaryIsLate(g: number, late: number): void {
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      if (isKnown[k] === 1) continue;
      const takes = switchTime[groupMember[k]!]!;
      if (takes >= late) know(k, takes);
      // At level 0 there is nothing left to pass on: a substitute at hand at once needs no waiting for.
      else if (takes > 0) put(n + k, takes);
    }
  }

  const isWaitedFor = (e: number): boolean => switchTime[e]! < best[group[e]!]!;

  /** The latest of whom a group had to wait for gives it its clock; its shown cause is the one that it names. */
  function offerGroup(g: number, offer: Offer): void {
    let at = -1;
    let hops = 0;
    let shown = -1;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      const e = groupMember[k]!;
      if (!isWaitedFor(e)) continue;
      const u = provider[e]!;
      const t = known.at(u) + leadTime[e]!;
      const hop = known.hops(u) + 1;
      if (t > at || (t === at && hop > hops)) [at, hops] = [t, hop];
      if (delay[u]! - slack[e]! !== best[g]) continue;
      if (shown === -1 || reachesBefore(e, shown)) shown = e;
    }
    offer(customer[groupPrimary[g]!]!, at, hops, causeOfMember(shown === -1 ? groupPrimary[g]! : shown));
  }

  function reachesBefore(e: number, f: number): boolean {
    const u = provider[e]!;
    const w = provider[f]!;
    const sooner =
      known.at(u) + leadTime[e]! - known.at(w) - leadTime[f]! ||
      known.hops(u) - known.hops(w) ||
      u - w ||
      e - f;
    return sooner < 0;
  }

  return {
    providerSettled(party, late) {
      for (let k = memberStart[party]!; k < memberStart[party + 1]!; k++) {
        const position = memberPosition[k]!;
        if (isKnown[position] === 1) continue;
        const link = groupMember[position]!;
        const comes = Math.max(0, late - slack[link]!);
        know(position, Math.max(switchTime[link]!, comes));
        const g = group[link]!;
        if (link === groupPrimary[g] && comes > 0) primaryIsLate(g, comes);
      }
    },
    fallToSwitchTime(position) {
      if (isKnown[position] === 0) know(position, switchTime[groupMember[position]!]!);
    },
    setClocks(clock, late, from, to, level) {
      known = clock;
      let someWait = false;
      for (let i = from; i < to; i++) {
        const v = late[i]!;
        for (let k = inStart[v]!; k < inStart[v + 1]!; k++) {
          const g = group[inLink[k]!]!;
          if (g === -1 || groupPrimary[g] !== inLink[k]) continue;
          if (unknown[g] !== 0 || best[g]! - buffer[v]! !== level) continue;
          let waits = 0;
          for (let m = groupStart[g]!; m < groupStart[g + 1]!; m++) {
            const e = groupMember[m]!;
            if (isWaitedFor(e) && delay[provider[e]!] === level) waits += 1;
          }
          waitsFor[g] = waits;
          if (waits > 0) someWait = true;
          else offerGroup(g, (party, at, hops, cause) => clock.offer(party, at, hops, cause));
        }
      }
      return someWait;
    },
    handsOnAll(party) {
      for (let k = memberStart[party]!; k < memberStart[party + 1]!; k++) {
        const e = groupMember[memberPosition[k]!]!;
        if (slack[e] === 0 && buffer[customer[e]!] === 0) return true;
      }
      return false;
    },
    hearFrom(party, level, offer) {
      for (let k = memberStart[party]!; k < memberStart[party + 1]!; k++) {
        const e = groupMember[memberPosition[k]!]!;
        const g = group[e]!;
        if (waitsFor[g] === 0 || delay[customer[e]!] !== level || !isWaitedFor(e)) continue;
        waitsFor[g]! -= 1;
        if (waitsFor[g] === 0) offerGroup(g, offer);
      }
    },
  };
}
