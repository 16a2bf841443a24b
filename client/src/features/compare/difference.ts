import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Comparison } from '../../engine/use-comparison';
import { partyOf } from '../../open-map/name-of';

/** What a ripple does to one party now, and what it would do. Minutes late, or the chance of being hit. */
export interface PartyDifference {
  party: string;
  isCustomer: boolean;
  before: number;
  after: number;
}

/** Harm to external customers: weighted minutes, or weighted customers hit on average. Never added to each other. */
export interface KindDifference {
  kind: 'delay' | 'defect';
  harm: { before: number; after: number };
  /** Who is hit in either, external customers first, then by how hard; without those with whom it begins. */
  parties: PartyDifference[];
  /** Chances taken from random worlds: a small difference may be none. */
  estimated: boolean;
}

/** How two ripples on two versions of a map differ, delay and defect apart. */
export function differenceOf({ before, after }: Comparison, content: MapContent): KindDifference[] {
  const differences: KindDifference[] = [];
  const [delayBefore, delayAfter] = [before.report.delay, after.report.delay];
  if (delayBefore ?? delayAfter) {
    differences.push({
      kind: 'delay',
      harm: { before: delayBefore?.harm ?? 0, after: delayAfter?.harm ?? 0 },
      parties: partiesOf(
        new Map(delayBefore?.hits.map(({ party, minutes }) => [party, minutes])),
        new Map(delayAfter?.hits.map(({ party, minutes }) => [party, minutes])),
        originsOf({ before, after }, 'delay'),
        content,
      ),
      estimated: false,
    });
  }
  const [defectBefore, defectAfter] = [before.report.defect, after.report.defect];
  if (defectBefore ?? defectAfter) {
    differences.push({
      kind: 'defect',
      harm: { before: defectBefore?.expectedLoss ?? 0, after: defectAfter?.expectedLoss ?? 0 },
      parties: partiesOf(
        new Map(defectBefore?.hits.map(({ party, probability }) => [party, probability])),
        new Map(defectAfter?.hits.map(({ party, probability }) => [party, probability])),
        originsOf({ before, after }, 'defect'),
        content,
      ),
      estimated: [defectBefore, defectAfter].some((report) => report?.method === 'monte-carlo'),
    });
  }
  return differences;
}

/** Whom the disruption itself names in both: how late they are is what was asked, not what came of it. */
function originsOf({ before, after }: Comparison, kind: 'delay' | 'defect'): Set<string> {
  const named = [before, after].map(
    ({ disruptions }) => new Set(disruptions.filter((one) => one.kind === kind).map(({ party }) => party)),
  );
  return new Set([...named[0]!].filter((party) => named[1]!.has(party)));
}

function partiesOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  origins: ReadonlySet<string>,
  content: MapContent,
): PartyDifference[] {
  const hit = [...new Set([...before.keys(), ...after.keys()])].filter((party) => !origins.has(party));
  return hit
    .map((party) => ({
      party,
      isCustomer: partyOf(content, party)?.kind === 'external-customer',
      before: before.get(party) ?? 0,
      after: after.get(party) ?? 0,
    }))
    .sort(
      (a, b) =>
        Number(b.isCustomer) - Number(a.isCustomer) ||
        Math.max(b.before, b.after) - Math.max(a.before, a.after) ||
        (a.party < b.party ? -1 : 1),
    );
}

/** Which part of the harm goes, from 0 to 1; below 0 where it grows. Absent where there was none. */
export const fallOf = ({ before, after }: KindDifference['harm']): number | undefined =>
  before > 0 ? (before - after) / before : undefined;
