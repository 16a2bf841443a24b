/** A map as a question about the whole of it narrows it: to the harm of one external customer, to one department. */
import type { Narrowing } from '@downstream/graph-schema/whole-map-question';
import type { CompiledMap } from './compiled-map.js';
import { partyNumber } from './compiled-map.js';
import { seenByOne } from './seen-by-one.js';

export interface Narrowed {
  map: CompiledMap;
  /** Whether a party is in the department, or a link begins or ends there; all are where none is named. */
  hasParty: (party: number) => boolean;
  touchesLink: (link: number) => boolean;
}

/** The customer, if one is named, is an external customer of this map. */
export function narrow(whole: CompiledMap, { customer, group }: Narrowing): Narrowed {
  const map = customer === undefined ? whole : seenByOne(whole, partyNumber(whole, customer));
  if (group === undefined) return { map, hasParty: () => true, touchesLink: () => true };
  const hasParty = (party: number): boolean => map.parties[party]!.group === group;
  return {
    map,
    hasParty,
    touchesLink: (link) => hasParty(map.provider[link]!) || hasParty(map.customer[link]!),
  };
}

/** The departments or sites that are written on parties. */
export const groupsOf = ({ parties }: Pick<CompiledMap, 'parties'>): string[] => [
  ...new Set(parties.flatMap(({ group }) => (group === undefined ? [] : [group]))),
];
