/** The beats in which a ripple is played: who feels it, when, and by which link. O(hits log hits). */
import type { CompiledMap } from './compiled-map.js';
import { linkNumber } from './compiled-map.js';
import type { Explanation } from './explain.js';

export interface Beat {
  kind: 'delay' | 'defect';
  party: string;
  /** Minutes on the clock after the disruption began. */
  at: number;
  /** The link that brought it, and whose output came along it; null where it begins. */
  through: string | null;
  from: string | null;
  /** δ in minutes, or P. */
  size: number;
}

/** Delay before defect; by the clock, and at the same minute from provider to customer, then by id. */
export function playedOrder(map: CompiledMap, { delay, defect }: Explanation): Beat[] {
  const late = (delay?.traces ?? []).flatMap((trace): Beat[] => {
    if (trace.at === null) return [];
    const { party, at, minutes } = trace;
    return [
      {
        kind: 'delay',
        party,
        at,
        through: trace.input?.link ?? null,
        from: trace.input?.provider ?? null,
        size: minutes,
      },
    ];
  });
  const spoiled = (defect?.traces ?? []).map(({ party, at, through, probability }): Beat => {
    const from = through === null ? null : map.links[linkNumber(map, through)]!.provider;
    return { kind: 'defect', party, at, through, from, size: probability };
  });
  return [...inOrder(late), ...inOrder(spoiled)];
}

function inOrder(beats: readonly Beat[]): Beat[] {
  const from = new Map(beats.map((beat) => [beat.party, beat.from]));
  const hops = new Map<string, number>();
  const hopsTo = (party: string): number => {
    const unknown: string[] = [];
    let at: string | null = party;
    while (at !== null && !hops.has(at)) {
      unknown.push(at);
      at = from.get(at) ?? null;
    }
    let count = at === null ? -1 : hops.get(at)!;
    for (const id of unknown.reverse()) hops.set(id, ++count);
    return count;
  };
  const order = (a: Beat, b: Beat): number =>
    a.at - b.at || hopsTo(a.party) - hopsTo(b.party) || (a.party < b.party ? -1 : 1);
  return beats.toSorted(order);
}
