import type { Change, Fields } from '@downstream/graph-schema/change';
import { disruptionSchema, type Disruption } from '@downstream/graph-schema/disruption';
import type { ItemReference } from '@downstream/graph-schema/item';
import { dependenceSchema } from '@downstream/graph-schema/link';
import { minutesSchema, probabilitySchema } from '@downstream/graph-schema/numbers';
import { sides } from '@downstream/graph-schema/statement';
import { applyChanges, itemAt, sameValue, type Items } from '../../open-map/apply-changes';
import { flawsOf } from '../../open-map/flaws';
import { stateSide, statementAt } from '../../open-map/state-side';

const sidedFields = ['slack', 'defectPass'] as const;
const linkFields = [...sidedFields, 'leadTime', 'switchTime', 'dependence', 'alternativeGroup'] as const;
const partyFields = ['buffer', 'catchRate'] as const;
export type LinkField = (typeof linkFields)[number];
export type PartyField = (typeof partyFields)[number];
export type WhatIfField = LinkField | PartyField;

/** One number, or one word, that would be different: of a link or a party, by its id. Null takes it away. */
export interface WhatIfEdit {
  field: WhatIfField;
  id: string;
  value: string | number | null;
}

/** What would be different. `disruptions` is absent where the same happens as now. */
export interface WhatIf {
  edits: readonly WhatIfEdit[];
  disruptions: readonly Disruption[] | undefined;
}

export const itemOf = ({ field, id }: Pick<WhatIfEdit, 'field' | 'id'>): ItemReference => ({
  type: isOneOf(partyFields, field) ? 'party' : 'link',
  id,
});

/** Reads what stands in the address: `slack:20:LINK`, `buffer::PARTY`, `delay:30:PARTY`. What cannot be read is left out. */
export function readWhatIf(texts: readonly string[]): WhatIf {
  const edits: WhatIfEdit[] = [];
  const disruptions: Disruption[] = [];
  for (const text of texts) {
    const [, field = '', written = '', id = ''] = /^(\w+):([^:]*):(.+)$/su.exec(text) ?? [];
    const minutes = field === 'delay' ? { minutes: Number(written) } : {};
    const disruption = disruptionSchema.safeParse({ party: id, kind: field, ...minutes });
    if (disruption.success) disruptions.push(disruption.data);
    else if (isOneOf(linkFields, field) || isOneOf(partyFields, field)) {
      const value = readValue(field, written);
      if (id !== '' && value !== undefined) edits.push({ field, id, value });
    }
  }
  return { edits, disruptions: disruptions.length > 0 ? disruptions : undefined };
}

/** What would be different of what is on the map: somebody may meanwhile have removed what an edit or a disruption names. */
export function whatIfOnMap(items: Items, { edits, disruptions = [] }: WhatIf): WhatIf {
  const isDisturbed = ({ party: id }: Disruption): boolean => {
    const party = itemAt(items, { type: 'party', id });
    return party?.type === 'party' && party.kind !== 'external-customer';
  };
  const left = disruptions.filter(isDisturbed);
  return {
    edits: edits.filter((edit) => itemAt(items, itemOf(edit))),
    disruptions: left.length > 0 ? left : undefined,
  };
}

/** The reverse of `readWhatIf`. Nothing different yet is one empty text, so that the address still says "compare". */
export function writeWhatIf({ edits, disruptions = [] }: WhatIf): string[] {
  const texts = [
    ...edits.map(({ field, id, value }) => `${field}:${encodeURIComponent(value ?? '')}:${id}`),
    ...disruptions.map((disruption) =>
      disruption.kind === 'delay'
        ? `delay:${disruption.minutes}:${disruption.party}`
        : `defect::${disruption.party}`,
    ),
  ];
  return texts.length > 0 ? texts : [''];
}

function readValue(field: WhatIfField, written: string): WhatIfEdit['value'] | undefined {
  if (written === '') return null;
  if (field === 'alternativeGroup') return readText(written);
  if (field === 'dependence') return dependenceSchema.safeParse(written).data;
  const schema = field === 'defectPass' || field === 'catchRate' ? probabilitySchema : minutesSchema;
  return schema.safeParse(Number(written)).data;
}

function readText(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

/**
 * The edits as changes of the map, one for each item. What somebody states is changed where it counts: at the customer's
 * expectation, else at the provider's commitment, where a number that nobody has stated yet belongs too.
 */
export function changesOf(items: Items, edits: readonly WhatIfEdit[]): Change[] {
  const plain = new Map<string, { item: ItemReference; fields: Fields }>();
  const stated = new Map<string, Fields>();
  for (const edit of edits) {
    const reference = itemOf(edit);
    const item = itemAt(items, reference);
    if (!item) continue;
    if (isOneOf(sidedFields, edit.field)) {
      stated.set(edit.id, { ...stated.get(edit.id), [edit.field]: edit.value });
      continue;
    }
    const key = `${reference.type} ${reference.id}`;
    const fields = { ...plain.get(key)?.fields, [edit.field]: edit.value };
    plain.set(key, { item: reference, fields });
  }
  return [
    ...[...plain.values()].map(({ item, fields }): Change => ({
      op: 'patch',
      type: item.type,
      id: item.id,
      fields,
    })),
    ...[...stated].flatMap(([link, fields]) => statedChanges(items, link, fields)),
  ];
}

function statedChanges(items: Items, link: string, fields: Fields): Change[] {
  const bySide = new Map<'customer' | 'provider', Fields>();
  for (const [field, value] of Object.entries(fields)) {
    const side = sideThatCounts(items, link, field === 'slack' ? 'slack' : 'defectPass');
    bySide.set(side, { ...bySide.get(side), [field]: value });
  }
  return [...bySide].flatMap(([side, said]) => stateSide(items, link, side, said));
}

/** Whose word about a number counts now; where nobody has said one, a number on a link is its provider's word. */
export function sideThatCounts(
  items: Items,
  link: string,
  field: (typeof sidedFields)[number],
): 'customer' | 'provider' {
  return sides.find((side) => statementAt(items, link, side)?.[field] !== undefined) ?? 'provider';
}

/** The map with the edits made, or what keeps them from being made. */
export function editedItems(items: Items, edits: readonly WhatIfEdit[]): { items: Items; flaw?: string } {
  const changes = changesOf(items, edits);
  if (changes.length === 0) return { items };
  const [flaw] = flawsOf(items, changes);
  return flaw ? { items, flaw: flaw.message } : { items: applyChanges(items, changes).items };
}

/** These edits and some more, the latest of a field instead of the one before; those that change nothing go. */
export function withEdits(
  items: Items,
  edits: readonly WhatIfEdit[],
  more: readonly WhatIfEdit[],
): WhatIfEdit[] {
  const byField = new Map([...edits, ...more].map((edit) => [`${edit.field} ${edit.id}`, edit]));
  return [...byField.values()].filter((edit) => !sameValue(valueNow(items, edit), edit.value));
}

/** What stands on the map where an edit would be. */
export function valueNow(items: Items, { field, id }: Pick<WhatIfEdit, 'field' | 'id'>): WhatIfEdit['value'] {
  if (isOneOf(sidedFields, field)) {
    return statementAt(items, id, sideThatCounts(items, id, field))?.[field] ?? null;
  }
  const item = itemAt(items, itemOf({ field, id }));
  const fields: Fields = { ...item } as Fields;
  const value = fields[field];
  if (field === 'dependence') return typeof value === 'string' ? value : 'blocking';
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Patches of links, as other parts of the page make them, as edits. */
export const editsOf = (changes: readonly Change[]): WhatIfEdit[] =>
  changes.flatMap((change) =>
    change.op === 'patch'
      ? Object.entries(change.fields).flatMap(([field, value]) =>
          isOneOf(linkFields, field) &&
          (typeof value !== 'object' || value === null) &&
          typeof value !== 'boolean'
            ? [{ field, id: change.id, value }]
            : [],
        )
      : [],
  );

const isOneOf = <T extends string>(values: readonly T[], value: string): value is T =>
  (values as readonly string[]).includes(value);
