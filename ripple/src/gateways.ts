/**
 * Gateways for an external customer: parties that every chain of blocking links from some other party must pass on its
 * way there. These are the dominators of the reversed map from the customer, found by semidominators and nearest common
 * ancestors (Semi-NCA: Georgiadis, Tarjan, Werneck 2006; path compression after Lengauer, Tarjan 1979).
 * O(links log parties) in practice.
 */
import type { GatewaysReport } from '@downstream/graph-schema/gateways';
import type { CompiledMap } from './compiled-map.js';

/**
 * The next gateway on everyone's way to the customer: the customer itself where there is none, −1 for those who do not
 * reach it.
 */
export function nextGateway(map: CompiledMap, customer: number): Int32Array {
  const { party, gateway } = dominators(map, customer);
  const next = new Int32Array(map.parties.length).fill(-1);
  for (let i = 0; i < party.length; i++) next[party[i]!] = party[gateway[i]!]!;
  return next;
}

/** The gateways as a list, by how many others are behind each, then by id. */
export function gatewaysReport(map: CompiledMap, customer: number): GatewaysReport {
  const { party, gateway } = dominators(map, customer);
  const behind = new Int32Array(party.length);
  // Whoever is behind a gateway was found after it.
  for (let i = party.length - 1; i > 0; i--) behind[gateway[i]!]! += behind[i]! + 1;
  const found: number[] = [];
  for (let i = 1; i < party.length; i++) if (behind[i]! > 0) found.push(i);
  found.sort((i, j) => behind[j]! - behind[i]! || party[i]! - party[j]!);
  return {
    customer: map.parties[customer]!.id,
    gateways: found.map((i) => ({ party: map.parties[party[i]!]!.id, behind: behind[i]! })),
  };
}

/**
 * Whoever reaches the customer, in the order in which a search against the links finds them, the customer first; and of
 * each the place in that order of its next gateway, which is always before it.
 */
function dominators(map: CompiledMap, customer: number): { party: Int32Array; gateway: Int32Array } {
  const { outStart, outLink, customer: to, isBlocking } = map;
  const { party, parent, place } = foundAgainstLinks(map, customer);
  const count = party.length;
  const gateway = parent.slice();
  const semi = new Int32Array(count);
  /** Who has the smallest semidominator on the way up to where the forest ends. */
  const label = new Int32Array(count);
  for (let i = 0; i < count; i++) semi[i] = label[i] = i;
  const path = new Int32Array(count);

  /** The label of a place in the forest of all after `linked`, shortening the way for whoever comes next. */
  function best(from: number, linked: number): number {
    if (parent[from]! <= linked) return label[from]!;
    let at = from;
    let depth = 0;
    do {
      path[depth++] = at;
      at = parent[at]!;
    } while (parent[at]! > linked);
    let above = at;
    let smallest = label[at]!;
    while (depth > 0) {
      at = path[--depth]!;
      parent[at] = parent[above]!;
      if (semi[smallest]! < semi[label[at]!]!) label[at] = smallest;
      else smallest = label[at]!;
      above = at;
    }
    return smallest;
  }

  for (let i = count - 1; i > 0; i--) {
    const u = party[i]!;
    let least = parent[i]!;
    for (let k = outStart[u]!; k < outStart[u + 1]!; k++) {
      const e = outLink[k]!;
      const j = place[to[e]!]!;
      if (isBlocking[e] === 0 || j < 0) continue;
      const reached = j <= i ? j : semi[best(j, i)]!;
      if (reached < least) least = reached;
    }
    semi[i] = least;
  }
  for (let i = 1; i < count; i++) {
    let candidate = gateway[i]!;
    while (candidate > semi[i]!) candidate = gateway[candidate]!;
    gateway[i] = candidate;
  }
  return { party, gateway };
}

/** Depth first from the customer against blocking links, without recursion. Places are −1 for who does not reach it. */
function foundAgainstLinks(map: CompiledMap, customer: number) {
  const { inStart, inLink, provider, isBlocking } = map;
  const n = map.parties.length;
  const place = new Int32Array(n).fill(-1);
  const party = new Int32Array(n);
  const parent = new Int32Array(n);
  const at = inStart.slice(0, n);
  let count = 1;
  let current = customer;
  party[0] = customer;
  place[customer] = 0;
  for (;;) {
    const k = at[current]!;
    if (k === inStart[current + 1]!) {
      if (current === customer) break;
      current = party[parent[place[current]!]!]!;
      continue;
    }
    at[current] = k + 1;
    const e = inLink[k]!;
    const u = provider[e]!;
    if (isBlocking[e] === 0 || place[u]! >= 0) continue;
    parent[count] = place[current]!;
    place[u] = count;
    party[count] = u;
    count += 1;
    current = u;
  }
  return { party: party.slice(0, count), parent: parent.slice(0, count), place };
}
