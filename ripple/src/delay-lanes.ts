/**
 * What delay passes walk: blocking links that stand alone, by provider, between places in an order in which providers
 * mostly come before customers. O(links + parties), once a map.
 */
import type { CompiledMap } from './compiled-map.js';
import { providersFirst } from './providers-first.js';

export interface DelayLanes {
  /** The party at each place, and each party's place. */
  party: Int32Array;
  place: Int32Array;
  /** Lanes leaving place i: start[i] … start[i + 1], by the place that they lead to. */
  start: Int32Array;
  /** Two numbers a lane, always read together: the customer's place, and what link and customer absorb. */
  lane: Int32Array;
  /** Two more: minutes until it is felt, and the link's number. */
  news: Int32Array;
}

export function delayLanes(map: CompiledMap): DelayLanes {
  const { provider, slack, buffer, leadTime, isBlocking, group, inStart, inLink } = map;
  const party = providersFirst(map);
  const n = party.length;
  const place = new Int32Array(n);
  for (let at = 0; at < n; at++) place[party[at]!] = at;

  const isLane = (e: number): boolean => isBlocking[e] === 1 && group[e] === -1;
  const start = new Int32Array(n + 2);
  for (let e = 0; e < provider.length; e++) if (isLane(e)) start[place[provider[e]!]! + 2]! += 1;
  for (let at = 0; at < n; at++) start[at + 2]! += start[at + 1]!;
  const lane = new Int32Array(2 * start[n + 1]!);
  const news = new Int32Array(lane.length);
  // Customer after customer, so that the lanes of each provider lie in that order.
  for (let to = 0; to < n; to++) {
    const v = party[to]!;
    for (let k = inStart[v]!; k < inStart[v + 1]!; k++) {
      const e = inLink[k]!;
      if (!isLane(e)) continue;
      const row = start[place[provider[e]!]! + 1]!++;
      lane[2 * row] = to;
      lane[2 * row + 1] = slack[e]! + buffer[v]!;
      news[2 * row] = leadTime[e]!;
      news[2 * row + 1] = e;
    }
  }
  return { party, place, start, lane, news };
}
