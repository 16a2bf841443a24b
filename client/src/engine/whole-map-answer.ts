import { advice, adviceWanted, reliefOfAdvice } from '@downstream/ripple/advice';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { ToleranceReport } from '@downstream/graph-schema/tolerance';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { linkNumber, partyNumber } from '@downstream/ripple/compiled-map';
import { wholeMapWorlds } from '@downstream/ripple/defect-harm';
import {
  adviceMethodPhrase,
  exposurePhrase,
  harmPhrase,
  mapFindingPhrase,
  tellAdvice,
  tellWeakLink,
} from '@downstream/ripple/explain-whole-map';
import { exposureReport } from '@downstream/ripple/exposure';
import { findingsWithin } from '@downstream/ripple/findings-within';
import { gatewaysReport } from '@downstream/ripple/gateways';
import type { Relief } from '@downstream/ripple/harm-carried';
import { mapFindings } from '@downstream/ripple/map-findings';
import { narrow } from '@downstream/ripple/narrow';
import { stepOf, type Observer } from '@downstream/ripple/observer';
import { referenceDisruption } from '@downstream/ripple/reference-disruption';
import { simulate } from '@downstream/ripple/simulate';
import { toleranceReport } from '@downstream/ripple/tolerance';
import { reliefOf, weakLinks } from '@downstream/ripple/weak-links';
import type {
  CustomerPart,
  CustomerRelief,
  ListName,
  Method,
  TeamRow,
  WholeMapAnswers,
  WholeMapQuestions,
} from './whole-map-question';

/** The server's seed, so that the same question has the same answer there and on the command line. */
const seed = 1;

type Answering = {
  [List in ListName]: (
    map: CompiledMap,
    asked: WholeMapQuestions[List],
    observer: Observer,
  ) => WholeMapAnswers[List];
};

/** The engine's answer to each list's question, with the words that go with it. */
export const answerWholeMap: Answering = {
  'weak-links'(whole, asked, observer) {
    const { map, touchesLink: among } = narrow(whole, asked);
    const { disruption = referenceDisruption(map), top } = asked;
    const options = { seed, worlds: wholeMapWorlds, among, ...stepOf(observer, 0, 0.8) };
    const weak = weakLinks(map, disruption, top, options);
    const found = weak.report.links.filter(({ harmCarried }) => harmCarried > 0);
    const telling = stepOf(observer, 0.8, 1);
    const rows = found.map((row, i) => {
      telling.onProgress?.(i / found.length);
      const { id, provider, customer: to } = map.links[linkNumber(map, row.link)]!;
      const relief = reliefOf(map, weak, id);
      return {
        link: id,
        provider,
        customer: to,
        harmCarried: row.harmCarried,
        share: row.share!,
        isExact: row.exact,
        standardError: relief.standardError,
        why: tellWeakLink(map, disruption, row, relief).why,
        ...partiesIn(map, relief),
      };
    });
    return {
      ...ofHarm(
        map,
        disruption,
        weak.harm.total,
        rows.every(({ isExact }) => isExact),
      ),
      rows,
      hasMore: found.length === top,
    };
  },

  advice(whole, asked, observer) {
    const within = narrow(whole, asked);
    const { map } = within;
    const wanted = adviceWanted(within, asked);
    const options = { seed, worlds: wholeMapWorlds };
    const report = advice(map, wanted, { ...options, ...stepOf(observer, 0, 0.8) });
    const relief = reliefOfAdvice(map, wanted, report, { ...options, ...stepOf(observer, 0.8, 1) });
    const told = tellAdvice(map, report, relief);
    return {
      ...ofHarm(map, wanted.disruption, report.harm, report.method !== 'monte-carlo'),
      rows: report.changes.map((change, i) => ({
        ...change,
        ...told[i]!,
        standardError: relief[i]!.standardError,
        ...partiesIn(map, relief[i]!),
      })),
      choice: report.method,
      choiceWords: adviceMethodPhrase(report),
    };
  },

  customers(map, { customer, group, top }, observer) {
    const { hasParty } = narrow(map, { group });
    const all = Array.from(map.parties.keys()).filter((v) => map.isCustomer[v] === 1);
    // Who counts most comes first; among equals the order of ids stays.
    const asked =
      customer === undefined
        ? all.sort((a, b) => map.weight[b]! - map.weight[a]!).slice(0, mostCustomers)
        : [partyNumber(map, customer)];
    const atOnce = new Set<string>();
    const parts = asked.map((x, i) => {
      const step = stepOf(observer, i / asked.length, (i + 1) / asked.length);
      const tolerance = toleranceReport(map, x, { ...step, among: hasParty });
      for (const { party, minutes } of tolerance.parties) if (minutes === 0) atOnce.add(party);
      return customerPart(map, x, tolerance, hasParty, top);
    });
    return { parts, atOnce: atOnce.size, others: all.length - asked.length };
  },

  teams(whole, asked, observer) {
    const { map, hasParty: among } = narrow(whole, asked);
    const { disruption = referenceDisruption(map), top } = asked;
    const options = { seed, worlds: wholeMapWorlds, among, ...stepOf(observer, 0, 0.8) };
    const report = exposureReport(map, disruption, options);
    const hurting = report.parties.filter(({ harm }) => harm > 0);
    const telling = stepOf(observer, 0.8, 1);
    const rows = hurting.map(({ party, harm, method, standardError }, i): TeamRow => {
      if (i < top) telling.onProgress?.(i / Math.min(top, hurting.length));
      return {
        party,
        harm,
        share: harm / report.harm,
        isExact: method === 'exact',
        standardError,
        told: i < top ? told(map, { ...disruption, party }) : undefined,
      };
    });
    return {
      ...ofHarm(
        map,
        disruption,
        report.harm,
        rows.every(({ isExact }) => isExact),
      ),
      rows,
      harmless: report.parties.length - hurting.length,
    };
  },

  findings: (map, narrowing) => ({
    findings: findingsWithin(map, mapFindings(map), narrowing).map((finding) => ({
      finding,
      words: mapFindingPhrase(map, finding),
    })),
  }),
};

/** More customers than these are asked for one by one. */
const mostCustomers = 12;

function ofHarm(
  map: CompiledMap,
  disruption: ReferenceDisruption,
  harm: number,
  isExact: boolean,
): { harm: number; harmWords: ReturnType<typeof harmPhrase>; method: Method } {
  const method: Method = isExact ? { kind: 'exact' } : { kind: 'monte-carlo', worlds: wholeMapWorlds, seed };
  return { harm, harmWords: harmPhrase(map, disruption, harm), method };
}

/** A relief in ids: whose disruptions hurt less, and for whom it is how much less, most first. */
function partiesIn(map: CompiledMap, { origins, byCustomer }: Relief) {
  const relief: CustomerRelief[] = [];
  byCustomer.forEach((harm, x) => {
    if (harm > 0) relief.push({ customer: map.parties[x]!.id, harm });
  });
  relief.sort((a, b) => b.harm - a.harm);
  return { origins: origins.map((u) => map.parties[u]!.id), relief };
}

function customerPart(
  map: CompiledMap,
  x: number,
  { customer, parties }: ToleranceReport,
  among: (party: number) => boolean,
  top: number,
): CustomerPart {
  const felt = parties.flatMap(({ party, minutes }) => (minutes === null ? [] : [{ party, minutes }]));
  const { gateways } = gatewaysReport(map, x, among);
  return {
    customer,
    tolerance: felt.slice(0, top),
    felt: felt.length,
    never: parties.length - felt.length,
    gateways: gateways.slice(0, top),
    allGateways: gateways.length,
  };
}

function told(map: CompiledMap, disruption: Parameters<typeof simulate>[1]['disruptions'][number]) {
  const report = simulate(map, { disruptions: [disruption], seed, worlds: wholeMapWorlds });
  const { delay, defect } = report;
  const hits = delay
    ? delay.hits.map(({ party, minutes }) => ({ customer: party, size: minutes }))
    : (defect?.hits ?? []).map(({ party, probability }) => ({ customer: party, size: probability }));
  return {
    why: exposurePhrase(map, report),
    felt: hits.filter(({ customer }) => map.weight[partyNumber(map, customer)]! > 0),
  };
}
