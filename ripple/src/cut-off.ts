/**
 * Whom each link alone, and each party alone, lets a defect through for: in a drawn world, the parties that reach a
 * customer over live links but would not without it. A link is that of a party where it is the only live one that leads
 * to anybody who does not reach the customer by that party itself; and those cut off are then the party's own and all
 * that it dominates (see `dominators`). O(worlds × customers × live links that reach them).
 */
import type { CompiledMap } from './compiled-map.js';
import { createDominators } from './dominators.js';
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
  const providers = { start: new Int32Array(n + 1), party: new Int32Array(map.links.length) };
  const customersOf = { start: new Int32Array(n + 1), party: new Int32Array(map.links.length) };
  const over = new Int32Array(map.links.length);
  const { party, place, parent, dominator, find } = createDominators(n);
  const behind = new Int32Array(n);

  function open(world: number): void {
    const bit = 1 << (world & 31);
    const word = world >>> 5;
    let ins = 0;
    let outs = 0;
    for (let v = 0; v < n; v++) {
      for (let k = inStart[v]!; k < inStart[v + 1]!; k++) {
        const e = inLink[k]!;
        if ((live[e * words + word]! & bit) !== 0) providers.party[ins++] = provider[e]!;
      }
      for (let k = outStart[v]!; k < outStart[v + 1]!; k++) {
        const e = outLink[k]!;
        if ((live[e * words + word]! & bit) === 0) continue;
        over[outs] = e;
        customersOf.party[outs++] = customer[e]!;
      }
      providers.start[v + 1] = ins;
      customersOf.start[v + 1] = outs;
    }
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
    for (let k = customersOf.start[u]!; k < customersOf.start[u + 1]!; k++) {
      const j = place[customersOf.party[k]!]!;
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
      if (providers.start[x] === providers.start[x + 1]) continue;
      const count = find(x, providers, customersOf);
      for (let i = 0; i < count; i++) behind[i] = isCounted[party[i]!]!;
      for (let i = count - 1; i > 0; i--) behind[dominator[i]!]! += behind[i]!;
      const each = weight[x]! / drawn.worlds;
      for (let i = 1; i < count; i++) {
        if (behind[i] === 0) continue;
        const u = party[i]!;
        byParty[u]! += each * (behind[i]! - isCounted[u]!);
        // A link that is the only one leads to who dominates, and the search came by it.
        const link = dominator[i] === parent[i] ? onlyLink(i) : -1;
        if (link >= 0) byLink[link]! += each * behind[i]!;
      }
    }
  }
  return { byLink, byParty };
}
