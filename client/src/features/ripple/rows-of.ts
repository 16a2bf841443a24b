import type { MapContent } from '@downstream/graph-schema/map-content';
import type { DelayTrace } from '@downstream/ripple/explain-delay';
import type { DefectTrace } from '@downstream/ripple/explain-defect';
import type { TFunction } from 'i18next';
import type { Ripple } from '../../engine/use-ripple';
import { nameOf, partyOf } from '../../open-map/name-of';
import { percent, shortDuration } from '../../show/duration';
import { phrase } from '@downstream/ripple/phrase';
import { phrasesText, phraseText } from '../../text/phrases';
import type { RippleRow } from './ripple-rows';
import { whyInShort } from './why';

/** A ripple as rows: who feels it, external customers first, by harm; where it stopped; who is only inconvenienced. */
export interface RowsOfRipple {
  feels: RippleRow[];
  stopped: RippleRow[];
  inconvenienced: RippleRow[];
}

export function rowsOf({ explanation }: Ripple, content: MapContent, t: TFunction): RowsOfRipple {
  const traces = explanation.delay?.traces ?? [];
  const late = traces.filter(({ outcome }) => outcome === 'late').map((trace) => lateRow(trace, content, t));
  const hit = (explanation.defect?.traces ?? [])
    .filter(({ outcome }) => outcome === 'hit')
    .map((trace) => defectRow(trace, content));
  const onTime = (wanted: DelayTrace['outcome'], of: RippleRow['of']): RippleRow[] =>
    traces.filter(({ outcome }) => outcome === wanted).map((trace) => onTimeRow(trace, of, content, t));
  // As the verdict ranks them: whom it names stands first.
  const verdicts = [...(explanation.delay?.verdicts ?? []), ...(explanation.defect?.verdicts ?? [])];
  const feels = new Map(merged(late, hit).map((row) => [row.party, row]));
  const customers = new Set(verdicts.map(({ party }) => party));
  return {
    feels: [
      ...[...customers].flatMap((party) => feels.get(party) ?? []),
      ...[...feels.values()].filter(({ party }) => !customers.has(party)),
    ],
    stopped: onTime('spared', 'stopped'),
    inconvenienced: onTime('inconvenienced', 'inconvenienced'),
  };
}

/** Who is late and may be spoiled too has one row that says both. */
function merged(late: RippleRow[], hit: RippleRow[]): RippleRow[] {
  const hits = new Map(hit.map((row) => [row.party, row]));
  const both = late.map((row) => {
    const other = hits.get(row.party);
    if (!other) return row;
    hits.delete(row.party);
    return {
      ...row,
      size: () => `${row.size()}, ${other.size()}`,
      account: () => `${row.account()} ${other.account()}`,
    };
  });
  return [...both, ...hits.values()];
}

const part = (party: string, content: MapContent): 'customer' | 'hit' =>
  partyOf(content, party)?.kind === 'external-customer' ? 'customer' : 'hit';

const lateRow = (trace: DelayTrace, content: MapContent, t: TFunction): RippleRow => ({
  party: trace.party,
  size: () => t('ripple.hit', { duration: shortDuration(trace.minutes, content.map) }),
  of: part(trace.party, content),
  why: () => whyInShort(trace, content, t),
  account: () => phrasesText(trace.words),
});

const defectRow = (trace: DefectTrace, content: MapContent): RippleRow => ({
  party: trace.party,
  size: () => percent(trace.probability),
  of: part(trace.party, content),
  why: () => {
    const link = content.links.find(({ id }) => id === trace.through);
    const provider = link ? nameOf(content, link.provider) : '';
    return link?.output ? phraseText(phrase('input.named', { output: link.output, provider })) : provider;
  },
  account: () => phrasesText(trace.words),
});

const onTimeRow = (trace: DelayTrace, of: RippleRow['of'], content: MapContent, t: TFunction): RippleRow => ({
  party: trace.party,
  size: () =>
    of === 'stopped' && trace.input
      ? t('ripple.saved', { duration: shortDuration(trace.input.minutes, content.map) })
      : '',
  of,
  why: () => whyInShort(trace, content, t),
  account: () => phrasesText(trace.words),
});
