import type { Link } from '@downstream/graph-schema/link';
import type { Party } from '@downstream/graph-schema/party';
import type { Origin } from './effective-number.js';

/** Origins as they are kept in arrays. */
export const origins: readonly Origin[] = ['assumed', 'declared', 'agreed'];
export const originCode: Record<Origin, number> = { assumed: 0, declared: 1, agreed: 2 };

/**
 * A map as typed arrays. Parties and links are numbered in the order of their ids by code unit, so that comparing
 * numbers compares ids, and every sum runs in id order. Minutes are whole; probabilities lie in [0, 1].
 */
export interface CompiledMap {
  readonly name: string;
  /** Minutes of work in a day and in a week. */
  readonly dayLength: number;
  readonly weekLength: number;

  readonly parties: readonly Party[];
  readonly isCustomer: Uint8Array;
  /** 0 for external customers, who make up nothing. */
  readonly buffer: Int32Array;
  readonly bufferOrigin: Uint8Array;
  readonly catchRate: Float64Array;
  readonly catchRateOrigin: Uint8Array;
  /** 0 for everyone but external customers. */
  readonly weight: Float64Array;
  readonly weightOrigin: Uint8Array;

  readonly links: readonly Link[];
  readonly provider: Int32Array;
  readonly customer: Int32Array;
  readonly slack: Int32Array;
  readonly slackOrigin: Uint8Array;
  readonly defectPass: Float64Array;
  readonly defectPassOrigin: Uint8Array;
  readonly leadTime: Int32Array;
  readonly leadTimeOrigin: Uint8Array;
  /** 0 for a link that is no standby. */
  readonly switchTime: Int32Array;
  readonly isBlocking: Uint8Array;
  /** A member of a group that has to be switched to. Switch times are always written. */
  readonly isStandby: Uint8Array;
  /** The two sides state different numbers on it. */
  readonly statementsDiffer: Uint8Array;
  /** p = defectPass × (1 − the customer's catch rate); 0 for a standby. */
  readonly liveChance: Float64Array;

  /** Links leaving party u: outLink[outStart[u] … outStart[u + 1]), by id; and those entering it. */
  readonly outStart: Int32Array;
  readonly outLink: Int32Array;
  readonly inStart: Int32Array;
  readonly inLink: Int32Array;

  /** The group of alternatives a link belongs to, −1 where it stands alone. */
  readonly group: Int32Array;
  /** Members of group g: groupMember[groupStart[g] … groupStart[g + 1]), by id. */
  readonly groupStart: Int32Array;
  readonly groupMember: Int32Array;
  readonly groupPrimary: Int32Array;

  /** Members of groups by provider, as positions in groupMember. */
  readonly memberStart: Int32Array;
  readonly memberPosition: Int32Array;
}

/** The number of the link with this id; throws where there is none, which only a bug can cause. */
export function linkNumber(map: CompiledMap, id: string): number {
  const found = placeOf(map.links, id);
  if (found === undefined) throw new Error(`No link "${id}" on this map.`);
  return found;
}

/** The number of the party with this id; throws where there is none, which only a bug can cause. */
export function partyNumber(map: CompiledMap, id: string): number {
  const found = findParty(map, id);
  if (found === undefined) throw new Error(`No party "${id}" on this map.`);
  return found;
}

/** The number of the party with this id, if there is one. */
export const findParty = (map: CompiledMap, id: string): number | undefined => placeOf(map.parties, id);

/** The place of an id among items in the order of their ids. */
function placeOf(items: readonly { id: string }[], id: string): number | undefined {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = items[middle]!.id;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Whether lateness runs along this link alone: it blocks and has no substitute. */
export const isLane = ({ isBlocking, group }: CompiledMap, link: number): boolean =>
  isBlocking[link] === 1 && group[link] === -1;

/** a: how late link e's output comes beyond its slack, given everyone's lateness. Minutes, never below 0. */
export function inputLateness(map: CompiledMap, delay: Int32Array, link: number): number {
  const late = delay[map.provider[link]!]! - map.slack[link]!;
  return late > 0 ? late : 0;
}

/** A: how late a group of alternatives leaves its customer, by the best of its members. */
export function groupLateness(map: CompiledMap, delay: Int32Array, group: number): number {
  let best = Infinity;
  for (let k = map.groupStart[group]!; k < map.groupStart[group + 1]!; k++) {
    const link = map.groupMember[k]!;
    best = Math.min(best, Math.max(map.switchTime[link]!, inputLateness(map, delay, link)));
  }
  return best;
}
