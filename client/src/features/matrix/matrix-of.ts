import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';

export const matrixOrders = ['chain', 'name', 'group', 'customers'] as const;
export type MatrixOrder = (typeof matrixOrders)[number];

/** Providers as rows, customers as columns, and the links between them. */
export interface Matrix {
  rows: readonly Party[];
  columns: readonly Party[];
  linksAt: (provider: string, customer: string) => readonly Link[];
}

export interface MatrixChoice {
  order: MatrixOrder;
  /** What is looked for: part of a name, a department or a site. Empty: everyone. */
  wanted: string;
  /** All parties as a chain is read. */
  chain: readonly string[];
  language: string;
}

const noLinks: readonly Link[] = [];

/**
 * Who may provide and who may depend, in one order for both. Where somebody is looked for, it is them and those who
 * are linked with them. External customers provide nothing and suppliers depend on no one, so neither has an empty
 * line of its own.
 */
export function matrixOf({ parties, links }: MapContent, choice: MatrixChoice): Matrix {
  const cells = new Map<string, Link[]>();
  const key = (provider: string, customer: string): string => JSON.stringify([provider, customer]);
  for (const link of links) {
    const at = key(link.provider, link.customer);
    const there = cells.get(at);
    if (there) there.push(link);
    else cells.set(at, [link]);
  }
  const ordered = inOrder(parties, links, choice);
  const text = choice.wanted.trim().toLocaleLowerCase(choice.language);
  const holds = (words: string | undefined): boolean =>
    words?.toLocaleLowerCase(choice.language).includes(text) ?? false;
  const found = new Set(parties.filter(({ name, group }) => holds(name) || holds(group)).map(({ id }) => id));
  const providers = new Set(found);
  const customers = new Set(found);
  for (const { provider, customer } of links) {
    if (found.has(customer)) providers.add(provider);
    if (found.has(provider)) customers.add(customer);
  }
  return {
    rows: ordered.filter(({ id, kind }) => kind !== 'external-customer' && providers.has(id)),
    columns: ordered.filter(({ id, kind }) => kind !== 'supplier' && customers.has(id)),
    linksAt: (provider, customer) => cells.get(key(provider, customer)) ?? noLinks,
  };
}

function inOrder(
  parties: readonly Party[],
  links: readonly Link[],
  { order, chain, language }: MatrixChoice,
): Party[] {
  const place = new Map(chain.map((id, index) => [id, index]));
  const byChain = (a: Party, b: Party): number => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0);
  const words = new Intl.Collator(language, { numeric: true });
  const byName = (a: Party, b: Party): number => words.compare(a.name, b.name) || byChain(a, b);
  if (order === 'chain') return parties.toSorted(byChain);
  if (order === 'name') return parties.toSorted(byName);
  if (order === 'group') {
    // Those without a group come last: they belong nowhere yet.
    const last = (party: Party): number => Number(party.group === undefined);
    return parties.toSorted(
      (a, b) => last(a) - last(b) || words.compare(a.group ?? '', b.group ?? '') || byChain(a, b),
    );
  }
  const customers = customersOf(links);
  const count = ({ id }: Party): number => customers.get(id)?.size ?? 0;
  return parties.toSorted((a, b) => count(b) - count(a) || byName(a, b));
}

/** Everyone's customers, each counted once however many links there are. */
export function customersOf(links: readonly Link[]): Map<string, Set<string>> {
  const customers = new Map<string, Set<string>>();
  for (const { provider, customer } of links) {
    const known = customers.get(provider);
    if (known) known.add(customer);
    else customers.set(provider, new Set([customer]));
  }
  return customers;
}
