/**
 * Gateways for an external customer: parties that every chain of blocking links from some other party must pass on its
 * way there. These are the dominators of the reversed map from the customer, found by intersecting paths in postorder
 * until nothing changes (Cooper, Harvey, Kennedy 2001). O(parties + links) a sweep; two sweeps where there are no loops
 * that overlap.
 */
import type { GatewaysReport } from '@downstream/graph-schema/gateways';
import type { CompiledMap } from './compiled-map.js';

/**
 * The next gateway on everyone's way to the customer: the customer itself where there is none, −1 for those who do not
 * reach it.
 */
export function nextGateway(map: CompiledMap, customer: number): Int32Array {
  const { postorder, place } = backwardPostorder(map, customer);
  const { outStart, outLink, customer: to, isBlocking } = map;
  const next = new Int32Array(map.parties.length).fill(-1);
  next[customer] = customer;
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    // Nearest the customer first; the customer itself is last in postorder.
    for (let i = postorder.length - 2; i >= 0; i--) {
      const u = postorder[i]!;
      let common = -1;
      for (let k = outStart[u]!; k < outStart[u + 1]!; k++) {
        const e = outLink[k]!;
        const v = to[e]!;
        if (isBlocking[e] === 0 || next[v] === -1) continue;
        common = common === -1 ? v : meeting(next, place, common, v);
      }
      if (next[u] === common) continue;
      next[u] = common;
      isSettled = false;
    }
  }
  return next;
}

/** Where the ways of two parties to the customer first meet for good. */
function meeting(next: Int32Array, place: Int32Array, a: number, b: number): number {
  let [one, other] = [a, b];
  while (one !== other) {
    while (place[one]! < place[other]!) one = next[one]!;
    while (place[other]! < place[one]!) other = next[other]!;
  }
  return one;
}

/** Depth first from the customer against blocking links, without recursion; each party's place in the order. */
function backwardPostorder(map: CompiledMap, customer: number) {
  const { inStart, inLink, provider, isBlocking } = map;
  const n = map.parties.length;
  const postorder: number[] = [];
  const place = new Int32Array(n).fill(-1);
  const isFound = new Uint8Array(n);
  const at = inStart.slice(0, n);
  const path = [customer];
  isFound[customer] = 1;
  while (path.length > 0) {
    const v = path[path.length - 1]!;
    const k = at[v]!;
    if (k < inStart[v + 1]!) {
      at[v] = k + 1;
      const e = inLink[k]!;
      const u = provider[e]!;
      if (isBlocking[e] === 0 || isFound[u] === 1) continue;
      isFound[u] = 1;
      path.push(u);
      continue;
    }
    path.pop();
    place[v] = postorder.length;
    postorder.push(v);
  }
  return { postorder, place };
}

/** The gateways as a list, by how many others are behind each, then by id. */
export function gatewaysReport(map: CompiledMap, customer: number): GatewaysReport {
  const next = nextGateway(map, customer);
  const { postorder } = backwardPostorder(map, customer);
  const behind = new Int32Array(map.parties.length);
  // Postorder closes whoever is behind a gateway before the gateway.
  for (const u of postorder) if (u !== customer) behind[next[u]!]! += behind[u]! + 1;
  const gateways = postorder.filter((v) => v !== customer && behind[v]! > 0);
  gateways.sort((a, b) => behind[b]! - behind[a]! || a - b);
  return {
    customer: map.parties[customer]!.id,
    gateways: gateways.map((v) => ({ party: map.parties[v]!.id, behind: behind[v]! })),
  };
}
