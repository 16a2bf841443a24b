/** Numbers about a whole map told in words: why a link is weak and what fixing it buys, what falls for whom. */
import type { AdviceReport } from '@downstream/graph-schema/advice';
import type { GatewaysReport } from '@downstream/graph-schema/gateways';
import type { MapFinding } from '@downstream/graph-schema/map-findings';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import type { ToleranceReport } from '@downstream/graph-schema/tolerance';
import type { WeakLinksReport } from '@downstream/graph-schema/weak-links';
import { chancePhrase } from './chance-phrase.js';
import type { CompiledMap } from './compiled-map.js';
import { linkNumber, partyNumber } from './compiled-map.js';
import { countedCustomers } from './counted-customers.js';
import { durationPhrase } from './duration-phrase.js';
import { inputPhrase } from './explain-delay.js';
import type { Relief } from './harm-carried.js';
import type { Phrase } from './phrase.js';
import { phrase } from './phrase.js';
import { sumOf } from './sum-of.js';

/** All harm over a map, in one sentence. */
export function harmPhrase(map: CompiledMap, disruption: ReferenceDisruption, harm: number): Phrase {
  if (harm === 0) {
    // It is not that nothing reaches anybody: there is nobody whom it would cost anything.
    if (!map.isCustomer.includes(1)) return phrase('mapFinding.NO_EXTERNAL_CUSTOMER');
    if (map.weight.every((weight) => weight === 0)) return phrase('mapFinding.ALL_WEIGHTS_ZERO');
    return noHarmPhrase(map, disruption);
  }
  if (disruption.kind === 'defect') return phrase('wholeMap.defect', { count: Number(harm.toPrecision(3)) });
  return phrase('wholeMap.delay', { count: harm, late: durationPhrase(disruption.minutes, map) });
}

/** No more than was tried: so long a delay, and whoever counts, since a longer one or others may well be another matter. */
function noHarmPhrase(map: CompiledMap, disruption: ReferenceDisruption): Phrase {
  const counting = countedCustomers(map);
  const party = map.parties[counting[0]!]!.name;
  if (disruption.kind === 'defect') {
    return counting.length === 1
      ? phrase('wholeMap.noneByDefectForOne', { party })
      : phrase('wholeMap.noneByDefect');
  }
  const late = durationPhrase(disruption.minutes, map);
  return counting.length === 1
    ? phrase('wholeMap.noneByDelayForOne', { party, late })
    : phrase('wholeMap.noneByDelay', { late });
}

/** A line of a list in words: what it is about, and why it is there or what it buys. */
export interface Told {
  what: Phrase;
  why: Phrase;
}

/** The two of them as one line. */
export const toldPhrase = ({ what, why }: Told): Phrase => phrase('wholeMap.told', { what, why });

/** For a link of the list: why it is there and what fixing it buys. Throws `Stopped`. */
export function tellWeakLink(
  map: CompiledMap,
  disruption: ReferenceDisruption,
  { link, share }: WeakLinksReport['links'][number],
  relief: Relief,
): Told {
  const what = linkPhrase(map, linkNumber(map, link));
  if (!share) return { what, why: phrase('weakLink.nothing') };
  const falls = fallsPhrase(map, 'fix', share, relief);
  return { what, why: phrase(`weakLink.${disruption.kind}`, { count: relief.origins.length, falls }) };
}

/** For each change: what it is, and what falls for whom once those before it are made. */
export function tellAdvice(map: CompiledMap, report: AdviceReport, relief: readonly Relief[]): Told[] {
  return report.changes.map((change, i) => {
    const before = report.changes[i - 1]?.harmAfter ?? report.harm;
    const share = (before - change.harmAfter) / report.harm;
    const why = share > 0 ? fallsPhrase(map, 'falls', share, relief[i]!) : phrase('advice.together');
    return { what: changePhrase(map, change), why };
  });
}

function changePhrase(map: CompiledMap, { kind, target, size }: AdviceReport['changes'][number]): Phrase {
  if (kind === 'check') {
    return phrase('advice.check', { party: nameOf(map, target), rate: chancePhrase(size) });
  }
  const minutes = durationPhrase(size, map);
  if (kind === 'buffer') return phrase('advice.buffer', { party: nameOf(map, target), size: minutes });
  return phrase(`advice.${kind}`, { link: linkPhrase(map, linkNumber(map, target)), size: minutes });
}

/** What the disruption of one party, which `report` is of, does to external customers. */
export function exposurePhrase(map: CompiledMap, { delay, defect }: RippleReport): Phrase {
  const felt = (delay?.hits ?? defect?.hits ?? []).filter(({ party }) => {
    return map.isCustomer[partyNumber(map, party)] === 1;
  });
  const sizeOf = (hit: (typeof felt)[number]): number => ('minutes' in hit ? hit.minutes : hit.probability);
  const [first] = felt;
  if (!first) return phrase('exposure.nobody');
  const most = felt.reduce((worst, hit) => (sizeOf(hit) > sizeOf(worst) ? hit : worst), first);
  const who = { count: felt.length, party: nameOf(map, most.party) };
  return 'minutes' in most
    ? phrase('exposure.delay', { ...who, late: durationPhrase(most.minutes, map) })
    : phrase('exposure.defect', { ...who, chance: chancePhrase(most.probability) });
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

/** By how much, and for whom: "most of it" only of more than half; of those who gain the same most, the first by id. */
function fallsPhrase(
  map: CompiledMap,
  key: 'falls' | 'fix',
  fallsBy: number,
  { byCustomer }: Relief,
): Phrase {
  const share = chancePhrase(Math.min(1, fallsBy));
  const most = byCustomer.reduce((best, harm, x) => (harm > byCustomer[best]! ? x : best), 0);
  const told = { share, party: map.parties[most]!.name };
  if (countedCustomers(map).length === 1) return phrase(`wholeMap.${key}ForOne`, told);
  if (2 * byCustomer[most]! > sumOf(byCustomer)) return phrase(`wholeMap.${key}`, told);
  const alike = byCustomer.filter((harm) => harm === byCustomer[most]).length;
  return phrase(alike > 1 ? `wholeMap.${key}Alike` : `wholeMap.${key}ForMany`, told);
}

const linkPhrase = (map: CompiledMap, link: number): Phrase =>
  phrase('wholeMap.link', {
    input: inputPhrase(map, link),
    customer: nameOf(map, map.links[link]!.customer),
  });

const nameOf = (map: CompiledMap, id: string): string => map.parties[partyNumber(map, id)]!.name;
