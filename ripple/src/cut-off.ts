/**
 * Whom each link alone, and each party alone, lets a defect through for: in a drawn world, the parties that reach a
 * customer over live links but would not without it. A link is that of a party where it is the only live one that leads
 * to anybody who does not reach the customer by that party itself; and those cut off are then the party's own and all
 * that it dominates (Semi-NCA: Georgiadis, Tarjan, Werneck 2006). O(worlds × customers × live links that reach them).
 */
import type { CompiledMap } from './compiled-map.js';
import type { DrawnWorlds } from './drawn-worlds.js';
import type { Observer } from './observer.js';
import { report } from './observer.js';

export interface CutOff {
  /** Weighted chances, summed over counted parties and customers: what each link's protection takes off. */
  byLink: Float64Array;
  /** … and what one who passes no defect on takes off others. */
  byParty: Float64Array;
}

/** `isCounted` says whose defects it is about. Throws `Stopped`. */
export function cutOff(
  map: CompiledMap,
  drawn: DrawnWorlds,
  customers: Int32Array,
  isCounted: Uint8Array,
  observer?: Observer,
): CutOff {
  const n = map.parties.length;
  const byLink = new Float64Array(map.links.length);
  const byParty = new Float64Array(n);
  const { inStart, inLink, outStart, outLink, provider, customer, weight } = map;
  const { words, live } = drawn;

  // Live links of one world: providers by customer, and links and customers by provider.
  const fromStart = new Int32Array(n + 1);
  const from = new Int32Array(map.links.length);
  const toStart = new Int32Array(n + 1);
  const to = new Int32Array(map.links.length);
  const over = new Int32Array(map.links.length);
  // What a search back from a customer finds, in its order: the customer first.
  const party = new Int32Array(n);
  const place = new Int32Array(n).fill(-1);
  const parent = new Int32Array(n);
  const next = new Int32Array(n);
  const path = new Int32Array(n);
  const ancestor = new Int32Array(n);
  const semi = new Int32Array(n);
  const label = new Int32Array(n);
  const dominator = new Int32Array(n);
  const behind = new Int32Array(n);

  function open(world: number): void {
    const bit = 1 << (world & 31);
    const word = world >>> 5;
    let ins = 0;
    let outs = 0;
    for (let v = 0; v < n; v++) {
      for (let k = inStart[v]!; k < inStart[v + 1]!; k++) {
        const e = inLink[k]!;
        if ((live[e * words + word]! & bit) !== 0) from[ins++] = provider[e]!;
      }
      for (let k = outStart[v]!; k < outStart[v + 1]!; k++) {
        const e = outLink[k]!;
        if ((live[e * words + word]! & bit) === 0) continue;
        over[outs] = e;
        to[outs++] = customer[e]!;
      }
      fromStart[v + 1] = ins;
      toStart[v + 1] = outs;
    }
  }

  /** In depth, without recursion. */
  function search(x: number): number {
    let count = 1;
    let depth = 0;
    party[0] = x;
    place[x] = 0;
    parent[0] = 0;
    next[x] = fromStart[x]!;
    path[0] = x;
    while (depth >= 0) {
      const v = path[depth]!;
      const k = next[v]!;
      if (k === fromStart[v + 1]!) {
        depth -= 1;
        continue;
      }
      next[v] = k + 1;
      const u = from[k]!;
      if (place[u]! >= 0) continue;
      place[u] = count;
      parent[count] = place[v]!;
      party[count++] = u;
      next[u] = fromStart[u]!;
      path[++depth] = u;
    }
    return count;
  }

  /** The smallest semidominator on the way up from a place to the forest's end, among those after `linked`. */
  function best(start: number, linked: number): number {
    if (ancestor[start]! <= linked) return label[start]!;
    let depth = 0;
    let at = start;
    while (ancestor[at]! > linked) {
      path[depth++] = at;
      at = ancestor[at]!;
    }
    while (depth > 0) {
      const below = path[--depth]!;
      if (label[at]! < label[below]!) label[below] = label[at]!;
      ancestor[below] = ancestor[at]!;
      at = below;
    }
    return label[start]!;
  }

  function dominate(count: number): void {
    for (let i = 0; i < count; i++) {
      ancestor[i] = dominator[i] = parent[i]!;
      semi[i] = label[i] = i;
      behind[i] = isCounted[party[i]!]!;
    }
    for (let i = count - 1; i > 0; i--) {
      let least = i;
      const u = party[i]!;
      for (let k = toStart[u]!; k < toStart[u + 1]!; k++) {
        const j = place[to[k]!]!;
        if (j < 0) continue;
        const its = j < i ? j : best(j, i);
        if (its < least) least = its;
      }
      semi[i] = label[i] = least;
    }
    for (let i = 1; i < count; i++) {
      let above = dominator[i]!;
      while (above > semi[i]!) above = dominator[above]!;
      dominator[i] = above;
    }
    for (let i = count - 1; i > 0; i--) behind[dominator[i]!]! += behind[i]!;
  }

  const standsBehind = (start: number, i: number): boolean => {
    let at = start;
    while (at > i) at = dominator[at]!;
    return at === i;
  };

  /** The only live link by which a place leads on, −1 where there are several. */
  function onlyLink(i: number): number {
    let only = -1;
    const u = party[i]!;
    for (let k = toStart[u]!; k < toStart[u + 1]!; k++) {
      const j = place[to[k]!]!;
      if (j < 0 || standsBehind(j, i)) continue;
      if (only >= 0) return -1;
      only = over[k]!;
    }
    return only;
  }

  for (let world = 0; world < drawn.worlds; world++) {
    report(observer, world / drawn.worlds);
    open(world);
    for (const x of customers) {
      if (fromStart[x] === fromStart[x + 1]) continue;
      const count = search(x);
      dominate(count);
      const each = weight[x]! / drawn.worlds;
      for (let i = 1; i < count; i++) {
        if (behind[i] === 0) continue;
        const u = party[i]!;
        byParty[u]! += each * (behind[i]! - isCounted[u]!);
        // A link that is the only one leads to who dominates, and the search came by it.
        const link = dominator[i] === parent[i] ? onlyLink(i) : -1;
        if (link >= 0) byLink[link]! += each * behind[i]!;
      }
      for (let i = 0; i < count; i++) place[party[i]!] = -1;
    }
  }
  return { byLink, byParty };
}
