/** Numbers about a whole map told in words: why a link is weak and what fixing it buys, what falls for whom. */
import type { AdviceReport } from '@downstream/graph-schema/advice';
import type { GatewaysReport } from '@downstream/graph-schema/gateways';
import type { MapFinding } from '@downstream/graph-schema/map-findings';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { ToleranceReport } from '@downstream/graph-schema/tolerance';
import type { AdviceWanted } from './advice.js';
import { reliefOfAdvice } from './advice.js';
import { chancePhrase } from './chance-phrase.js';
import type { CompiledMap } from './compiled-map.js';
import { linkNumber, partyNumber } from './compiled-map.js';
import { durationPhrase } from './duration-phrase.js';
import { inputPhrase } from './explain-delay.js';
import type { WholeMapOptions } from './exposure.js';
import type { Relief } from './harm-carried.js';
import type { Phrase } from './phrase.js';
import { phrase } from './phrase.js';
import type { WeakLinks } from './weak-links.js';
import { reliefOf } from './weak-links.js';

/** All harm over a map, in one sentence. */
export function harmPhrase(map: CompiledMap, disruption: ReferenceDisruption, harm: number): Phrase {
  if (harm === 0) return phrase('wholeMap.none');
  if (disruption.kind === 'defect') return phrase('wholeMap.defect', { harm: Number(harm.toPrecision(3)) });
  return phrase('wholeMap.delay', { harm, late: durationPhrase(disruption.minutes, map) });
}

/** One sentence for each of the first `most` links: why it is there and what fixing it buys. Throws `Stopped`. */
export function weakLinkPhrases(map: CompiledMap, weak: WeakLinks, most = Infinity): Phrase[] {
  return weak.report.links.slice(0, most).map(({ link, share }) => {
    const where = linkPhrase(map, linkNumber(map, link));
    if (!share) return phrase('weakLink.nothing', { link: where });
    const relief = reliefOf(map, weak, link);
    return phrase(`weakLink.${weak.report.disruption.kind}`, {
      link: where,
      count: relief.origins,
      ...fallsBy(map, share, relief),
    });
  });
}

/** One sentence for each change, with what falls for whom once those before it are made. Throws `Stopped`. */
export function advicePhrases(
  map: CompiledMap,
  wanted: AdviceWanted,
  report: AdviceReport,
  options: WholeMapOptions = {},
): Phrase[] {
  const relief = reliefOfAdvice(map, wanted, report, options);
  return report.changes.map(({ kind, target, size, harmAfter }, i) => {
    const before = report.changes[i - 1]?.harmAfter ?? report.harm;
    const falls =
      harmAfter < before
        ? fallsPhrase(map, (before - harmAfter) / report.harm, relief[i]!)
        : phrase('advice.together');
    if (kind === 'check') {
      return phrase('advice.check', { party: nameOf(map, target), rate: chancePhrase(size), falls });
    }
    const minutes = durationPhrase(size, map);
    if (kind === 'buffer')
      return phrase('advice.buffer', { party: nameOf(map, target), size: minutes, falls });
    return phrase(`advice.${kind}`, { link: linkPhrase(map, linkNumber(map, target)), size: minutes, falls });
  });
}

/** How far the advice goes. */
export function adviceMethodPhrase({ method, changes }: AdviceReport): Phrase {
  if (changes.length === 0) return phrase('advice.none');
  if (method === 'exact') return phrase('advice.exact', { count: changes.length });
  return phrase(method === 'greedy' ? 'advice.greedy' : 'advice.estimated');
}

export function tolerancePhrases(map: CompiledMap, { customer, parties }: ToleranceReport): Phrase[] {
  const party = nameOf(map, customer);
  return parties.map(({ party: id, minutes }) => {
    const who = nameOf(map, id);
    if (minutes === null) return phrase('tolerance.never', { party, who });
    if (minutes === 0) return phrase('tolerance.atOnce', { party, who });
    return phrase('tolerance.felt', { party, who, minutes: durationPhrase(minutes, map) });
  });
}

export const gatewayPhrases = (map: CompiledMap, { customer, gateways }: GatewaysReport): Phrase[] =>
  gateways.map(({ party, behind }) =>
    phrase('gateway.behind', {
      party: nameOf(map, party),
      customer: nameOf(map, customer),
      count: behind,
    }),
  );

export function mapFindingPhrase(map: CompiledMap, finding: MapFinding): Phrase {
  switch (finding.code) {
    case 'NO_EXTERNAL_CUSTOMER':
    case 'ALL_WEIGHTS_ZERO':
      return phrase(`mapFinding.${finding.code}`);
    case 'STATEMENTS_DIFFER': {
      const links = listed(finding.links, (id) => {
        const { provider, customer, output } = map.links[linkNumber(map, id)]!;
        return output.trim() || `${nameOf(map, provider)} → ${nameOf(map, customer)}`;
      });
      return phrase('mapFinding.STATEMENTS_DIFFER', { count: finding.links.length, links });
    }
    case 'CUSTOMER_UNSERVED':
    case 'REACHES_NO_CUSTOMER':
    case 'ISOLATED':
    case 'LOOP_WITHOUT_SLACK':
      return phrase(`mapFinding.${finding.code}`, {
        parties: listed(finding.parties, (id) => nameOf(map, id)),
      });
  }
}

/** More names than these make no sentence. */
const mostNames = 6;

function listed(ids: readonly string[], inWords: (id: string) => string): string {
  const names = ids.slice(0, mostNames).map(inWords).join(', ');
  return ids.length > mostNames ? `${names}, …` : names;
}

const fallsPhrase = (map: CompiledMap, share: number, relief: Relief): Phrase =>
  phrase('wholeMap.falls', fallsBy(map, share, relief));

/** By how much, and for whom most: of external customers who gain the same, the first by id. */
function fallsBy(map: CompiledMap, share: number, { byCustomer }: Relief): { share: Phrase; party: string } {
  const most = byCustomer.reduce((best, harm, x) => (harm > byCustomer[best]! ? x : best), 0);
  return { share: chancePhrase(Math.min(1, share)), party: map.parties[most]!.name };
}

const linkPhrase = (map: CompiledMap, link: number): Phrase =>
  phrase('wholeMap.link', {
    input: inputPhrase(map, link),
    customer: nameOf(map, map.links[link]!.customer),
  });

const nameOf = (map: CompiledMap, id: string): string => map.parties[partyNumber(map, id)]!.name;
