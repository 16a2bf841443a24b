import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';

/** How late, in minutes, where the lot says so. */
const amounts = [30, 60, 120];

/**
 * Somebody who is late, by chance: a team or supplier from whom a chain of links leads to an external customer, so that
 * there is something to guess; on a map that has come to no customer yet, anyone who hands something on. Undefined where
 * nobody does. `chance` gives numbers from 0 up to 1.
 */
export function drawLots({ parties, links }: MapContent, chance = Math.random): Disruption | undefined {
  const providers = new Map<string, string[]>();
  for (const { provider, customer } of links)
    providers.set(customer, [...(providers.get(customer) ?? []), provider]);
  const reaching = new Set<string>();
  const open = parties.filter(({ kind }) => kind === 'external-customer').map(({ id }) => id);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const provider of providers.get(next) ?? []) {
      if (reaching.has(provider)) continue;
      reaching.add(provider);
      open.push(provider);
    }
  }
  const eligible = reaching.size > 0 ? reaching : new Set(links.map(({ provider }) => provider));
  const drawn = parties.filter(({ id }) => eligible.has(id));
  const party = drawn[Math.floor(chance() * drawn.length)];
  if (!party) return undefined;
  return { party: party.id, kind: 'delay', minutes: amounts[Math.floor(chance() * amounts.length)]! };
}
