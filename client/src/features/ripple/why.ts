import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Absorbed } from '@downstream/ripple/absorbed';
import type { DelayTrace } from '@downstream/ripple/explain-delay';
import type { TFunction } from 'i18next';
import { nameOf } from '../../open-map/name-of';
import { phrase } from '@downstream/ripple/phrase';
import { shortDuration } from '../../show/duration';
import { phraseText } from '../../text/phrases';

/** Why a party is late, or is not, in a few words: what came how late, and what was taken off it. */
export function whyInShort(trace: DelayTrace, content: MapContent, t: TFunction): string {
  if (!trace.input) return '';
  const { input, absorbed } = trace;
  const link = content.links.find(({ id }) => id === input.link);
  const provider = nameOf(content, input.provider);
  const came = t('ripple.why.came', {
    input: link?.output ? phraseText(phrase('input.named', { output: link.output, provider })) : provider,
    duration: shortDuration(input.minutes, content.map),
  });
  const saved = absorbed.map((part) => savedInShort(part, content, t));
  return [came, ...(saved.length > 0 ? saved : trace.minutes > 0 ? [t('ripple.why.whole')] : [])].join('; ');
}

function savedInShort({ by, minutes, alternative }: Absorbed, content: MapContent, t: TFunction): string {
  const duration = shortDuration(minutes, content.map);
  if (by !== 'alternative') return t(`ripple.why.${by}`, { duration });
  const link = content.links.find(({ id }) => id === alternative);
  const name = link ? nameOf(content, link.provider) : '';
  return t('ripple.why.alternative', { alternative: name, duration });
}
