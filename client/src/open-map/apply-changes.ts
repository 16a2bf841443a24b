import type { Change, Fields, LoggedChange } from '@downstream/graph-schema/change';
import { referenceKey, type Item, type ItemReference, type StoredItem } from '@downstream/graph-schema/item';

/** The items of a map by reference key. */
export type Items = ReadonlyMap<string, StoredItem>;

export const itemAt = (items: Items, reference: ItemReference): Item | undefined =>
  items.get(referenceKey(reference))?.item;

const targetOf = (change: Change): ItemReference =>
  change.op === 'put' ? { type: change.item.type, id: change.item.id } : { type: change.type, id: change.id };

/**
 * Changes as they will look once the server has them, and what the log will say of them. A patch of an item
 * that is not there does nothing: the server will refuse it and say why.
 */
export function applyChanges(
  items: Items,
  changes: readonly Change[],
): { items: Items; logged: LoggedChange[] } {
  const next = new Map(items);
  const logged: LoggedChange[] = [];
  for (const change of changes) {
    const reference = targetOf(change);
    const key = referenceKey(reference);
    const stored = next.get(key);
    const before = stored?.item;
    const after = changed(before, change);
    if (after)
      next.set(key, { version: stored?.version ?? 1, audience: stored?.audience ?? 'everyone', item: after });
    else next.delete(key);
    const difference = differenceOf(before, after);
    if (difference) logged.push({ ...reference, ...difference });
  }
  return { items: next, logged };
}

function changed(before: Item | undefined, change: Change): Item | undefined {
  if (change.op === 'put') return change.item;
  if (change.op === 'remove' || !before) return undefined;
  return withFields(before, change.fields);
}

/** An item with some fields set, and those that are null taken away. */
export function withFields(item: Item, fields: Fields): Item {
  const merged = Object.entries<unknown>({ ...item, ...fields }).filter(([, value]) => value !== null);
  return Object.fromEntries(merged) as unknown as Item;
}

function differenceOf(
  before: Item | undefined,
  after: Item | undefined,
): Pick<LoggedChange, 'before' | 'after'> | undefined {
  if (!before && !after) return undefined;
  if (!before || !after)
    return { before: before ? fieldsOf(before) : null, after: after ? fieldsOf(after) : null };
  const old: Fields = {};
  const now: Fields = {};
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (sameValue(was[field], is[field])) continue;
    old[field] = was[field] ?? null;
    now[field] = is[field] ?? null;
  }
  return Object.keys(now).length > 0 ? { before: old, after: now } : undefined;
}

/** An item's fields by name; items are plain JSON. */
export const fieldsOf = (item: Item): Fields => ({ ...item }) as Fields;

/** Absent and null say the same; objects (positions) are few and small, and keep their order of keys. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
