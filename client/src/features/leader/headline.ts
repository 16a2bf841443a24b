import type { MapContent } from '@downstream/graph-schema/map-content';
import type { MapFinding } from '@downstream/graph-schema/map-findings';
import type { TFunction } from 'i18next';
import type { WholeMapAnswers } from '../../engine/whole-map-question';
import { nameOf } from '../../open-map/name-of';
import { percent, shortDuration } from '../../show/duration';

/** What each list says, in the one sentence that is read first. */
export const headlineOf = {
  'weak-links': (
    { rows, harm }: WholeMapAnswers['weak-links'],
    content: MapContent,
    t: TFunction,
  ): string => {
    const [first] = rows;
    // Harm that comes two ways at once is carried by neither link alone.
    if (!first) return t(harm === 0 ? 'leader.headline.noHarm' : 'leader.headline.noWeakLink');
    const output = content.links.find(({ id }) => id === first.link)?.output.trim() ?? '';
    return t(output === '' ? 'leader.headline.weakUnnamed' : 'leader.headline.weak', {
      share: percent(first.share),
      output,
      provider: nameOf(content, first.provider),
      customer: nameOf(content, first.customer),
    });
  },

  advice: ({ rows, harm }: WholeMapAnswers['advice'], _content: MapContent, t: TFunction): string => {
    const last = rows.at(-1);
    if (!last) return t(harm === 0 ? 'leader.headline.noHarm' : 'leader.headline.noAdvice');
    return t('leader.headline.advice', {
      count: rows.length,
      share: percent(Math.max(0, (harm - last.harmAfter) / harm)),
    });
  },

  customers: (
    { parts, atOnce, others }: WholeMapAnswers['customers'],
    content: MapContent,
    t: TFunction,
  ): string => {
    const felt = parts.flatMap(({ customer, tolerance }) => tolerance.map((row) => ({ ...row, customer })));
    if (atOnce > 0) {
      const all = others === 0 ? 'leader.headline.customersAtOnce' : 'leader.headline.customersAtOnceSome';
      return t(all, { count: atOnce });
    }
    const [first, ...rest] = felt;
    if (!first) {
      const [only] = parts;
      if (only && parts.length === 1)
        return t('leader.customers.noneFelt', { name: nameOf(content, only.customer) });
      return t(others === 0 ? 'leader.headline.customersNever' : 'leader.headline.customersNeverSome');
    }
    const least = rest.reduce((best, row) => (row.minutes < best.minutes ? row : best), first);
    return t('leader.headline.customersFirst', {
      party: nameOf(content, least.party),
      minutes: shortDuration(least.minutes, content.map),
      customer: nameOf(content, least.customer),
    });
  },

  teams: ({ rows }: WholeMapAnswers['teams'], content: MapContent, t: TFunction): string => {
    const [first] = rows;
    if (!first) return t('leader.headline.noHarm');
    const alike = rows.filter(({ harm }) => harm === first.harm).length;
    const share = percent(first.share);
    if (alike > 1) return t('leader.headline.teamsAlike', { count: alike, share });
    return t('leader.headline.teams', { party: nameOf(content, first.party), share });
  },

  findings: ({ findings }: WholeMapAnswers['findings'], _content: MapContent, t: TFunction): string => {
    if (findings.length === 0) return t('leader.headline.noFindings');
    const count = findings.reduce((sum, { finding }) => sum + thingsIn(finding), 0);
    return t('leader.headline.findings', { count });
  },
};

/** How many things the list names under a finding: a loop is one, whoever is in it. */
function thingsIn(finding: MapFinding): number {
  if (finding.code === 'LOOP_WITHOUT_SLACK') return 1;
  if ('parties' in finding) return finding.parties.length;
  return 'links' in finding ? finding.links.length : 1;
}
