/** Lanes, blocking links that stand alone, as rows by provider, for runs that walk them over and over. O(links). */
import type { CompiledMap } from './compiled-map.js';
import { isLane } from './compiled-map.js';
import { leftOut, rows } from './rows.js';

/** Lanes leaving party u: from start at u to start at u + 1, by id. */
export interface DelayLanes {
  readonly start: Int32Array;
  readonly link: Int32Array;
  readonly customer: Int32Array;
  /** What the link's slack and the customer's buffer absorb together, in minutes. */
  readonly cost: Int32Array;
}

export function delayLanes(map: CompiledMap): DelayLanes {
  const { provider, customer, slack, buffer } = map;
  const { start, items: link } = rows(
    map.parties.length,
    provider.map((u, e) => (isLane(map, e) ? u : leftOut)),
  );
  return {
    start,
    link,
    customer: link.map((e) => customer[e]!),
    cost: link.map((e) => slack[e]! + buffer[customer[e]!]!),
  };
}
