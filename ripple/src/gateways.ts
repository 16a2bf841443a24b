/**
 * Gateways for an external customer: parties that every chain of blocking links from some other party must pass on its
 * way there: its dominators on the way back (see `dominators`). O(links log parties) in practice.
 */
import type { GatewaysReport } from '@downstream/graph-schema/gateways';
import type { CompiledMap } from './compiled-map.js';
import { createDominators, type NextParties } from './dominators.js';

/**
 * The next gateway on everyone's way to the customer: the customer itself where there is none, −1 for those who do not
 * reach it.
 */
export function nextGateway(map: CompiledMap, customer: number): Int32Array {
  const { count, party, dominator } = behindGateways(map, customer);
  const next = new Int32Array(map.parties.length).fill(-1);
  for (let i = 0; i < count; i++) next[party[i]!] = party[dominator[i]!]!;
  return next;
}

/** The gateways as a list, by how many others are behind each, then by id; only some parties, where it says which. */
export function gatewaysReport(
  map: CompiledMap,
  customer: number,
  among: (party: number) => boolean = () => true,
): GatewaysReport {
  const { count, party, dominator } = behindGateways(map, customer);
  const behind = new Int32Array(count);
  // Whoever is behind a gateway was found after it.
  for (let i = count - 1; i > 0; i--) behind[dominator[i]!]! += behind[i]! + 1;
  const found: number[] = [];
  for (let i = 1; i < count; i++) if (behind[i]! > 0 && among(party[i]!)) found.push(i);
  found.sort((i, j) => behind[j]! - behind[i]! || party[i]! - party[j]!);
  return {
    customer: map.parties[customer]!.id,
    gateways: found.map((i) => ({ party: map.parties[party[i]!]!.id, behind: behind[i]! })),
  };
}

function behindGateways(map: CompiledMap, customer: number) {
  const { providers, customers } = blockingRows(map);
  const found = createDominators(map.parties.length);
  return { ...found, count: found.find(customer, providers, customers) };
}

/** Blocking links, both ways round, kept with the map: leaders ask about one customer after the other. */
function blockingRows(map: CompiledMap): { providers: NextParties; customers: NextParties } {
  const known = kept.get(map);
  if (known) return known;
  const { inStart, inLink, provider, outStart, outLink, customer, isBlocking } = map;
  const rows = (start: Int32Array, link: Int32Array, other: Int32Array): NextParties => {
    const found = { start: new Int32Array(start.length), party: new Int32Array(link.length) };
    let count = 0;
    for (let v = 0; v + 1 < start.length; v++) {
      for (let k = start[v]!; k < start[v + 1]!; k++) {
        if (isBlocking[link[k]!] === 1) found.party[count++] = other[link[k]!]!;
      }
      found.start[v + 1] = count;
    }
    return found;
  };
  const made = { providers: rows(inStart, inLink, provider), customers: rows(outStart, outLink, customer) };
  kept.set(map, made);
  return made;
}

const kept = new WeakMap<CompiledMap, { providers: NextParties; customers: NextParties }>();
