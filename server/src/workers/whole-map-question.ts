import type { AdviceQuestion, AdviceReport } from '@downstream/graph-schema/advice';
import type { ExposureReport } from '@downstream/graph-schema/exposure';
import type { GatewaysReport } from '@downstream/graph-schema/gateways';
import type { MapFinding } from '@downstream/graph-schema/map-findings';
import { didYouMean } from '@downstream/graph-schema/nearest-name';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { ToleranceReport } from '@downstream/graph-schema/tolerance';
import type { WeakLinksReport } from '@downstream/graph-schema/weak-links';
import type {
  CustomerQuestion,
  HarmQuestion,
  Narrowing,
  WeakLinksQuestion,
} from '@downstream/graph-schema/whole-map-question';
import { advice, adviceWanted } from '@downstream/ripple/advice';
import { findParty, partyNumber, type CompiledMap } from '@downstream/ripple/compiled-map';
import { exposureReport } from '@downstream/ripple/exposure';
import { findingsWithin } from '@downstream/ripple/findings-within';
import { gatewaysReport } from '@downstream/ripple/gateways';
import { mapFindings } from '@downstream/ripple/map-findings';
import { groupsOf, narrow, type Narrowed } from '@downstream/ripple/narrow';
import { referenceDisruption } from '@downstream/ripple/reference-disruption';
import type { Observer } from '@downstream/ripple/observer';
import { toleranceReport } from '@downstream/ripple/tolerance';
import { weakLinks } from '@downstream/ripple/weak-links';

/** What can be asked about a map as a whole, each with what it takes. */
export interface WholeMapQuestions {
  weakLinks: WeakLinksQuestion;
  exposure: HarmQuestion;
  tolerance: CustomerQuestion;
  gateways: CustomerQuestion;
  advice: AdviceQuestion;
  findings: Narrowing;
}
export type WholeMapAsk = keyof WholeMapQuestions;

export interface WholeMapAnswers {
  weakLinks: WeakLinksReport;
  exposure: ExposureReport;
  tolerance: ToleranceReport;
  gateways: GatewaysReport;
  advice: AdviceReport;
  findings: MapFinding[];
}

type Answering = {
  [Ask in WholeMapAsk]: (
    map: CompiledMap,
    asked: WholeMapQuestions[Ask],
    observer: Observer,
  ) => WholeMapAnswers[Ask];
};

/** The engine's answer to each question. UNKNOWN_PARTY, INPUT_INVALID; `Stopped` where it is told to. */
export const answerWholeMap: Answering = {
  weakLinks(whole, asked, observer) {
    const { map, touchesLink } = narrowed(whole, asked);
    const { disruption = referenceDisruption(map), top } = asked;
    return weakLinks(map, disruption, top, { ...observer, among: touchesLink }).report;
  },
  exposure(whole, asked, observer) {
    const { map, hasParty } = narrowed(whole, asked);
    return exposureReport(map, asked.disruption ?? referenceDisruption(map), {
      ...observer,
      among: hasParty,
    });
  },
  tolerance(whole, asked, observer) {
    const { map, hasParty } = narrowed(whole, asked);
    return toleranceReport(map, partyNumber(map, asked.customer), { ...observer, among: hasParty });
  },
  gateways(whole, asked) {
    const { map, hasParty } = narrowed(whole, asked);
    return gatewaysReport(map, partyNumber(map, asked.customer), hasParty);
  },
  advice(whole, asked, observer) {
    const within = narrowed(whole, asked);
    return advice(within.map, adviceWanted(within, asked), observer);
  },
  findings(whole, asked) {
    narrowed(whole, asked);
    return findingsWithin(whole, mapFindings(whole), asked);
  },
};

/** Refuses what is not on the map, since no answer would tell that from what has no harm. */
function narrowed(map: CompiledMap, narrowing: Narrowing): Narrowed {
  const { customer, group } = narrowing;
  if (customer !== undefined) {
    const path = ['customer'];
    const found = findParty(map, customer);
    if (found === undefined) {
      throw new DownstreamError('UNKNOWN_PARTY', [{ path, message: `no party is called "${customer}"` }]);
    }
    if (map.isCustomer[found] === 0) {
      const message = `"${map.parties[found]!.name}" is no external customer; name one`;
      throw new DownstreamError('INPUT_INVALID', [{ path, message }]);
    }
  }
  if (group !== undefined) {
    const groups = groupsOf(map);
    if (!groups.includes(group)) {
      const message = `no department is called "${group}"${didYouMean(group, groups)}`;
      throw new DownstreamError('INPUT_INVALID', [{ path: ['group'], message }]);
    }
  }
  return narrow(map, narrowing);
}
