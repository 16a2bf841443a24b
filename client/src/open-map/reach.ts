/** Whose work comes to a party and whom its work goes to, hand-over by hand-over: breadth first. O(links). */
import type { Link } from '@downstream/graph-schema/link';

/** A hand-over a key cannot name: all of the way. */
export const allTheWay = 0;
/** The keys 1 to 9 name a number of hops. */
export const mostHops = 9;

export interface Reach {
  party: string;
  /** From 1 to 9, or `allTheWay`. */
  hops: number;
  /** How many hand-overs away each is, the nearest first. Who goes round a loop is in both. */
  upstream: ReadonlyMap<string, number>;
  downstream: ReadonlyMap<string, number>;
  /** The links on the way. */
  links: ReadonlySet<string>;
  /** How far away the farthest is, either way, were nobody left out. */
  farthest: number;
}

export function reachOf(links: readonly Link[], party: string, hops: number): Reach {
  const most = hops === allTheWay ? Infinity : hops;
  const up = distances(links, party, 'customer', 'provider');
  const down = distances(links, party, 'provider', 'customer');
  const within = (all: ReadonlyMap<string, number>) =>
    new Map([...all].filter(([id, distance]) => id !== party && distance <= most));
  const goesOn = (distance: number | undefined): boolean => distance !== undefined && distance < most;
  const isOnTheWay = ({ provider, customer }: Link): boolean =>
    goesOn(up.get(customer)) || goesOn(down.get(provider));
  return {
    party,
    hops,
    upstream: within(up),
    downstream: within(down),
    links: new Set(links.filter(isOnTheWay).map(({ id }) => id)),
    farthest: Math.max(...up.values(), ...down.values()),
  };
}

/** Hand-overs from `start`, itself at 0, to everyone that can be come to by links from their `here` to their `next`. */
function distances(
  links: readonly Link[],
  start: string,
  here: 'provider' | 'customer',
  next: 'provider' | 'customer',
): Map<string, number> {
  const leaving = new Map<string, string[]>();
  for (const link of links) {
    const ends = leaving.get(link[here]);
    if (ends) ends.push(link[next]);
    else leaving.set(link[here], [link[next]]);
  }
  const found = new Map([[start, 0]]);
  // A map gives back what was put into it in that order, also what is put in meanwhile: it is the queue.
  for (const [id, distance] of found)
    for (const other of leaving.get(id) ?? []) if (!found.has(other)) found.set(other, distance + 1);
  return found;
}
