import type { MapFinding } from '@downstream/graph-schema/map-findings';
import type { Narrowing } from '@downstream/graph-schema/whole-map-question';
import type { CompiledMap } from './compiled-map.js';
import { linkNumber, partyNumber } from './compiled-map.js';
import { narrow } from './narrow.js';

/**
 * Findings as far as they concern one external customer (they name it, or somebody whose work comes to it) and one
 * department (they name somebody there). A list of names is cut to those; a loop is told whole or not at all.
 */
export function findingsWithin(
  map: CompiledMap,
  findings: readonly MapFinding[],
  narrowing: Narrowing,
): MapFinding[] {
  const { customer } = narrowing;
  const comesTo = customer === undefined ? undefined : whoComesTo(map, partyNumber(map, customer));
  const isOn = (v: number): boolean => !comesTo || comesTo[v] === 1;
  const { hasParty: isIn, touchesLink } = narrow(map, narrowing);
  const concerns = (id: string): boolean => {
    const v = partyNumber(map, id);
    return isOn(v) && isIn(v);
  };
  const linkConcerns = (id: string): boolean => {
    const e = linkNumber(map, id);
    return isOn(map.customer[e]!) && touchesLink(e);
  };
  return findings.flatMap((finding): MapFinding[] => {
    switch (finding.code) {
      case 'NO_EXTERNAL_CUSTOMER':
      case 'ALL_WEIGHTS_ZERO':
        return [finding];
      case 'LOOP_WITHOUT_SLACK': {
        const members = finding.parties.map((id) => partyNumber(map, id));
        return members.some(isOn) && members.some(isIn) ? [finding] : [];
      }
      case 'STATEMENTS_DIFFER': {
        const links = finding.links.filter(linkConcerns);
        return links.length > 0 ? [{ ...finding, links }] : [];
      }
      case 'REACHES_NO_CUSTOMER':
      case 'ISOLATED': {
        // Nobody's work comes from there to any customer, so not to this one either.
        const parties = finding.parties.filter((id) => isIn(partyNumber(map, id)));
        return parties.length > 0 ? [{ ...finding, parties }] : [];
      }
      case 'CUSTOMER_UNSERVED': {
        const parties = finding.parties.filter(concerns);
        return parties.length > 0 ? [{ ...finding, parties }] : [];
      }
    }
  });
}

/** 1 for a customer and for whoever's work comes to it over any links (breadth first against the links). */
function whoComesTo(map: CompiledMap, customer: number): Uint8Array {
  const comes = new Uint8Array(map.parties.length);
  comes[customer] = 1;
  const found = [customer];
  for (const v of found) {
    for (let k = map.inStart[v]!; k < map.inStart[v + 1]!; k++) {
      const u = map.provider[map.inLink[k]!]!;
      if (comes[u] === 1) continue;
      comes[u] = 1;
      found.push(u);
    }
  }
  return comes;
}
