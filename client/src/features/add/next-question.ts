import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';

/** What to ask next when a map is walked backwards. */
export type Question =
  | { about: 'customer' }
  | { about: 'providers'; party: Party; /** Providers it has already. */ has: number }
  | { about: 'nothing' };

/**
 * Starts with an external customer, then asks for everyone's providers, those nearest to the customers first.
 * `settled` are the parties whose providers are all named.
 */
export function nextQuestion(content: MapContent, settled: ReadonlySet<string>): Question {
  const customers = content.parties.filter(({ kind }) => kind === 'external-customer');
  if (customers.length === 0) return { about: 'customer' };
  const parties = new Map(content.parties.map((party) => [party.id, party]));
  const providersOf = new Map<string, string[]>();
  for (const { provider, customer } of content.links) {
    providersOf.set(customer, [...(providersOf.get(customer) ?? []), provider]);
  }
  // Breadth first, and whoever serves no customer yet at the end, in the order in which they came.
  const order = new Set(customers.map(({ id }) => id));
  for (const id of order) for (const provider of providersOf.get(id) ?? []) order.add(provider);
  for (const { id } of content.parties) order.add(id);
  for (const id of order) {
    const party = parties.get(id);
    if (!party || party.kind === 'supplier' || settled.has(id)) continue;
    return { about: 'providers', party, has: new Set(providersOf.get(id)).size };
  }
  // Whoever took back all that was said has no chain yet, whatever was settled then.
  if (content.links.length === 0) return { about: 'providers', party: customers[0]!, has: 0 };
  return { about: 'nothing' };
}
