/**
 * What a row of a list lights on the picture: those it is about and the ways between them, shortest first (breadth
 * first over links). O(links) a row.
 */
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Emphasis, EmphasisBadge } from '../../show/emphasis';

/** Delays travel over blocking links only, defects over all that are no standby. */
export type Carries = (link: Link) => boolean;
export const carriesDelay: Carries = ({ dependence }) => dependence !== 'helpful';
export const carriesDefect: Carries = ({ switchTime }) => switchTime === undefined;

/** A link or a party, who brings trouble to it, and which external customers get it from there. */
export interface Through {
  subject: { link: string } | { party: string };
  origins: readonly string[];
  customers: readonly string[];
  carries: Carries;
}

export function lightThrough(
  content: MapContent,
  { subject, origins, customers, carries }: Through,
): Emphasis {
  const parties = new Set<string>(customers);
  const links = new Set<string>();
  const link = 'link' in subject ? content.links.find(({ id }) => id === subject.link) : undefined;
  const ends = link ? [link.provider, link.customer] : 'party' in subject ? [subject.party] : [];
  for (const end of ends) parties.add(end);
  if (link) links.add(link.id);
  const upstreamOf = ends[0];
  const downstreamOf = ends.at(-1);
  if (upstreamOf === undefined || downstreamOf === undefined) return {};
  light(waysTo(content.links, upstreamOf, origins, carries), parties, links);
  light(waysFrom(content.links, downstreamOf, customers, carries), parties, links);
  return { lit: { parties, links }, marks: new Map(ends.map((end) => [end, 'ring'])) };
}

/** How several parties reach one external customer, each with what there is to say of it. */
export function lightTowards(
  content: MapContent,
  customer: string,
  badges: ReadonlyMap<string, EmphasisBadge>,
): Emphasis {
  const parties = new Set([customer, ...badges.keys()]);
  const links = new Set<string>();
  light(waysTo(content.links, customer, [...badges.keys()], carriesDelay), parties, links);
  return { lit: { parties, links }, badges };
}

/** A gateway, everybody who reaches the customer only through it, and the way on. */
export function lightGateway(content: MapContent, gateway: string, customer: string): Emphasis {
  const before = reaching(content.links, customer, undefined);
  const without = reaching(content.links, customer, gateway);
  const behind = [...before].filter((id) => !without.has(id) && id !== gateway);
  const through = { subject: { party: gateway }, origins: behind, customers: [customer] };
  const { lit } = lightThrough(content, { ...through, carries: carriesDelay });
  return { lit, marks: new Map([[gateway, 'gate']]) };
}

/** Parties and what links them among themselves. */
export function lightAmong(content: MapContent, named: readonly string[]): Emphasis {
  const parties = new Set(named);
  const among = content.links.filter(
    ({ provider, customer }) => parties.has(provider) && parties.has(customer),
  );
  return {
    lit: { parties, links: new Set(among.map(({ id }) => id)) },
    marks: new Map(named.map((id) => [id, 'ring'])),
  };
}

export function lightLinks(content: MapContent, named: readonly string[]): Emphasis {
  const links = new Set(named);
  const ends = content.links.filter(({ id }) => links.has(id));
  return {
    lit: { links, parties: new Set(ends.flatMap(({ provider, customer }) => [provider, customer])) },
  };
}

function light(way: readonly Link[], parties: Set<string>, links: Set<string>): void {
  for (const { id, provider, customer } of way) {
    links.add(id);
    parties.add(provider);
    parties.add(customer);
  }
}

const waysFrom = (links: readonly Link[], start: string, ends: readonly string[], carries: Carries): Link[] =>
  ways(links, start, ends, carries, 'provider', 'customer');
const waysTo = (links: readonly Link[], start: string, ends: readonly string[], carries: Carries): Link[] =>
  ways(links, start, ends, carries, 'customer', 'provider');

/** The links of a shortest way from `start` to each of `ends`, walking from `here` to `next`. */
function ways(
  links: readonly Link[],
  start: string,
  ends: readonly string[],
  carries: Carries,
  here: 'provider' | 'customer',
  next: 'provider' | 'customer',
): Link[] {
  const leaving = byEnd(links.filter(carries), here);
  const by = new Map<string, Link | undefined>([[start, undefined]]);
  // A map gives back what was put into it in that order, also what is put in meanwhile: it is the queue.
  for (const [id] of by) {
    for (const link of leaving.get(id) ?? []) if (!by.has(link[next])) by.set(link[next], link);
  }
  const found = new Set<Link>();
  for (const end of ends) {
    for (let link = by.get(end); link && !found.has(link); link = by.get(link[here])) found.add(link);
  }
  return [...found];
}

/** Everybody who reaches the customer over blocking links, without passing `closed`. */
function reaching(links: readonly Link[], customer: string, closed: string | undefined): Set<string> {
  const entering = byEnd(links.filter(carriesDelay), 'customer');
  const found = new Set([customer]);
  for (const id of found) {
    for (const { provider } of entering.get(id) ?? []) if (provider !== closed) found.add(provider);
  }
  found.delete(customer);
  return found;
}

function byEnd(links: readonly Link[], end: 'provider' | 'customer'): Map<string, Link[]> {
  const found = new Map<string, Link[]>();
  for (const link of links) {
    const others = found.get(link[end]);
    if (others) others.push(link);
    else found.set(link[end], [link]);
  }
  return found;
}
