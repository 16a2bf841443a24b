/**
 * In how many drawn worlds a party's defect reaches a customer no more once some links are live in fewer worlds: in each
 * world who reaches which customer, by sweeps over words with a bit for each of 32 customers, before and after. Several
 * changes are looked at together, since a world then is laid out for all of them.
 * O(worlds × (links + changes × live links × customers / 32 × sweeps)).
 */
import type { CompiledMap } from './compiled-map.js';
import type { DrawnWorlds } from './drawn-worlds.js';
import { createLiveWorld, type LiveWorld } from './live-world.js';
import type { Observer } from './observer.js';
import { stopIf } from './observer.js';
import { wordsOf } from './words-of-worlds.js';

/** Links that are live in fewer worlds than drawn. */
export interface FewerLive {
  links: readonly number[];
  /** Where they still are, as `drawn-worlds` says it of all links: first of all the words of the first of these links. */
  live: Int32Array;
}

/** So many counts may be kept at a time, of four bytes each. */
const mostCounts = 2 ** 23;

/**
 * Calls `visit` with how many worlds less there are in which the party's defect reaches that customer, change after
 * change, by customer in the order of `customers`, then party; not where there are as many. `party` is everybody,
 * customers before their providers as far as loops let them. Throws `Stopped`.
 */
export function worldsLost(
  map: CompiledMap,
  drawn: DrawnWorlds,
  party: Int32Array,
  customers: Int32Array,
  changes: readonly FewerLive[],
  visit: (change: number, party: number, customer: number, worldsLess: number) => void,
  observer?: Observer,
): void {
  const n = map.parties.length;
  const atOnce = Math.max(1, Math.floor(mostCounts / Math.max(1, n * customers.length)));
  const counts = changes.slice(0, atOnce).map(() => new Int32Array(n * customers.length));
  for (let from = 0; from < changes.length; from += atOnce) {
    const some = changes.slice(from, from + atOnce);
    for (const count of counts) count.fill(0);
    countLost(map, drawn, party, customers, some, counts, observer);
    some.forEach((_, i) => {
      for (let c = 0; c < customers.length; c++) {
        for (let u = 0; u < n; u++) {
          const less = counts[i]![c * n + u]!;
          if (less > 0) visit(from + i, u, customers[c]!, less);
        }
      }
    });
  }
}

/** Adds to the counts of each change, which are by customer × parties + party. */
function countLost(
  map: CompiledMap,
  drawn: DrawnWorlds,
  party: Int32Array,
  customers: Int32Array,
  changes: readonly FewerLive[],
  counts: readonly Int32Array[],
  observer: Observer | undefined,
): void {
  const n = map.parties.length;
  const world = createLiveWorld(map, drawn, party);
  const { place, to } = world;
  const before = Array.from({ length: wordsOf(customers.length) }, () => new Int32Array(n));
  const after = new Int32Array(n);
  const reach = (word: number, into: Int32Array): void => {
    into.fill(0);
    for (let c = word * 32; c < Math.min(customers.length, word * 32 + 32); c++) {
      into[place[customers[c]!]!]! |= 1 << (c & 31);
    }
    world.spread(into);
  };
  for (let w = 0; w < drawn.worlds; w++) {
    stopIf(observer);
    world.open(w);
    before.forEach((into, word) => reach(word, into));
    changes.forEach((change, i) => {
      const closed = waysClosed(map, drawn, world, w, change);
      if (closed.length === 0) return;
      const ledTo = closed.map(({ way }) => to[way]!);
      // A way that leads to where it comes from leads nowhere.
      for (const { way, from } of closed) to[way] = from;
      before.forEach((reached, word) => {
        if (ledTo.every((p) => reached[p] === 0)) return;
        reach(word, after);
        addLost(counts[i]!, word * 32 * n, party, reached, after);
      });
      closed.forEach(({ way }, k) => (to[way] = ledTo[k]!));
    });
  }
}

/** Counts of customer c begin at `first` + c × parties. */
function addLost(
  counts: Int32Array,
  first: number,
  party: Int32Array,
  before: Int32Array,
  after: Int32Array,
): void {
  const n = party.length;
  for (let p = 0; p < n; p++) {
    let lost = before[p]! & ~after[p]!;
    while (lost !== 0) {
      const c = 31 - Math.clz32(lost & -lost);
      counts[first + c * n + party[p]!]! += 1;
      lost &= lost - 1;
    }
  }
}

/** The ways of an open world that a change closes, each with the place it comes from. */
function waysClosed(
  { provider, customer, outStart, outLink }: CompiledMap,
  { words, live }: DrawnWorlds,
  { place, start, to, link }: LiveWorld,
  world: number,
  change: FewerLive,
): { way: number; from: number }[] {
  const isIn = (all: Int32Array, first: number): boolean =>
    ((all[first * words + (world >>> 5)]! >>> (world & 31)) & 1) === 1;
  const isLiveAfter = (e: number): boolean => {
    const i = change.links.indexOf(e);
    return i < 0 ? isIn(live, e) : isIn(change.live, i);
  };
  const closed: { way: number; from: number }[] = [];
  change.links.forEach((e, i) => {
    if (!isIn(live, e) || isIn(change.live, i)) return;
    const u = provider[e]!;
    const [from, at] = [place[u]!, place[customer[e]!]!];
    for (let way = start[from]!; way < start[from + 1]!; way++) {
      if (to[way] !== at) continue;
      const stillLeads =
        link[way] !== e &&
        outLink
          .subarray(outStart[u], outStart[u + 1])
          .some((other) => customer[other] === customer[e] && isLiveAfter(other));
      if (!stillLeads) closed.push({ way, from });
    }
  });
  return closed;
}
