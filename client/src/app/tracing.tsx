import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Ripple } from '../engine/use-ripple';
import { TraceCard, type TraceCardProps } from '../features/trace/trace-card';
import { traceOf } from '../features/trace/trace-of';
import { badgeDuration } from '../show/duration';
import type { EmphasisBadge } from '../show/emphasis';

/** How a ripple came to one party, or what kept it away, as the picture shows it. */
export interface Traced {
  /** "slack 30 min", for above a spared card. */
  badge: EmphasisBadge | undefined;
  /** Links that were switched to. */
  alternatives: ItemReference[];
  /** Everyone whom the ripple came to, and all external customers: words beside the card should not hide them. */
  keepClear: ReadonlySet<string>;
  words: (hands: Pick<TraceCardProps, 'onSelect' | 'onClose'>) => ReactNode;
}

export function tracedTo(party: string, ripple: Ripple, content: MapContent, t: TFunction): Traced {
  const { show } = ripple;
  const trace = traceOf(party, ripple.explanation, content.links);
  const text = trace.saved
    .map(({ by, minutes }) => t(`trace.badge.${by}`, { duration: badgeDuration(minutes, content.map) }))
    .join(' + ');
  return {
    badge: text === '' ? undefined : { text, tone: 'calm' },
    alternatives: trace.saved.flatMap(({ alternative }): ItemReference[] =>
      alternative === null ? [] : [{ type: 'link', id: alternative }],
    ),
    keepClear: new Set([
      ...show.beats.keys(),
      ...show.spared.keys(),
      ...show.inconvenienced.keys(),
      ...content.parties.flatMap(({ id, kind }) => (kind === 'external-customer' ? [id] : [])),
    ]),
    words: (hands) => <TraceCard key={party} content={content} trace={trace} party={party} {...hands} />,
  };
}
