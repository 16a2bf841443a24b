import type { Link } from '@downstream/graph-schema/link';

/** What each party is handed, in the order of the links. */
export const byCustomer = (links: readonly Link[]): Map<string, Link[]> =>
  grouped(links, ({ customer }) => customer);

/** What each party hands on, in the order of the links. */
export const byProvider = (links: readonly Link[]): Map<string, Link[]> =>
  grouped(links, ({ provider }) => provider);

function grouped(links: readonly Link[], party: (link: Link) => string): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(party(link));
    if (group) group.push(link);
    else groups.set(party(link), [link]);
  }
  return groups;
}
