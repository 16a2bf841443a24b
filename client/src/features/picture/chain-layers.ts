import type { Link } from '@downstream/graph-schema/link';
import type { Party } from '@downstream/graph-schema/party';
import { loopLinks } from './chain-order';

const mostRounds = 8;

/**
 * The layer of every party of an order: after all its providers, external customers in one of their own at the end.
 * Longest path (Eades and Sugiyama 1990), then each party moves to where its links are shortest, next to whom it
 * serves where that is all the same. Links that close a loop are left out of the order but not of the lengths.
 */
export function chainLayers(
  order: readonly string[],
  parties: ReadonlyMap<string, Party>,
  links: readonly Link[],
): Map<string, number> {
  const count = order.length;
  const place = new Map(order.map((id, index) => [id, index]));
  const loops = loopLinks(order, links);
  const before: number[][] = Array.from({ length: count }, () => []);
  const after: number[][] = Array.from({ length: count }, () => []);
  /** How many links grow longer when a party moves a layer on, less those that grow shorter. */
  const pull = new Int32Array(count);
  for (const { id, provider, customer } of links) {
    const [from, to] = [place.get(provider)!, place.get(customer)!];
    if (from === to) continue;
    const isLoop = loops.has(id);
    pull[isLoop ? from : to]! += 1;
    pull[isLoop ? to : from]! -= 1;
    if (isLoop) continue;
    after[from]!.push(to);
    before[to]!.push(from);
  }

  const isCustomer = order.map((id) => parties.get(id)!.kind === 'external-customer');
  const layer = new Int32Array(count);
  for (let at = 0; at < count; at += 1)
    for (const next of after[at]!) layer[next] = Math.max(layer[next]!, layer[at]! + 1);
  const teams = order.map((_, at) => at).filter((at) => !isCustomer[at]);
  const lastOfTeams = teams.reduce((last, at) => Math.max(last, layer[at]!), -1);
  for (let at = 0; at < count; at += 1) if (isCustomer[at]) layer[at] = lastOfTeams + 1;

  const latest = (at: number): number =>
    after[at]!.reduce((least, next) => Math.min(least, layer[next]! - 1), lastOfTeams);
  const earliest = (at: number): number =>
    before[at]!.reduce((most, from) => Math.max(most, layer[from]! + 1), 0);
  const move = (at: number, to: number): boolean => {
    const hasMoved = layer[at] !== to;
    layer[at] = to;
    return hasMoved;
  };
  for (let round = 0; round < mostRounds; round += 1) {
    const onward = teams
      .toReversed()
      .filter((at) => pull[at]! <= 0 && after[at]!.length > 0 && move(at, latest(at)));
    const back = teams.filter((at) => pull[at]! > 0 && move(at, earliest(at)));
    if (onward.length + back.length === 0) break;
  }
  return closedUp(new Map(order.map((id, at) => [id, layer[at]!])));
}

/** Numbers the layers anew without those that nobody stands in. */
function closedUp(layers: ReadonlyMap<string, number>): Map<string, number> {
  const used = [...new Set(layers.values())].sort((a, b) => a - b);
  const number = new Map(used.map((layer, index) => [layer, index]));
  return new Map([...layers].map(([id, layer]) => [id, number.get(layer)!]));
}
