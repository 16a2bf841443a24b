import type { MapFinding } from '@downstream/graph-schema/map-findings';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { linkNumber, partyNumber } from '@downstream/ripple/compiled-map';

/**
 * Findings as far as they concern one external customer (they name it, or somebody whose work comes to it) and one
 * department (they name somebody there). A list of names is cut to those; a loop is told whole or not at all.
 */
export function findingsWithin(
  map: CompiledMap,
  findings: readonly MapFinding[],
  { customer, group }: { customer: string | undefined; group: string | undefined },
): MapFinding[] {
  const comesTo = customer === undefined ? undefined : whoComesTo(map, partyNumber(map, customer));
  const isOn = (v: number): boolean => !comesTo || comesTo[v] === 1;
  const isIn = (v: number): boolean => group === undefined || map.parties[v]!.group === group;
  const concerns = (id: string): boolean => {
    const v = partyNumber(map, id);
    return isOn(v) && isIn(v);
  };
  const linkConcerns = (id: string): boolean => {
    const e = linkNumber(map, id);
    const [from, to] = [map.provider[e]!, map.customer[e]!];
    return isOn(to) && (isIn(from) || isIn(to));
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
