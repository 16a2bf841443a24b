import type { MapContent } from '@downstream/graph-schema/map-content';
import { organisation } from '../organisation.js';

const tiers = 8;
const membersOfDepartment = 20;

/**
 * A map as large companies draw theirs: the teams of `organisation`, but in eight tiers, each of which serves the next
 * or the one after it, and in departments of 20 across the tiers. It opens folded to its departments.
 */
export function company(teams: number): MapContent {
  const content = organisation(teams);
  const inTier = Math.ceil(teams / tiers);
  const numberOf = (id: string): number => Number(id.slice(1));
  const departments = Math.max(1, Math.round(teams / membersOfDepartment));
  const ids = content.parties.map(({ id }) => id);
  const links = content.links.map((link, index) => {
    const from = numberOf(link.provider);
    const tier = Math.floor(from / inTier);
    const to =
      (tier + 1 + (index % 3 === 0 ? 1 : 0)) * inTier + ((from + (index % 4) * departments) % inTier);
    if (to >= teams) return { ...link, customer: ids[teams + ((from + index) % (ids.length - teams))]! };
    return { ...link, customer: ids[to]! };
  });
  const parties = content.parties.map((party, index) =>
    index < teams ? { ...party, group: `Department ${1 + (index % departments)}` } : party,
  );
  return { ...content, map: { ...content.map, name: `Company of ${teams}` }, parties, links };
}
