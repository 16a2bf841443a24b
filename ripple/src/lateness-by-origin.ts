/**
 * Everyone's lateness when one party alone is late, substitutes and all, for each of many parties; and how that changes
 * with the map. A ripple from each (see `delay-runs`); a change settles anew only those that its certificates may hold
 * (see `resettle`). O(parties it is about × links reached) for bounds.
 *
 * Bounds: what is not in a ripple's certificate of a customer's lateness takes nothing off it; so a change takes off at
 * most the harm to all customers whose certificates hold it. And where its customer would be late by another link from a
 * party whose certificate does not hold it, less late by some minutes, whoever rests on it is so much less late at most:
 * each step of a certificate hands on no more than what came off before.
 */
import type { CompiledMap } from './compiled-map.js';
import { roundedUp, type BoundSizes, type DelayBounds } from './delay-bounds.js';
import { linksChanged, type DelayChange, type DelayNumbers } from './delay-change.js';
import { beyondAnyDelay, createDelayRuns } from './delay-runs.js';
import { createForest } from './forest.js';
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
  const rows = rowsOfLevels(n, (origin, late) => {
    runs.run(origin, minutes);
    for (let i = 0; i < runs.lateCount(); i++) late[runs.late[i]!] = runs.lateness(runs.late[i]!);
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
      if (isCounted[u] === 1 && u !== met && isMet(change, rows.of(u))) metBy.push(u);
    }
    numbers.make(change);
    linksChanged(map, change).forEach(resettling.changed);
    try {
      for (const u of metBy) {
        stopIf(observer);
        const late = rows.of(u);
        resettling.run(late, [met], u);
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

  /** Adds what each change can take off the harm that these delays do, which is `exposure`. */
  function addBounds(
    sizes: BoundSizes,
    found: DelayBounds,
    exposure: Float64Array,
    observer?: Observer,
  ): void {
    // Of one ripple: the harm that rests on each party, whole, and counted up to a size at each customer.
    const rests = new Float64Array(n);
    const restsToSlack = new Float64Array(n);
    const restsToBuffer = new Float64Array(n);
    const restsWeight = new Float64Array(n);
    for (let u = 0; u < n; u++) {
      if (isCounted[u] === 0 || exposure[u] === 0) continue;
      report(observer, u / n);
      const levels = rows.anew(u);
      growForest();
      const { late } = runs;
      for (let i = runs.lateCount() - 1; i >= 0; i--) {
        const v = late[i]!;
        const counts = weight[v]!;
        const delay = levels[v]!;
        // Where substitutes share what is upstream of them it is counted twice, but never past the whole.
        const whole = Math.min(rests[v]! + counts * delay, roundedUp(exposure[u]!));
        const toSlack = Math.min(restsToSlack[v]! + counts * Math.min(delay, sizes.slack), whole);
        const toBuffer = Math.min(restsToBuffer[v]! + counts * Math.min(delay, sizes.buffer), whole);
        const weighs = restsWeight[v]! + counts;
        rests[v] = restsToSlack[v] = restsToBuffer[v] = restsWeight[v] = 0;
        if (whole === 0 || i === 0) continue;
        lookElsewhere(v, levels);
        const protection = Math.min(whole, weighs * (delay - otherwise));
        runs.certificateOf(v, (link, comes) => {
          found.protection[link]! += protection;
          found.slack[link]! += Math.min(toSlack, protection);
          found.alternative[link]! += Math.min(protection, weighs * Math.max(0, comes - sizes.switchTime));
          const from = provider[link]!;
          found.buffer[from]! += Math.min(toBuffer, weighs * (delay - elsewhere));
          rests[from]! += whole;
          restsToSlack[from]! += toSlack;
          restsToBuffer[from]! += toBuffer;
          restsWeight[from]! += weighs;
        });
      }
    }
  }

  // Of one ripple: the link of a party's certificate, where it needs but one; and who stands on whom by such links.
  const cause = new Int32Array(n);
  const parent = new Int32Array(n);
  const forest = createForest(n);
  function growForest(): void {
    for (let i = 0; i < runs.lateCount(); i++) {
      const v = runs.late[i]!;
      cause[v] = parent[v] = -1;
      let links = 0;
      runs.certificateOf(v, (link) => {
        cause[v] = link;
        links += 1;
      });
      if (links === 1) parent[v] = provider[cause[v]]!;
      else cause[v] = -1;
    }
    forest.grow(runs.late, runs.lateCount(), parent);
  }

  /** Whether a party's certificate may hold the other: not where it, or else what it stands on, was settled before. */
  function mayRestOn(party: number, other: number): boolean {
    const turn = forest.turn[other]!;
    if (forest.turn[party]! < turn) return false;
    return forest.turn[forest.root[party]!]! >= turn || forest.standsOn(party, other);
  }

  /** How late a party would be by another link: from whoever does not rest on it; nor on whom its cause comes from. */
  let otherwise = 0;
  let elsewhere = 0;
  function lookElsewhere(v: number, levels: Int32Array): void {
    otherwise = elsewhere = 0;
    const from = parent[v]!;
    for (let k = map.inStart[v]!; k < map.inStart[v + 1]!; k++) {
      const f = map.inLink[k]!;
      if (group[f] !== -1 || f === cause[v]) continue;
      const comes = comesOver(levels, f);
      if (comes <= elsewhere) continue;
      const y = provider[f]!;
      if (comes > otherwise && !mayRestOn(y, v)) otherwise = comes;
      if (from >= 0 && !mayRestOn(y, from)) elsewhere = comes;
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
        const late = rows.of(u);
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
