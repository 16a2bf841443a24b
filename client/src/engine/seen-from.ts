import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { partyNumber } from '@downstream/ripple/compiled-map';
import { gatewaysReport, nextGateway } from '@downstream/ripple/gateways';
import { mapFindings } from '@downstream/ripple/map-findings';
import { toleranceReport } from '@downstream/ripple/tolerance';
import { allTheWay, reachOf } from '../open-map/reach';

/** A map as one external customer sees it. */
export interface SeenFrom {
  customer: string;
  /** Whose lateness alone the customer can feel, and how many minutes go unfelt: the least tolerant first. */
  felt: readonly { party: string; minutes: number }[];
  /** Whose work comes to the customer, yet no delay of theirs alone is felt; nearest first. */
  unfelt: readonly { party: string; because: 'only-helpful' | 'absorbed' }[];
  /** How many others can be late for the customer only by way of this party. */
  gateways: readonly { party: string; behind: number }[];
  /** Who serves no external customer at all, this one or another: linked to somebody, or to nobody. */
  servesNobody: readonly { party: string; isLinked: boolean }[];
}

/** `customer` is the id of an external customer on this map. Tolerance is exact, alternatives included. */
export function seenFrom(map: CompiledMap, customer: string): SeenFrom {
  const x = partyNumber(map, customer);
  const { parties } = toleranceReport(map, x);
  const felt = parties.flatMap(({ party, minutes }) => (minutes === null ? [] : [{ party, minutes }]));
  const isFelt = new Set(felt.map(({ party }) => party));
  const next = nextGateway(map, x);
  const { upstream } = reachOf(map.links, customer, allTheWay);
  return {
    customer,
    felt,
    unfelt: [...upstream.keys()]
      .filter((party) => !isFelt.has(party))
      .map((party) => ({
        party,
        because: next[partyNumber(map, party)] === -1 ? 'only-helpful' : 'absorbed',
      })),
    gateways: gatewaysReport(map, x).gateways,
    servesNobody: mapFindings(map).flatMap((finding) =>
      finding.code === 'REACHES_NO_CUSTOMER' || finding.code === 'ISOLATED'
        ? finding.parties.map((party) => ({ party, isLinked: finding.code === 'REACHES_NO_CUSTOMER' }))
        : [],
    ),
  };
}
