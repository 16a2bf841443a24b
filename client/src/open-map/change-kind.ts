import type { Fields } from '@downstream/graph-schema/change';
import type { PartyKind } from '@downstream/graph-schema/party';

/** What makes a party another kind: the fields that only the other kinds have go with it. */
export function fieldsForKind(kind: PartyKind): Fields {
  return kind === 'external-customer'
    ? { kind, buffer: null, catchRate: null }
    : { kind, weight: null, feltAs: null };
}
