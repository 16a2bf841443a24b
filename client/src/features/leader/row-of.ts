import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { partyOf } from '../../open-map/name-of';
import type { Asked } from './asked';
import { teamRow, upstreamRow, weakRow } from './row-names';

/** What to ask where something is chosen on the picture: the list that ranks such things, and its row there. */
export function rowOf(item: ItemReference | undefined, content: MapContent): Partial<Asked> {
  if (!item) return { row: undefined };
  if (item.type === 'link') return { list: 'weak-links', row: weakRow(item.id) };
  return partyOf(content, item.id)?.kind === 'external-customer'
    ? { list: 'customers', row: upstreamRow(item.id) }
    : { list: 'teams', row: teamRow(item.id) };
}
