/**
 * The numbers that a ripple rests on, each once: of links leaving whoever was hit, and of the parties these enter.
 * O(links leaving hit parties).
 */
import type { Provenance } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from './compiled-map.js';

/** Who was hit: by delay (δ > 0), by defect (P > 0); absent where that was not asked. */
export interface Hit {
  delay?: ArrayLike<number>;
  defect?: ArrayLike<number>;
}

export type LinkNumber = 'slack' | 'leadTime' | 'switchTime' | 'defectPass';
export type PartyNumber = 'buffer' | 'catchRate' | 'weight';

export type CountedNumber =
  | { of: 'link'; index: number; field: LinkNumber; origin: number }
  | { of: 'party'; index: number; field: PartyNumber; origin: number };

/** Hands every number that counts to `visit`, once, links by id before parties by id. */
export function visitCounted(map: CompiledMap, hit: Hit, visit: (counted: CountedNumber) => void): void {
  const n = map.parties.length;
  const byDelay = new Uint8Array(n);
  const byDefect = new Uint8Array(n);
  for (let e = 0; e < map.links.length; e++) {
    const { delay, defect } = countsOn(map, hit, e);
    const link = (field: LinkNumber, origin: number) => visit({ of: 'link', index: e, field, origin });
    if (delay) {
      byDelay[map.customer[e]!] = 1;
      link('slack', map.slackOrigin[e]!);
      if (map.isBlocking[e] === 1) link('leadTime', map.leadTimeOrigin[e]!);
      if (map.isStandby[e] === 1) link('switchTime', 1);
    }
    if (defect) {
      byDefect[map.customer[e]!] = 1;
      link('defectPass', map.defectPassOrigin[e]!);
    }
  }
  for (let v = 0; v < n; v++) {
    const party = (field: PartyNumber, origin: number) => visit({ of: 'party', index: v, field, origin });
    if (map.isCustomer[v] === 1) {
      if (byDelay[v] === 1 || byDefect[v] === 1) party('weight', map.weightOrigin[v]!);
      continue;
    }
    if (byDelay[v] === 1) party('buffer', map.bufferOrigin[v]!);
    if (byDefect[v] === 1) party('catchRate', map.catchRateOrigin[v]!);
  }
}

/** Whether a link's numbers count, for the one kind and for the other. */
export function countsOn(
  map: CompiledMap,
  { delay, defect }: Hit,
  e: number,
): { delay: boolean; defect: boolean } {
  const u = map.provider[e]!;
  return {
    delay: delay !== undefined && delay[u]! > 0,
    defect: defect !== undefined && map.isStandby[e] === 0 && defect[u]! > 0,
  };
}

export function provenanceOf(map: CompiledMap, hit: Hit): Provenance {
  const counts = [0, 0, 0];
  visitCounted(map, hit, ({ origin }) => {
    counts[origin]! += 1;
  });
  return { agreed: counts[2]!, declared: counts[1]!, assumed: counts[0]! };
}
