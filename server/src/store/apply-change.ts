import { mayRead, type Audience, type Viewer } from '@downstream/graph-schema/audience';
import type { Change } from '@downstream/graph-schema/change';
import type { ErrorCode } from '@downstream/graph-schema/error-code';
import { itemSchema, type Item, type ItemReference, type StoredItem } from '@downstream/graph-schema/item';
import { detailsOf, type ProblemDetail } from '@downstream/graph-schema/problem';

/** Why a change is refused. `current` is set only where the writer may read it. */
export interface Refused extends ProblemDetail {
  code: ErrorCode;
  current?: StoredItem;
}

export interface ChangeContext {
  map: string;
  viewer: Viewer;
  /** The revision this commit will have. */
  revision: number;
  /** Where this change stands in what was sent. */
  path: (string | number)[];
}

/**
 * What one change makes of the item it names, by itself: versions, audience and the item's own schema. `undefined`
 * means removed. A hidden item is as good as absent to a writer that cannot read it.
 */
export function applyChange(
  change: Change,
  current: StoredItem | undefined,
  context: ChangeContext,
): { stored: StoredItem | undefined } | { refused: Refused[] } {
  const { viewer, revision, path } = context;
  const seen = current && mayRead(current.audience, viewer) ? current : undefined;
  const refuse = (code: ErrorCode, where: (string | number)[], message: string): { refused: Refused[] } => ({
    refused: [{ code, path: [...path, ...where], message }],
  });

  const conflict = versionConflict(change, current, seen);
  if (conflict !== undefined) {
    return {
      refused: [{ code: 'VERSION_CONFLICT', path, message: conflict, ...(seen && { current: seen }) }],
    };
  }
  const reference: ItemReference = change.op === 'put' ? change.item : change;
  if (reference.type === 'map') {
    const where = change.op === 'put' ? ['item', 'id'] : ['id'];
    if (reference.id !== context.map)
      return refuse('INPUT_INVALID', where, `the map here is "${context.map}"`);
    if (change.op === 'remove')
      return refuse('INPUT_INVALID', [], 'the map itself stays; delete the map instead');
  }
  if (change.op === 'remove') {
    if (!seen) return refuse(unknownCode(reference), ['id'], unknownMessage(reference));
    return { stored: undefined };
  }

  const audience: Audience = change.audience ?? seen?.audience ?? 'everyone';
  if (reference.type === 'map' && audience !== 'everyone') {
    return refuse('INPUT_INVALID', ['audience'], "the map's own settings are for everyone on it");
  }
  if (!mayRead(audience, viewer)) {
    return refuse('FORBIDDEN', ['audience'], 'would hide this from the one who writes it');
  }
  if (change.op === 'put') return parsed(change.item, 'item');

  if (!seen) return refuse(unknownCode(reference), ['id'], unknownMessage(reference));
  const fields = new Map<string, unknown>(Object.entries(seen.item));
  for (const [field, value] of Object.entries(change.fields)) {
    if ((field === 'type' || field === 'id') && value !== reference[field]) {
      return refuse('INPUT_INVALID', ['fields', field], 'stays as it is; remove the item and put another');
    }
    if (value === null) fields.delete(field);
    else fields.set(field, value);
  }
  // fromEntries defines fields one by one, so a field called __proto__ is only an unknown field.
  return parsed(Object.fromEntries(fields), 'fields');

  function parsed(candidate: unknown, where: 'item' | 'fields') {
    const result = itemSchema.safeParse(candidate);
    if (result.success)
      return { stored: { item: withoutUndefined(result.data), version: revision, audience } };
    return {
      refused: detailsOf(result.error, candidate).map((detail): Refused => ({
        ...detail,
        code: 'INPUT_INVALID',
        path: [...path, where, ...detail.path],
      })),
    };
  }
}

/** What is wrong with the version that the change expects, in words; undefined where nothing is. */
function versionConflict(
  change: Change,
  current: StoredItem | undefined,
  seen: StoredItem | undefined,
): string | undefined {
  const { expectedVersion } = change;
  // The id is taken by something hidden: it can be neither shown nor overwritten.
  if (change.op === 'put' && current && !seen) return 'this id is taken';
  if (expectedVersion === undefined || (seen?.version ?? 0) === expectedVersion) return undefined;
  if (!seen) return `is no longer there, and was expected at version ${expectedVersion}`;
  return expectedVersion === 0
    ? `is there already, at version ${seen.version}`
    : `is at version ${seen.version}, and was expected at ${expectedVersion}`;
}

const unknownCode = ({ type }: ItemReference): ErrorCode =>
  type === 'party' ? 'UNKNOWN_PARTY' : type === 'link' ? 'UNKNOWN_LINK' : 'INPUT_INVALID';

const unknownMessage = ({ type, id }: ItemReference): string => `no ${type} is called "${id}"`;

const withoutUndefined = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item;
