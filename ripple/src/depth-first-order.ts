/**
 * All parties in an order in which each comes before all that it leads to, but for loops: by a search in depth, without
 * recursion, in which whoever is finished last comes first (Tarjan 1972). O(parties + links).
 */
import type { CompiledMap } from './compiled-map.js';

/** Party numbers; `follows` says which links lead anywhere. */
export function depthFirstOrder(
  { outStart, outLink, customer, parties }: CompiledMap,
  follows: (link: number) => boolean,
): Int32Array {
  const n = parties.length;
  const order = new Int32Array(n);
  const path = new Int32Array(n);
  const at = outStart.slice(0, n);
  const isFound = new Uint8Array(n);
  let unfinished = n;
  for (let root = 0; root < n; root++) {
    if (isFound[root] === 1) continue;
    let depth = 0;
    path[0] = root;
    isFound[root] = 1;
    while (depth >= 0) {
      const u = path[depth]!;
      const k = at[u]!;
      if (k === outStart[u + 1]!) {
        order[--unfinished] = u;
        depth -= 1;
        continue;
      }
      at[u] = k + 1;
      const e = outLink[k]!;
      const v = customer[e]!;
      if (isFound[v] === 1 || !follows(e)) continue;
      isFound[v] = 1;
      depth += 1;
      path[depth] = v;
    }
  }
  return order;
}
