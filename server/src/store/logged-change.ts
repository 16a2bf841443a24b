import type { Fields } from '@downstream/graph-schema/change';
import type { ItemReference, StoredItem } from '@downstream/graph-schema/item';
import type { StoredChange } from './store.js';
import { fieldsOf } from './visible-entry.js';

/**
 * How the log remembers what a commit made of one item: the fields that differ, or all of them where it came or
 * went, and the whole item where its readers changed.
 */
export function logged(
  { type, id }: ItemReference,
  before: StoredItem | undefined,
  after: StoredItem | undefined,
): StoredChange {
  const audiences = { audienceBefore: before?.audience ?? null, audienceAfter: after?.audience ?? null };
  const was = before ? fieldsOf(before.item) : null;
  const is = after ? fieldsOf(after.item) : null;
  if (!was || !is) return { type, id, before: was, after: is, ...audiences };
  const differing = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => was[field] !== is[field] && JSON.stringify(was[field]) !== JSON.stringify(is[field]),
  );
  return {
    type,
    id,
    before: only(differing, was),
    after: only(differing, is),
    ...audiences,
    ...(before!.audience !== after!.audience && { wholeBefore: before!.item, wholeAfter: after!.item }),
  };
}

const only = (names: readonly string[], fields: Fields): Fields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
