/**
 * Groups of alternatives in a delay pass, by what is known of their members so far: A, the least of max(switch time,
 * lateness beyond slack), and, where A makes the customer as late as it is, when it is felt: as the last of the members
 * that had to be waited for (switch time < A) is, by (t, hops). O(members of the group) each.
 */
import type { CompiledMap } from './compiled-map.js';
import { notOneLane, type DelayCells } from './delay-cells.js';
import { rows } from './rows.js';

export interface GroupsOfPass {
  /** Which members a party provides: positions first(party) … end(party); and whom each is for, as a place. */
  first(party: number): number;
  end(party: number): number;
  customerAt(position: number): number;
  /** Raises the customer of a member's group, and gives back its place; −1 where it is as late already. */
  raisedBy(position: number): number;

  /** Which groups a party is the customer of: firstInto(party) … endInto(party). */
  firstInto(party: number): number;
  endInto(party: number): number;
  /**
   * The shown member of such a group, where the group makes its customer as late as it is and all members that had to be
   * waited for have a clock, and leaves at() and hops(); else −1.
   */
  causeOf(index: number): number;
  at(): number;
  hops(): number;
}

export function createGroupsOfPass(
  map: CompiledMap,
  { cells, numbers, place, sections: { state, clock, time } }: DelayCells,
): GroupsOfPass {
  const { group, groupStart, groupMember, groupPrimary, switchTime, slack, customer, provider, buffer } = map;
  const { memberStart, memberPosition, leadTime } = map;
  const into = rows(
    map.parties.length,
    groupPrimary.map((e) => customer[e]!),
  );
  let latest = 0;
  let farthest = 0;

  const placeOf = (link: number): number => place[provider[link]!]!;
  const lateness = (link: number): number => cells[state + 2 * placeOf(link)]! - slack[link]!;
  const timeAt = (at: number): number => numbers[time + 2 * at]!;
  const hopsAt = (at: number): number => cells[clock + 4 * at + 1]!;
  const groupAt = (position: number): number => group[groupMember[memberPosition[position]!]!]!;

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
    return reaches > 0 && reaches === cells[state + 2 * place[v]!];
  };

  /** Leaves the clock of the last of whom it had to wait for; false while one of these has none. */
  function isReady(g: number, value: number): boolean {
    latest = -1;
    farthest = 0;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      const e = groupMember[k]!;
      if (switchTime[e]! >= value) continue;
      const at = placeOf(e);
      const t = timeAt(at) + leadTime[e]!;
      if (t === Infinity) return false;
      const hops = hopsAt(at) + 1;
      if (t > latest || (t === latest && hops > farthest)) [latest, farthest] = [t, hops];
    }
    return true;
  }

  /** Of the members that come as late as the group is, the first by (t, hops, provider, link); else the primary. */
  function shownOf(g: number, value: number): number {
    let shown = -1;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      const e = groupMember[k]!;
      if (switchTime[e]! >= value || lateness(e) !== value) continue;
      if (shown === -1 || isBefore(e, shown)) shown = e;
    }
    return shown === -1 ? groupPrimary[g]! : shown;
  }

  function isBefore(e: number, f: number): boolean {
    const [u, w] = [placeOf(e), placeOf(f)];
    const difference =
      timeAt(u) + leadTime[e]! - timeAt(w) - leadTime[f]! ||
      hopsAt(u) - hopsAt(w) ||
      provider[e]! - provider[f]! ||
      e - f;
    return difference < 0;
  }

  return {
    first: (party) => memberStart[party]!,
    end: (party) => memberStart[party + 1]!,
    customerAt: (position) => place[customer[groupPrimary[groupAt(position)]!]!]!,
    raisedBy(position) {
      const g = groupAt(position);
      const v = customer[groupPrimary[g]!]!;
      const at = place[v]!;
      const reaches = latenessOf(g) - buffer[v]!;
      if (reaches <= 0 || reaches < cells[state + 2 * at]!) return -1;
      cells[state + 2 * at + 1] = notOneLane;
      if (reaches === cells[state + 2 * at]) return -1;
      cells[state + 2 * at] = reaches;
      return at;
    },
    firstInto: (party) => into.start[party]!,
    endInto: (party) => into.start[party + 1]!,
    causeOf(index) {
      const g = into.items[index]!;
      const value = latenessOf(g);
      return isCause(g, value) && isReady(g, value) ? shownOf(g, value) : -1;
    },
    at: () => latest,
    hops: () => farthest,
  };
}
