/**
 * At most what each change takes off the harm that one ripple does, from the certificates that the ripple leaves.
 *
 * What is not in the certificate of a customer's lateness takes nothing off it. Where it is, at a party z on the way,
 * the customer loses no more than any party w from z on down to it falls short by: by how much later w is than it would
 * be by another link, from a party whose certificate does not hold z and whose lateness therefore stands. Each step of a
 * certificate hands on no more than what came off before. Parties whose certificate needs one link each make a forest;
 * whoever needs several is a root, where what rests on it is handed on to all of them, together.
 *
 * A look from each customer up its tree serves every change on the way: other ways are held by how far up they stand,
 * the shortest of them first (a staircase, as in Pareto's order). O(late customers × the length of their chains + links
 * into parties on these × the length of what is upstream of both their ends).
 */
import type { CompiledMap } from './compiled-map.js';
import type { BoundSizes, DelayBounds } from './delay-bounds.js';
import type { DelayNumbers } from './delay-change.js';
import type { DelayRuns } from './delay-runs.js';
import { createForest } from './forest.js';

export interface LatenessBounds {
  /** Adds what each change can take off the last run, which left these levels and does so much harm. */
  add(levels: Int32Array, harm: number, sizes: BoundSizes, found: DelayBounds): void;
}

/** `comesOver` is how late a link alone makes its customer. */
export function createLatenessBounds(
  map: CompiledMap,
  { buffer }: DelayNumbers,
  runs: DelayRuns,
  comesOver: (levels: Int32Array, link: number) => number,
): LatenessBounds {
  const { provider, group, weight, inStart, inLink } = map;
  const n = map.parties.length;

  // Of one ripple: the link of a party's certificate, where it needs but one; and who stands on whom by such links.
  const cause = new Int32Array(n);
  const parent = new Int32Array(n);
  const forest = createForest(n);
  const { turn, root } = forest;
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

  /** Other ways into a party, looked up once a ripple: what it falls short by, and after which turn that holds. */
  const firstWay = new Int32Array(n);
  const lastWay = new Int32Array(n);
  const knownIn = new Int32Array(n);
  const short = new Int32Array(map.links.length);
  const after = new Int32Array(map.links.length);
  let ways = 0;
  let ripple = 0;
  function findWays(v: number, levels: Int32Array): void {
    knownIn[v] = ripple;
    firstWay[v] = ways;
    for (let k = inStart[v]!; k < inStart[v + 1]!; k++) {
      const e = inLink[k]!;
      if (group[e] !== -1 || e === cause[v]) continue;
      const comes = comesOver(levels, e);
      if (comes <= 0) continue;
      const holds = holdsAfter(v, provider[e]!);
      if (holds >= turn[v]!) continue;
      short[ways] = levels[v]! - comes;
      after[ways++] = holds;
    }
    lastWay[v] = ways;
  }

  /**
   * The other party rests on none of those whom the first stands on and whose turn is later than this: in one tree where
   * the two ways up meet; out of another, whatever its root may rest on was settled before the root.
   */
  function holdsAfter(party: number, other: number): number {
    if (root[party] !== root[other]) return turn[root[other]!]!;
    let [a, b] = [party, other];
    while (a !== b) {
      if (turn[a]! > turn[b]!) a = parent[a]!;
      else b = parent[b]!;
    }
    return turn[a]!;
  }

  /** Ways at hand on one look up, by turn; of any two the one that holds further up falls short by more. */
  const heldAfter = new Int32Array(n);
  const heldShort = new Int32Array(n);
  let held = 0;
  function hold(fallsShort: number, holds: number): void {
    let at = held;
    while (at > 0 && heldAfter[at - 1]! > holds) at -= 1;
    if (at > 0 && heldShort[at - 1]! <= fallsShort) return;
    let stays = at;
    while (stays < held && heldShort[stays]! >= fallsShort) stays += 1;
    if (at > 0 && heldAfter[at - 1] === holds) at -= 1;
    heldAfter.copyWithin(at + 1, stays, held);
    heldShort.copyWithin(at + 1, stays, held);
    heldAfter[at] = holds;
    heldShort[at] = fallsShort;
    held += 1 + at - stays;
  }
  const leastShort = (): number => (held > 0 ? heldShort[held - 1]! : Infinity);

  // What rests on a party: its weight, and the harm, whole, and counted up to a size at each customer.
  const restsWeight = new Float64Array(n);
  const rests = new Float64Array(n);
  const restsToSlack = new Float64Array(n);
  const restsToBuffer = new Float64Array(n);

  return {
    add(levels, harm, sizes, found) {
      ripple += 1;
      ways = 0;
      growForest();
      const { late } = runs;
      const origin = late[0]!;
      for (let i = runs.lateCount() - 1; i > 0; i--) {
        const v = late[i]!;
        const counts = weight[v]!;
        const delay = levels[v]!;
        const weighs = restsWeight[v]! + counts;
        if (weighs === 0) continue;
        // Where substitutes share what is upstream of them it is counted twice, but never past the whole.
        const whole = Math.min(rests[v]! + counts * delay, harm);
        const toSlack = Math.min(restsToSlack[v]! + counts * Math.min(delay, sizes.slack), whole);
        const toBuffer = Math.min(restsToBuffer[v]! + counts * Math.min(delay, sizes.buffer), whole);
        rests[v] = restsToSlack[v] = restsToBuffer[v] = restsWeight[v] = 0;
        held = 0;
        for (let z = v; z !== origin; z = parent[z]!) {
          while (held > 0 && heldAfter[held - 1]! >= turn[z]!) held -= 1;
          found.buffer[z]! += Math.min(toBuffer, weighs * leastShort());
          if (knownIn[z] !== ripple) findWays(z, levels);
          for (let k = firstWay[z]!; k < lastWay[z]!; k++) hold(short[k]!, after[k]!);
          const protection = Math.min(whole, weighs * leastShort());
          const past = weighs * Math.max(0, levels[z]! + buffer[z]! - sizes.switchTime);
          const link = cause[z]!;
          if (link >= 0) {
            found.protection[link]! += protection;
            found.slack[link]! += Math.min(toSlack, protection);
            found.alternative[link]! += Math.min(protection, past);
            continue;
          }
          runs.certificateOf(z, (one) => {
            found.protection[one]! += protection;
            found.slack[one]! += Math.min(toSlack, protection);
            found.alternative[one]! += Math.min(protection, past);
            const from = provider[one]!;
            restsWeight[from]! += weighs;
            rests[from]! += whole;
            restsToSlack[from]! += toSlack;
            restsToBuffer[from]! += toBuffer;
          });
          break;
        }
      }
      rests[origin] = restsToSlack[origin] = restsToBuffer[origin] = restsWeight[origin] = 0;
    },
  };
}
