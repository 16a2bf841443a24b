import type { MapContent } from '@downstream/graph-schema/map-content';
import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { Disruption } from '@downstream/graph-schema/disruption';
import type { ItemReference } from '@downstream/graph-schema/item';

/** What every list is given beside its answer. */
export interface ListProps<Answer> {
  content: MapContent;
  answer: Answer;
  disruption: ReferenceDisruption;
  /** The one external customer that the list is narrowed to. */
  customer: string | undefined;
  group: string | undefined;
  chosen: string | undefined;
  onChoose: (row: string | undefined) => void;
  onMore: () => void;
  /** The address of the map page with this chosen and this going wrong. */
  addressOf: (selection: ItemReference, disruption: Disruption | undefined) => string;
}

export const customersOf = (content: MapContent) =>
  content.parties.filter(({ kind }) => kind === 'external-customer');
