/**
 * Groups of alternatives in a delay pass, by what is known of their members so far: A, the least of max(switch time,
 * lateness beyond slack), and, where A makes the customer as late as it is, when it is felt: as the last of the members
 * that had to be waited for (switch time < A) is, by (t, hops). O(members of the group) each.
 */
import type { CompiledMap } from './compiled-map.js';

export interface GroupsOfPass {
  /** Which members a party provides: positions first(party) … end(party). */
  first(party: number): number;
  end(party: number): number;
  /** Raises the customer of a member's group, and gives back its place; −1 where it is as late already. */
  raisedBy(position: number): number;
  /**
   * The place of the customer that this member's group makes as late as it is, where the member had to be waited for
   * and all such have a clock, and leaves at() and hops(); else −1.
   */
  toldBy(position: number, record: Int32Array, time: Float64Array): number;
  at(): number;
  hops(): number;
  /** The shown members of all groups that make this party as late as it is, and when. */
  visitCauses(party: number, record: Int32Array, time: Float64Array, visit: (link: number) => void): void;
}

/** `level` is everyone's lateness by place. */
export function createGroupsOfPass(map: CompiledMap, place: Int32Array, level: Int32Array): GroupsOfPass {
  const { group, groupStart, groupMember, groupPrimary, switchTime, slack, customer, provider, buffer } = map;
  const { memberStart, memberPosition, leadTime, inStart, inLink } = map;
  let latest = 0;
  let farthest = 0;

  const placeOf = (link: number): number => place[provider[link]!]!;
  const lateness = (link: number): number => level[placeOf(link)]! - slack[link]!;
  const isPrimary = (link: number): boolean => group[link]! >= 0 && groupPrimary[group[link]!] === link;

  function latenessOf(g: number): number {
    let least = Infinity;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      const e = groupMember[k]!;
      least = Math.min(least, Math.max(switchTime[e]!, lateness(e)));
    }
    return least;
  }

  const isCause = (g: number, value: number): boolean => {
    const v = customer[groupPrimary[g]!]!;
    const reaches = value - buffer[v]!;
    return reaches > 0 && reaches === level[place[v]!];
  };

  /** Leaves the clock of the last of whom it had to wait for; false while one of these has none. */
  function isReady(g: number, value: number, record: Int32Array, time: Float64Array): boolean {
    latest = -1;
    farthest = 0;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      const e = groupMember[k]!;
      if (switchTime[e]! >= value) continue;
      const at = placeOf(e);
      const t = time[2 * at + 1]! + leadTime[e]!;
      if (t === Infinity) return false;
      const hops = record[4 * at + 1]! + 1;
      if (t > latest || (t === latest && hops > farthest)) [latest, farthest] = [t, hops];
    }
    return true;
  }

  /** Of the members that come as late as the group is, the first by (t, hops, provider, link); else the primary. */
  function shownOf(g: number, value: number, record: Int32Array, time: Float64Array): number {
    let shown = -1;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      const e = groupMember[k]!;
      if (switchTime[e]! >= value || lateness(e) !== value) continue;
      if (shown === -1 || isBefore(e, shown, record, time)) shown = e;
    }
    return shown === -1 ? groupPrimary[g]! : shown;
  }

  function isBefore(e: number, f: number, record: Int32Array, time: Float64Array): boolean {
    const [u, w] = [placeOf(e), placeOf(f)];
    const difference =
      time[2 * u + 1]! + leadTime[e]! - time[2 * w + 1]! - leadTime[f]! ||
      record[4 * u + 1]! - record[4 * w + 1]! ||
      provider[e]! - provider[f]! ||
      e - f;
    return difference < 0;
  }

  return {
    first: (party) => memberStart[party]!,
    end: (party) => memberStart[party + 1]!,
    raisedBy(position) {
      const g = group[groupMember[memberPosition[position]!]!]!;
      const v = customer[groupPrimary[g]!]!;
      const at = place[v]!;
      const reaches = latenessOf(g) - buffer[v]!;
      if (reaches <= level[at]!) return -1;
      level[at] = reaches;
      return at;
    },
    toldBy(position, record, time) {
      const e = groupMember[memberPosition[position]!]!;
      const g = group[e]!;
      const value = latenessOf(g);
      if (switchTime[e]! >= value || !isCause(g, value) || !isReady(g, value, record, time)) return -1;
      return place[customer[e]!]!;
    },
    at: () => latest,
    hops: () => farthest,
    visitCauses(party, record, time, visit) {
      const at = place[party]!;
      for (let k = inStart[party]!; k < inStart[party + 1]!; k++) {
        if (!isPrimary(inLink[k]!)) continue;
        const g = group[inLink[k]!]!;
        const value = latenessOf(g);
        if (!isCause(g, value) || !isReady(g, value, record, time)) continue;
        if (latest === time[2 * at + 1] && farthest === record[4 * at + 1])
          visit(shownOf(g, value, record, time));
      }
    },
  };
}
