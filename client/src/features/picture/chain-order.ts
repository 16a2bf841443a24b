import type { Link } from '@downstream/graph-schema/link';
import type { Party } from '@downstream/graph-schema/party';
import { byCustomer, byProvider } from './links-by-party';

/**
 * The order in which a chain is read: providers before their customers, external customers last. In a loop, where no
 * order keeps every link forward, parties come by their distance to an external customer, then each is moved to where
 * the fewest links run back. Loops are found as strongly connected components (Tarjan 1972), in linear time.
 */
export function chainOrder(parties: readonly Party[], links: readonly Link[]): string[] {
  const distance = hopsToCustomers(parties, links);
  const place = new Map(parties.map(({ id }, index) => [id, index]));
  const byDistance = (a: string, b: string): number =>
    (distance.get(b) ?? Number.MAX_SAFE_INTEGER) - (distance.get(a) ?? Number.MAX_SAFE_INTEGER) ||
    place.get(a)! - place.get(b)!;
  return loopsInOrder(parties, links).flatMap((loop) =>
    loop.length === 1 ? loop : settleLoop([...loop].sort(byDistance), links, weightBy(distance)),
  );
}

/** Links that run against the order: those that close a loop. */
export function loopLinks(order: readonly string[], links: readonly Link[]): Set<string> {
  const place = new Map(order.map((id, index) => [id, index]));
  return new Set(
    links.filter((link) => place.get(link.provider)! > place.get(link.customer)!).map(({ id }) => id),
  );
}

function hopsToCustomers(parties: readonly Party[], links: readonly Link[]): Map<string, number> {
  const providers = byCustomer(links);
  const hops = new Map<string, number>();
  let reached = parties.filter(({ kind }) => kind === 'external-customer').map(({ id }) => id);
  for (let hop = 0; reached.length > 0; hop += 1) {
    for (const id of reached) hops.set(id, hop);
    const next = reached.flatMap((id) => (providers.get(id) ?? []).map(({ provider }) => provider));
    reached = [...new Set(next)].filter((id) => !hops.has(id));
  }
  return hops;
}

/** Strongly connected components, each before those it provides to. Iterative: a chain may be 5,000 long. */
function loopsInOrder(parties: readonly Party[], links: readonly Link[]): string[][] {
  const customers = byProvider(links);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const loops: string[][] = [];
  for (const { id: root } of parties) {
    if (index.has(root)) continue;
    const path = [{ id: root, next: 0 }];
    while (path.length > 0) {
      const here = path.at(-1)!;
      if (here.next === 0 && !index.has(here.id)) {
        index.set(here.id, index.size);
        low.set(here.id, index.get(here.id)!);
        open.push(here.id);
        isOpen.add(here.id);
      }
      const onward = customers.get(here.id) ?? [];
      const link = onward[here.next];
      if (link) {
        here.next += 1;
        if (!index.has(link.customer)) path.push({ id: link.customer, next: 0 });
        else if (isOpen.has(link.customer)) lower(low, here.id, index.get(link.customer)!);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before) lower(low, before.id, low.get(here.id)!);
      if (low.get(here.id) === index.get(here.id)) {
        const loop = open.splice(open.indexOf(here.id));
        for (const id of loop) isOpen.delete(id);
        loops.push(loop);
      }
    }
  }
  return loops.reverse();
}

const lower = (low: Map<string, number>, id: string, value: number): void => {
  low.set(id, Math.min(low.get(id)!, value));
};

type Weight = (link: Link) => number;

/** How much a link minds running back: most on a shortest way to an external customer, least where it only helps. */
const weightBy =
  (distance: ReadonlyMap<string, number>): Weight =>
  ({ provider, customer, dependence }) => {
    const leadsOut = distance.get(provider) === (distance.get(customer) ?? Number.NaN) + 1;
    return (leadsOut ? 4 : 1) * (dependence === 'helpful' ? 0.4 : 1);
  };

/** Above this size a loop keeps its order by distance: the search for a better one grows with its square. */
const largestSettledLoop = 150;
const mostRounds = 6;

function settleLoop(loop: string[], links: readonly Link[], weight: Weight): string[] {
  if (loop.length > largestSettledLoop) return loop;
  const members = new Set(loop);
  const inside = links.filter(({ provider, customer }) => members.has(provider) && members.has(customer));
  let order = loop;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = order;
    for (const id of loop) order = movedToItsBest(id, order, inside, weight);
    if (order.every((id, index) => id === before[index])) break;
  }
  return order;
}

function movedToItsBest(
  id: string,
  order: readonly string[],
  links: readonly Link[],
  weight: Weight,
): string[] {
  const now = order.indexOf(id);
  const others = order.filter((other) => other !== id);
  const mine = links.filter(({ provider, customer }) => provider === id || customer === id);
  const place = new Map(others.map((other, index) => [other, index]));
  /** What would run back if `id` stood before `others[at]`. */
  const back = (at: number): number =>
    mine.reduce((sum, link) => {
      const runsBack =
        link.provider === id ? place.get(link.customer)! < at : place.get(link.provider)! >= at;
      return sum + (runsBack ? weight(link) : 0);
    }, 0);
  let best = now;
  let least = back(now);
  for (let at = 0; at <= others.length; at += 1) {
    const here = back(at);
    if (here < least) [best, least] = [at, here];
  }
  return others.toSpliced(best, 0, id);
}
