import type { Fields, LogEntry } from './change.js';
import { referenceKey, type Item, type StoredItem } from './item.js';

/**
 * A map's items after one more log entry; the items before it stay as they are. What the entry does not show of
 * an item's audience stays as it was, or is everyone's. Cost is the number of items.
 */
export function applyEntry(
  items: ReadonlyMap<string, StoredItem>,
  { revision, changes }: LogEntry,
): Map<string, StoredItem> {
  const next = new Map(items);
  for (const { type, id, before, after } of changes) {
    const key = referenceKey({ type, id });
    const current = next.get(key);
    if (after === null) next.delete(key);
    else {
      const item =
        before === null || !current ? withFields({ type, id }, after) : withFields(current.item, after);
      next.set(key, { item, version: revision, audience: current?.audience ?? 'everyone' });
    }
  }
  return next;
}

/** The item with these fields set, and without those that are null. */
function withFields(item: Pick<Item, 'type' | 'id'>, fields: Fields): Item {
  const merged = new Map<string, unknown>(Object.entries(item));
  for (const [field, value] of Object.entries(fields)) {
    if (value === null) merged.delete(field);
    else merged.set(field, value);
  }
  // The server checked the item by its schema before it logged it.
  return Object.fromEntries(merged) as Item;
}
