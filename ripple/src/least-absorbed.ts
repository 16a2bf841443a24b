/**
 * From one party backwards: how much of anybody's delay would still arrive there along the least absorbing chain of
 * blocking links, slack and the buffers of every party entered taken off (Dijkstra 1959 on the reversed map, by whole
 * minutes from the top). Memory is kept between runs. O(links entering what is reached + minutes / 32) a run.
 */
import { BucketQueue } from './bucket-queue.js';
import type { CompiledMap } from './compiled-map.js';

export interface LeastAbsorbed {
  /** Starts at these parties, each with what is left of the delay there; at most what this was made for. */
  run(starts: readonly (readonly [party: number, left: number])[]): void;
  /** What is left, on arrival, of a delay of the start's minutes at this party; 0 for nothing. */
  left(party: number): number;
  /** The parties of the last run from which something arrives, most first. */
  readonly reached: Int32Array;
  readonly reachedCount: () => number;
  /** Makes a followed link absorb more, or with a negative number less again; nothing happens to others. */
  absorb(link: number, minutes: number): void;
}

/** `follows` says which links count; standbys are only followed where it says so. */
export function createLeastAbsorbed(
  map: CompiledMap,
  longest: number,
  follows: (link: number) => boolean,
): LeastAbsorbed {
  const { inStart, inLink, provider, slack, buffer } = map;
  const n = map.parties.length;
  const start = new Int32Array(n + 1);
  const from = new Int32Array(map.links.length);
  const cost = new Int32Array(map.links.length);
  const laneOf = new Int32Array(map.links.length).fill(-1);
  let lanes = 0;
  for (let v = 0; v < n; v++) {
    for (let k = inStart[v]!; k < inStart[v + 1]!; k++) {
      const e = inLink[k]!;
      if (map.isBlocking[e] === 0 || !follows(e)) continue;
      from[lanes] = provider[e]!;
      cost[lanes] = slack[e]! + buffer[v]!;
      laneOf[e] = lanes;
      lanes += 1;
    }
    start[v + 1] = lanes;
  }

  const queue = new BucketQueue(n, longest);
  const { level } = queue;
  const reached = new Int32Array(n);
  let count = 0;
  return {
    reached,
    reachedCount: () => count,
    left: (party) => level[party]!,
    absorb(link, minutes) {
      if (laneOf[link]! >= 0) cost[laneOf[link]!]! += minutes;
    },
    run(starts) {
      for (let i = 0; i < count; i++) level[reached[i]!] = 0;
      count = 0;
      queue.restart(longest);
      for (const [party, left] of starts) if (left > level[party]!) queue.raise(party, left);
      for (let v = queue.take(); v >= 0; v = queue.take()) {
        reached[count++] = v;
        const left = level[v]!;
        for (let k = start[v]!; k < start[v + 1]!; k++) {
          const arrives = left - cost[k]!;
          if (arrives > level[from[k]!]!) queue.raise(from[k]!, arrives);
        }
      }
    },
  };
}

/** A link that has no substitute: what comes late through it cannot be switched away from. */
export const standsAlone =
  (map: CompiledMap) =>
  (link: number): boolean =>
    map.group[link] === -1;

/** A link that is no standby: nobody is ever later than if there were only these. */
export const isFirstChoice =
  (map: CompiledMap) =>
  (link: number): boolean =>
    map.isStandby[link] === 0;
