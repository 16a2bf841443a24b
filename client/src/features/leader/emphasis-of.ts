import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { WholeMapAnswers } from '../../engine/whole-map-question';
import { badgeDuration, percent } from '../../show/duration';
import type { Emphasis, EmphasisBadge } from '../../show/emphasis';
import { toleratedInWords } from './measures';
import {
  carriesDefect,
  carriesDelay,
  lightAmong,
  lightGateway,
  lightLinks,
  lightThrough,
  lightTowards,
} from './light-up';
import {
  adviceRow,
  findingItemRow,
  findingRow,
  gatewayRow,
  teamRow,
  toleranceRow,
  upstreamRow,
  weakRow,
} from './row-names';

/** The answers that are there. */
export type Answers = { [List in keyof WholeMapAnswers]?: WholeMapAnswers[List] | undefined };

/** What a chosen row shows on the picture: what it lights, and the one thing it is about, if it is one. */
export interface Shown {
  emphasis: Emphasis;
  subject: ItemReference | undefined;
}

/** Nothing where there is no such row. */
export function shownBy(
  content: MapContent,
  row: string | undefined,
  answers: Answers,
  disruption: ReferenceDisruption,
): Shown | undefined {
  if (row === undefined) return undefined;
  const carries = disruption.kind === 'delay' ? carriesDelay : carriesDefect;
  const named = (customers: readonly { customer: string }[]) => customers.map(({ customer }) => customer);

  const weak = answers['weak-links']?.rows.find(({ link }) => weakRow(link) === row);
  if (weak) {
    const { link, origins, relief } = weak;
    const through = { subject: { link }, origins, customers: named(relief), carries };
    return { emphasis: lightThrough(content, through), subject: { type: 'link', id: link } };
  }
  const change = answers.advice?.rows.find((_, place) => adviceRow(place) === row);
  if (change) {
    const { kind, target, origins, relief } = change;
    const isLink = kind === 'slack' || kind === 'alternative';
    const subject = isLink ? { link: target } : { party: target };
    return {
      emphasis: lightThrough(content, { subject, origins, customers: named(relief), carries }),
      subject: { type: isLink ? 'link' : 'party', id: target },
    };
  }
  const team = answers.teams?.rows.find(({ party }) => teamRow(party) === row);
  if (team) {
    const felt = team.told?.felt ?? [];
    const through = { subject: { party: team.party }, origins: [], customers: named(felt), carries };
    const say = (size: number): string =>
      disruption.kind === 'delay' ? `+${badgeDuration(size, content.map)}` : percent(size);
    const badges = new Map(felt.map(({ customer, size }) => [customer, badge(say(size))]));
    return {
      emphasis: { ...lightThrough(content, through), badges },
      subject: { type: 'party', id: team.party },
    };
  }
  return (
    ofCustomer(content, row, answers.customers?.parts ?? []) ??
    ofFinding(content, row, answers.findings?.findings ?? [])
  );
}

const badge = (text: string): EmphasisBadge => ({ text, tone: 'strong' });

function ofCustomer(
  content: MapContent,
  row: string,
  parts: WholeMapAnswers['customers']['parts'],
): Shown | undefined {
  for (const { customer, tolerance, gateways } of parts) {
    const isAll = upstreamRow(customer) === row;
    const chosen = tolerance.filter(({ party }) => isAll || toleranceRow(customer, party) === row);
    if (chosen.length > 0) {
      const badges = new Map(
        chosen.map(({ party, minutes }) => [
          party,
          badge(toleratedInWords(minutes, content.map, badgeDuration)),
        ]),
      );
      const id = isAll ? customer : chosen[0]!.party;
      return { emphasis: lightTowards(content, customer, badges), subject: { type: 'party', id } };
    }
    const gateway = gateways.find(({ party }) => gatewayRow(customer, party) === row);
    if (gateway) {
      const id = gateway.party;
      return { emphasis: lightGateway(content, id, customer), subject: { type: 'party', id } };
    }
  }
  return undefined;
}

function ofFinding(
  content: MapContent,
  row: string,
  findings: WholeMapAnswers['findings']['findings'],
): Shown | undefined {
  for (const [place, { finding }] of findings.entries()) {
    if ('parties' in finding) {
      if (findingRow(place) === row) {
        return { emphasis: lightAmong(content, finding.parties), subject: undefined };
      }
      const id = finding.parties.find((party) => findingItemRow(place, party) === row);
      if (id !== undefined) return { emphasis: lightAmong(content, [id]), subject: { type: 'party', id } };
    }
    if ('links' in finding) {
      const id = finding.links.find((link) => findingItemRow(place, link) === row);
      if (id !== undefined) return { emphasis: lightLinks(content, [id]), subject: { type: 'link', id } };
    }
  }
  return undefined;
}
