import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { partyOf } from './name-of';

/** Whether a ripple can begin so on this map: whoever it names is there, and hands something on to others. */
export const canBegin = (content: MapContent, { party }: Disruption): boolean =>
  (partyOf(content, party)?.kind ?? 'external-customer') !== 'external-customer';
