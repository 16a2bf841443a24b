/**
 * All parties in an order in which providers come before their customers as far as loops allow, so that one sweep along
 * it carries nearly all there is to carry, and walks memory nearly in sequence. The search in depth sets some links of
 * loops against the order for no need, so that each party with such links is then moved to where, among its neighbours,
 * the fewest of its links run against the order (sifting: Rudell 1993). O(parties + links), once a map.
 */
import type { CompiledMap } from './compiled-map.js';
import { depthFirstOrder } from './depth-first-order.js';

/** Party numbers, by blocking links. Kept with the map: not to be changed. */
export function providersFirst(map: CompiledMap): Int32Array {
  const known = kept.get(map);
  if (known) return known;
  const order = providersFirstAlong(map, map.isBlocking);
  kept.set(map, order);
  return order;
}

/** The same for the links that are marked, by number. */
export function providersFirstAlong(map: CompiledMap, isFollowed: Uint8Array): Int32Array {
  return sifted(
    map,
    depthFirstOrder(map, (e) => isFollowed[e] === 1),
    isFollowed,
  );
}

const kept = new WeakMap<CompiledMap, Int32Array>();

/** Who has more neighbours than this stays: comparing all of them with all would no longer be linear. */
const mostNeighbours = 64;

function sifted(map: CompiledMap, order: Int32Array, isFollowed: Uint8Array): Int32Array {
  const { outStart, outLink, inStart, inLink, provider, customer } = map;
  const n = order.length;
  // Between two places of the order there is room for whoever moves there.
  const place = new Float64Array(n);
  for (let i = 0; i < n; i++) place[order[i]!] = i;
  const before = new Float64Array(mostNeighbours);
  const after = new Float64Array(mostNeighbours);
  const hasMoved = new Uint8Array(n);
  const moved: number[] = [];
  for (const v of order) {
    const at = place[v]!;
    if (inStart[v + 1]! - inStart[v]! + outStart[v + 1]! - outStart[v]! > mostNeighbours) continue;
    let providers = 0;
    let customers = 0;
    let against = 0;
    for (let k = inStart[v]!; k < inStart[v + 1]!; k++) {
      const e = inLink[k]!;
      if (isFollowed[e] === 0) continue;
      const p = place[provider[e]!]!;
      before[providers++] = p;
      if (p > at) against += 1;
    }
    for (let k = outStart[v]!; k < outStart[v + 1]!; k++) {
      const e = outLink[k]!;
      if (isFollowed[e] === 0) continue;
      const p = place[customer[e]!]!;
      after[customers++] = p;
      if (p < at) against += 1;
    }
    if (against === 0) continue;
    const countAgainst = (where: number): number => {
      let count = 0;
      for (let i = 0; i < providers; i++) if (before[i]! > where) count += 1;
      for (let i = 0; i < customers; i++) if (after[i]! < where) count += 1;
      return count;
    };
    let fewest = against;
    let best = at;
    const consider = (where: number): void => {
      const count = countAgainst(where);
      if (count < fewest) [fewest, best] = [count, where];
    };
    for (let i = 0; i < providers; i++) if (before[i]! > at) consider(before[i]! + 0.5);
    for (let i = 0; i < customers; i++) if (after[i]! < at) consider(after[i]! - 0.5);
    if (best === at) continue;
    place[v] = best;
    hasMoved[v] = 1;
    moved.push(v);
  }

  moved.sort((u, v) => place[u]! - place[v]! || u - v);
  const found = new Int32Array(n);
  let count = 0;
  let next = 0;
  for (const v of order) {
    if (hasMoved[v] === 1) continue;
    while (next < moved.length && place[moved[next]!]! < place[v]!) found[count++] = moved[next++]!;
    found[count++] = v;
  }
  while (next < moved.length) found[count++] = moved[next++]!;
  return found;
}
