import type { Fields } from '@downstream/graph-schema/change';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { PartyKind } from '@downstream/graph-schema/party';

/** What makes a party another kind: the fields that only the other kinds have go with it. */
export function fieldsForKind(kind: PartyKind): Fields {
  return kind === 'external-customer'
    ? { kind, buffer: null, catchRate: null }
    : { kind, weight: null, feltAs: null };
}

/** Links that a party of another kind could not have: nobody outside hands anything on, and a supplier needs nobody. */
export function linksAgainstKind({ links }: MapContent, party: string, kind: PartyKind): Link[] {
  if (kind === 'external-customer') return links.filter(({ provider }) => provider === party);
  return kind === 'supplier' ? links.filter(({ customer }) => customer === party) : [];
}
