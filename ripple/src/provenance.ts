/**
 * The numbers that a ripple rests on, each once: of links leaving whoever was hit, and of the parties these enter.
 * O(links leaving hit parties).
 */
import type { Provenance } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from './compiled-map.js';
import { originCode } from './compiled-map.js';

/** Who was hit: by delay (δ > 0), by defect (P > 0); absent where that was not asked. */
export interface Hit {
  delay?: ArrayLike<number>;
  defect?: ArrayLike<number>;
}

export type LinkNumber = 'slack' | 'leadTime' | 'switchTime' | 'defectPass';
export type PartyNumber = 'buffer' | 'catchRate' | 'weight';

/** `origin` is a place in `origins`. Arguments, not an object: there are millions of them on large maps. */
export interface VisitCounted {
  link(link: number, field: LinkNumber, origin: number): void;
  party(party: number, field: PartyNumber, origin: number): void;
}

/** Shows every number that counts to `visit`, once, links by id before parties by id. */
export function visitCounted(map: CompiledMap, hit: Hit, visit: VisitCounted): void {
  const n = map.parties.length;
  const byDelay = new Uint8Array(n);
  const byDefect = new Uint8Array(n);
  for (let e = 0; e < map.links.length; e++) {
    if (countsForDelay(map, hit, e)) {
      byDelay[map.customer[e]!] = 1;
      visit.link(e, 'slack', map.slackOrigin[e]!);
      if (map.isBlocking[e] === 1) visit.link(e, 'leadTime', map.leadTimeOrigin[e]!);
      if (map.isStandby[e] === 1) visit.link(e, 'switchTime', originCode.declared);
    }
    if (countsForDefect(map, hit, e)) {
      byDefect[map.customer[e]!] = 1;
      visit.link(e, 'defectPass', map.defectPassOrigin[e]!);
    }
  }
  for (let v = 0; v < n; v++) {
    if (map.isCustomer[v] === 1) {
      if (byDelay[v] === 1 || byDefect[v] === 1) visit.party(v, 'weight', map.weightOrigin[v]!);
      continue;
    }
    if (byDelay[v] === 1) visit.party(v, 'buffer', map.bufferOrigin[v]!);
    if (byDefect[v] === 1) visit.party(v, 'catchRate', map.catchRateOrigin[v]!);
  }
}

/** Whether any of a link's numbers count. */
export const isCounted = (map: CompiledMap, hit: Hit, e: number): boolean =>
  countsForDelay(map, hit, e) || countsForDefect(map, hit, e);

const countsForDelay = (map: CompiledMap, { delay }: Hit, e: number): boolean =>
  delay !== undefined && delay[map.provider[e]!]! > 0;

const countsForDefect = (map: CompiledMap, { defect }: Hit, e: number): boolean =>
  defect !== undefined && map.isStandby[e] === 0 && defect[map.provider[e]!]! > 0;

export function provenanceOf(map: CompiledMap, hit: Hit): Provenance {
  const counts = [0, 0, 0];
  const count = (_index: number, _field: string, origin: number): void => {
    counts[origin]! += 1;
  };
  visitCounted(map, hit, { link: count, party: count });
  return { agreed: counts[2]!, declared: counts[1]!, assumed: counts[0]! };
}
