import type { AdviceReport, AdviceRequest } from '@downstream/graph-schema/advice';
import type { ExposureReport } from '@downstream/graph-schema/exposure';
import type { GatewaysReport } from '@downstream/graph-schema/gateways';
import type { MapFinding } from '@downstream/graph-schema/map-findings';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { ToleranceReport } from '@downstream/graph-schema/tolerance';
import type { WeakLinksReport, WholeMapQuery } from '@downstream/graph-schema/weak-links';
import { advice } from '@downstream/ripple/advice';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { exposureReport } from '@downstream/ripple/exposure';
import { gatewaysReport } from '@downstream/ripple/gateways';
import { mapFindings } from '@downstream/ripple/map-findings';
import { referenceDisruption } from '@downstream/ripple/reference-disruption';
import type { Observer } from '@downstream/ripple/observer';
import { toleranceReport } from '@downstream/ripple/tolerance';
import { weakLinks } from '@downstream/ripple/weak-links';

/** What can be asked about a map as a whole, each with what it takes. */
export interface WholeMapQuestions {
  weakLinks: WholeMapQuery & { top: number };
  exposure: WholeMapQuery;
  tolerance: { customer: string };
  gateways: { customer: string };
  advice: AdviceRequest;
  findings: Record<string, never>;
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
  weakLinks: (map, asked, observer) =>
    weakLinks(map, disruptionAsked(map, asked), asked.top, observer).report,
  exposure: (map, asked, observer) => exposureReport(map, disruptionAsked(map, asked), observer),
  tolerance: (map, { customer }, observer) => toleranceReport(map, customerAsked(map, customer), observer),
  gateways: (map, { customer }) => gatewaysReport(map, customerAsked(map, customer)),
  advice: (map, { disruption = referenceDisruption(map), ...wanted }, observer) =>
    advice(map, { ...wanted, disruption }, observer),
  findings: (map) => mapFindings(map),
};

function disruptionAsked(map: CompiledMap, { kind, minutes }: WholeMapQuery): ReferenceDisruption {
  if (kind === 'delay') return minutes === undefined ? referenceDisruption(map) : { kind, minutes };
  if (minutes === undefined) return { kind };
  throw new DownstreamError('INPUT_INVALID', [
    { path: ['minutes'], message: 'goes with a delay; a defect has none' },
  ]);
}

function customerAsked(map: CompiledMap, id: string): number {
  const path = ['customer'];
  const found = map.partyIndex.get(id);
  if (found === undefined) {
    throw new DownstreamError('UNKNOWN_PARTY', [{ path, message: `no party is called "${id}"` }]);
  }
  if (map.isCustomer[found] === 1) return found;
  const message = `"${map.parties[found]!.name}" is no external customer; name one`;
  throw new DownstreamError('INPUT_INVALID', [{ path, message }]);
}
