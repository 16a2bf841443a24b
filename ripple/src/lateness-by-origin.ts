/**
 * Everyone's lateness when one party alone is late, substitutes and all, for each of many parties; and how that changes
 * with the map. A ripple from each (see `delay-runs`); a change settles anew only those that its certificates may hold
 * (see `resettle`), of which `lateness-bounds` says the most. O(parties it is about × links reached) for bounds.
 */
import type { CompiledMap } from './compiled-map.js';
import { roundedUp, type BoundSizes, type DelayBounds } from './delay-bounds.js';
import { linksChanged, type DelayChange, type DelayNumbers } from './delay-change.js';
import { beyondAnyDelay, createDelayRuns } from './delay-runs.js';
import { harmOfRun } from './exposure.js';
import { createLatenessBounds } from './lateness-bounds.js';
import type { VisitDrop } from './left-for-customers.js';
import { marked } from './marked.js';
import type { Observer } from './observer.js';
import { report, stopIf } from './observer.js';
import { createResettling } from './resettle.js';
import { rowsOfLevels } from './rows-of-levels.js';

/** `isCounted` says whose delays it is about, 1 or 0 by party. */
export function latenessByOrigin(
  map: CompiledMap,
  minutes: number,
  numbers: DelayNumbers,
  customers: Int32Array,
  isCounted: Uint8Array,
) {
  const { provider, customer, isBlocking, group, groupStart, groupMember, groupPrimary, switchTime, weight } =
    map;
  const { slack, buffer, most } = numbers;
  const n = map.parties.length;
  const runs = createDelayRuns(map, minutes);
  const rows = rowsOfLevels(n, (origin, { levels, turns }) => {
    runs.run(origin, minutes);
    levels.set(runs.lateness);
    for (let i = 0; i < runs.lateCount(); i++) turns[runs.late[i]!] = i;
  });

  function comesOver(late: Int32Array, e: number): number {
    if (isBlocking[e] === 0) return 0;
    const g = group[e]!;
    if (g < 0) return Math.min(late[provider[e]!]! - slack[e]!, most[e]!) - buffer[customer[e]!]!;
    let least = most[groupPrimary[g]!]!;
    for (let k = groupStart[g]!; k < groupStart[g + 1]!; k++) {
      const member = groupMember[k]!;
      const waits = Math.max(switchTime[member]!, late[provider[member]!]! - slack[member]!);
      if (waits < least) least = waits;
    }
    // Whoever takes longer to switch to does not keep the customer waiting, however late it is itself.
    return switchTime[e]! < least ? least - buffer[customer[e]!]! : 0;
  }
  const blocking = marked(isBlocking);
  const resettling = createResettling(n, {
    links: blocking,
    from: provider,
    to: customer,
    takes: (e) => (group[e]! >= 0 || most[e]! < beyondAnyDelay ? -1 : slack[e]! + buffer[customer[e]!]!),
    comesOver,
  });

  const bounds = createLatenessBounds(map, numbers, runs, comesOver);

  /** Whether the lateness of the party that a change is at may rest on what is changed. */
  function isMet({ kind, at }: DelayChange, late: Int32Array): boolean {
    if (kind === 'buffer') return late[at]! > 0;
    const level = late[customer[at]!]!;
    return level > 0 && comesOver(late, at) === level;
  }

  function drops(change: DelayChange, visit: VisitDrop, observer?: Observer): void {
    const met = change.kind === 'buffer' ? change.at : customer[change.at]!;
    const metBy: number[] = [];
    for (let u = 0; u < n; u++) {
      if (isCounted[u] === 1 && u !== met && isMet(change, rows.of(u).levels)) metBy.push(u);
    }
    numbers.make(change);
    linksChanged(map, change).forEach(resettling.changed);
    try {
      for (const u of metBy) {
        stopIf(observer);
        const row = rows.of(u);
        const late = row.levels;
        resettling.run(row, [met], u);
        const { party, before } = resettling;
        for (let i = 0; i < resettling.count(); i++) {
          const x = party[i]!;
          if (weight[x]! > 0 && before[i]! > late[x]!) visit(u, x, before[i]! - late[x]!);
        }
        resettling.takeBack(late);
      }
    } finally {
      numbers.takeBack(change);
      linksChanged(map, change).forEach(resettling.changed);
    }
  }

  /** Adds what each change can take off the harm that these delays do, which it writes to `exposure`. */
  function addBounds(
    sizes: BoundSizes,
    found: DelayBounds,
    exposure: Float64Array,
    observer?: Observer,
  ): void {
    for (let u = 0; u < n; u++) {
      if (isCounted[u] === 0) continue;
      report(observer, u / n);
      const { levels } = rows.anew(u);
      const harm = harmOfRun(map, runs, customers);
      exposure[u] = harm;
      if (harm > 0) bounds.add(levels, roundedUp(harm), sizes, found);
    }
  }

  return {
    drops,
    addBounds,
    /** Adds the harm that each of these delays does. */
    addExposure(exposure: Float64Array, observer?: Observer): void {
      for (let u = 0; u < n; u++) {
        if (isCounted[u] === 0) continue;
        stopIf(observer);
        const late = rows.of(u).levels;
        for (const x of customers) exposure[u]! += weight[x]! * late[x]!;
      }
    },
    /** A change has been made for good. */
    changed(change: DelayChange): void {
      const { kind, at, minutes: more } = change;
      linksChanged(map, change).forEach(resettling.changed);
      if (kind === 'slack') runs.addSlack(at, more);
      else if (kind === 'buffer') runs.addBuffer(at, more);
      else runs.setMost(at, Math.min(runs.mostOf(at), more));
      rows.forget();
    },
  };
}
