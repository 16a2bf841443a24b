/** A report told in words: what was asked, who feels it and why, where it stopped, and what the answer rests on. */
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { RippleFinding, RippleReport } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from './compiled-map.js';
import { linkNumber, origins, partyNumber } from './compiled-map.js';
import { durationPhrase } from './duration-phrase.js';
import type { Origin } from './effective-number.js';
import type { DefectTrace } from './explain-defect.js';
import { explainDefect } from './explain-defect.js';
import type { DelayExplanation } from './explain-delay.js';
import { explainDelay } from './explain-delay.js';
import type { Phrase } from './phrase.js';
import { phrase } from './phrase.js';
import type { Hit, LinkNumber, PartyNumber } from './provenance.js';
import { visitCounted } from './provenance.js';
import type { Headline, Verdict } from './verdict.js';
import { defectVerdicts, delayVerdicts, headlinesOf } from './verdict.js';

export interface Explanation {
  /** What to show largest: at least one sentence. */
  headlines: Headline[];
  asked: Phrase[];
  delay?: DelayExplanation & { verdicts: Verdict[]; summary: Phrase[] };
  defect?: { traces: DefectTrace[]; verdicts: Verdict[]; summary: Phrase[] };
  findings: Phrase[];
  provenance: { words: Phrase; numbers: CountedNumber[] };
  /** What the model leaves out. */
  limits: Phrase;
}

/** A number under the verdict: which item's, which field, and whether anybody stated it. */
export interface CountedNumber {
  type: 'link' | 'party';
  id: string;
  field: LinkNumber | PartyNumber;
  origin: Origin;
}

/** `report` is what `simulate` said about this map. */
export function explain(map: CompiledMap, report: RippleReport): Explanation {
  const delay = report.delay && {
    ...explainDelay(map, report.delay),
    verdicts: delayVerdicts(map, report.delay),
    summary: delaySummary(map, report),
  };
  const defect = report.defect && {
    traces: explainDefect(map, report.defect, partiesWithDefect(report.disruptions)),
    verdicts: defectVerdicts(map, report.defect),
    summary: defectSummary(map, report),
  };
  return {
    headlines: headlinesOf(delay?.verdicts ?? [], defect?.verdicts ?? []),
    asked: askedOf(map, report),
    ...(delay && { delay }),
    ...(defect && { defect }),
    findings: report.findings.map((finding) => findingPhrase(map, finding)),
    provenance: { words: provenancePhrase(report), numbers: countedNumbers(map, report) },
    limits: phrase('limits'),
  };
}

/** What was asked and what it comes to, and no more: a small part of the work on a large map. */
export function explainBriefly(
  map: CompiledMap,
  report: RippleReport,
): Pick<Explanation, 'headlines' | 'asked'> {
  const delay = report.delay ? delayVerdicts(map, report.delay) : [];
  const defect = report.defect ? defectVerdicts(map, report.defect) : [];
  return { headlines: headlinesOf(delay, defect), asked: askedOf(map, report) };
}

/** The links that brought it to this party, from an origin onwards; empty for who was not reached, or begins it. */
export function chainTo(map: CompiledMap, traces: Explanation['delay' | 'defect'], party: string): string[] {
  const through = new Map<string, string | null>();
  for (const trace of traces?.traces ?? []) {
    through.set(trace.party, 'input' in trace ? (trace.input?.link ?? null) : trace.through);
  }
  const chain: string[] = [];
  for (let link = through.get(party); link; link = through.get(map.links[linkNumber(map, link)]!.provider)) {
    chain.unshift(link);
  }
  return chain;
}

const partiesWithDefect = (disruptions: readonly Disruption[]): string[] =>
  disruptions.flatMap(({ party, kind }) => (kind === 'defect' ? [party] : []));

const askedOf = (map: CompiledMap, { disruptions }: RippleReport): Phrase[] =>
  disruptions.map((disruption) => askedPhrase(map, disruption));

function askedPhrase(map: CompiledMap, disruption: Disruption): Phrase {
  const party = nameOf(map, disruption.party);
  if (disruption.kind === 'defect') return phrase('asked.defect', { party });
  return phrase('asked.delay', { party, late: durationPhrase(disruption.minutes, map) });
}

function delaySummary(map: CompiledMap, { delay, disruptions }: RippleReport): Phrase[] {
  if (!delay) return [];
  const declared = disruptions.reduce((sum, x) => sum + (x.kind === 'delay' ? x.minutes : 0), 0);
  const summary = [
    delay.totalMinutes === declared
      ? phrase('summary.contained')
      : phrase('summary.spread', {
          declared: durationPhrase(declared, map),
          total: durationPhrase(delay.totalMinutes, map),
          count: delay.hits.length,
        }),
  ];
  if (delay.harm > 0) summary.push(phrase('summary.delayHarm', { harm: delay.harm }));
  return summary;
}

function defectSummary(map: CompiledMap, { defect, disruptions }: RippleReport): Phrase[] {
  if (!defect) return [];
  const count = defect.hits.length - partiesWithDefect(disruptions).length;
  const summary = [count === 0 ? phrase('summary.staysPut') : phrase('summary.reaches', { count })];
  if (defect.expectedLoss > 0) {
    summary.push(phrase('summary.defectHarm', { loss: Number(defect.expectedLoss.toPrecision(2)) }));
  }
  if (count === 0) return summary;
  const estimated = defect.method === 'monte-carlo';
  return [
    ...summary,
    estimated ? phrase('summary.estimated', { count: defect.worlds }) : phrase('summary.exact'),
  ];
}

/** More names than these make no sentence. */
const mostNames = 6;

function findingPhrase(map: CompiledMap, finding: RippleFinding): Phrase {
  switch (finding.code) {
    case 'LOOP_WITHOUT_SLACK':
      return phrase('finding.LOOP_WITHOUT_SLACK', {
        parties: listed(finding.parties, (id) => nameOf(map, id)),
      });
    case 'STATEMENTS_DIFFER': {
      const links = listed(finding.links, (id) => linkInWords(map, id));
      return phrase('finding.STATEMENTS_DIFFER', { count: finding.links.length, links });
    }
    case 'ALL_ASSUMED':
    case 'ALL_WEIGHTS_ZERO':
    case 'NO_CUSTOMER_HIT':
      return phrase(`finding.${finding.code}`);
  }
}

function listed(ids: readonly string[], inWords: (id: string) => string): string {
  const names = ids.slice(0, mostNames).map(inWords).join(', ');
  return ids.length > mostNames ? `${names}, …` : names;
}

function linkInWords(map: CompiledMap, id: string): string {
  const { provider, customer, output } = map.links[linkNumber(map, id)]!;
  return output.trim() === '' ? `${nameOf(map, provider)} → ${nameOf(map, customer)}` : output.trim();
}

function provenancePhrase({ provenance }: RippleReport): Phrase {
  const count = provenance.agreed + provenance.declared + provenance.assumed;
  return count === 0 ? phrase('provenance.none') : phrase('provenance.counts', { count, ...provenance });
}

/** The numbers that provenance counted, links by id before parties by id. */
function countedNumbers(map: CompiledMap, report: RippleReport): CountedNumber[] {
  const n = map.parties.length;
  const hit: Hit = {};
  if (report.delay) {
    const late = (hit.delay = new Uint8Array(n));
    for (const { party } of report.delay.hits) late[partyNumber(map, party)] = 1;
  }
  if (report.defect) {
    const spoiled = (hit.defect = new Uint8Array(n));
    for (const { party } of report.defect.hits) spoiled[partyNumber(map, party)] = 1;
  }
  const numbers: CountedNumber[] = [];
  visitCounted(map, hit, {
    link: (e, field, origin) =>
      numbers.push({ type: 'link', id: map.links[e]!.id, field, origin: origins[origin]! }),
    party: (v, field, origin) =>
      numbers.push({ type: 'party', id: map.parties[v]!.id, field, origin: origins[origin]! }),
  });
  return numbers;
}

const nameOf = (map: CompiledMap, id: string): string => map.parties[partyNumber(map, id)]!.name;
