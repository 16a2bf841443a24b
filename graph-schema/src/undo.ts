import type { Change, Fields, LogEntry, LoggedChange } from './change.js';
import { itemSchema, referenceKey, type Item, type ItemReference, type StoredItem } from './item.js';

/** What an undo leaves as it is, and why. */
export interface Kept {
  item: ItemReference;
  /** The field that stays; `undefined` where the whole item does. */
  field?: string;
  /** Somebody changed it since; something that came since refers to it; or what it refers to is gone. */
  because: 'changed' | 'referenced' | 'gone';
}

export interface Inverse {
  /** A commit that takes the entry back; empty where nothing of it is left to undo. Expects what it saw. */
  changes: Change[];
  kept: Kept[];
}

/**
 * The inverse of a commit as a new one, on the map as it stands (`referenceKey` → item). Where somebody has
 * changed the same field since, theirs stays; what I added goes only if nothing that came since refers to it.
 * Cost is the number of items, and grows with the entry.
 */
export function invert(entry: LogEntry, current: ReadonlyMap<string, StoredItem>): Inverse {
  const kept: Kept[] = [];
  const changes = new Map<string, Change>();
  for (const logged of [...entry.changes].reverse()) {
    const { change, keeps } = invertOne(logged, current.get(referenceKey(logged)));
    kept.push(...keeps);
    if (change) changes.set(referenceKey(logged), change);
  }
  kept.push(...dropUnreferable(changes, current));
  return { changes: [...changes.values()], kept };
}

function invertOne({ type, id, before, after }: LoggedChange, stored: StoredItem | undefined) {
  const item = { type, id };
  if (before === null) {
    if (!stored) return { keeps: [] };
    const changed = fieldsThatDiffer(stored.item, after ?? {});
    const keeps = changed.map((field): Kept => ({ item, field, because: 'changed' }));
    if (keeps.length > 0) return { keeps };
    return { change: { op: 'remove', ...item, expectedVersion: stored.version } as const, keeps };
  }
  if (after === null) {
    if (stored) return { keeps: [{ item, because: 'changed' } as const] };
    return {
      change: { op: 'put', item: itemSchema.parse({ ...before, ...item }), expectedVersion: 0 } as const,
      keeps: [],
    };
  }
  if (!stored) return { keeps: [{ item, because: 'gone' } as const] };
  const changed = new Set(fieldsThatDiffer(stored.item, after));
  const fields: Fields = Object.fromEntries(Object.entries(before).filter(([field]) => !changed.has(field)));
  const keeps = [...changed].map((field): Kept => ({ item, field, because: 'changed' }));
  if (Object.keys(fields).length === 0) return { keeps };
  return { change: { op: 'patch', ...item, fields, expectedVersion: stored.version } as const, keeps };
}

/** Fields of an item that are no longer what a commit made them; null there means absent. */
const fieldsThatDiffer = (item: Item, fields: Fields): string[] =>
  Object.entries(fields)
    .filter(([field, value]) => JSON.stringify(valueOf(item, field)) !== JSON.stringify(value))
    .map(([field]) => field);

const valueOf = (item: Item, field: string): unknown =>
  new Map<string, unknown>(Object.entries(item)).get(field) ?? null;

/**
 * Takes back changes that would leave a reference to nothing: a removal of what others now refer to, and the
 * return of something whose parties or link are gone. One may bring on another, so until all fit.
 */
function dropUnreferable(changes: Map<string, Change>, current: ReadonlyMap<string, StoredItem>): Kept[] {
  const kept: Kept[] = [];
  for (;;) {
    const after = itemsAfter(changes, current);
    const missing = new Map<string, ItemReference>();
    for (const item of after.values()) {
      for (const reference of referencesOf(item)) {
        if (!after.has(referenceKey(reference))) missing.set(referenceKey(item), reference);
      }
    }
    let tookBack = false;
    for (const [key, reference] of missing) {
      const target = referenceKey(reference);
      const removed = changes.get(target)?.op === 'remove';
      // The same removal may have been taken back a moment ago, for another that refers to it.
      if (!removed && current.has(target)) continue;
      const culprit = removed ? target : key;
      const change = changes.get(culprit);
      if (!change) continue;
      const { type, id } = change.op === 'put' ? change.item : change;
      kept.push({ item: { type, id }, because: removed ? 'referenced' : 'gone' });
      changes.delete(culprit);
      tookBack = true;
    }
    if (!tookBack) return kept;
  }
}

function itemsAfter(
  changes: ReadonlyMap<string, Change>,
  current: ReadonlyMap<string, StoredItem>,
): Map<string, Item> {
  const after = new Map<string, Item>();
  for (const [key, { item }] of current) after.set(key, item);
  for (const [key, change] of changes) {
    const item = after.get(key);
    if (change.op === 'remove') after.delete(key);
    else if (change.op === 'put') after.set(key, change.item);
    else if (item) after.set(key, { ...item, ...change.fields });
  }
  return after;
}

function referencesOf(item: Item): ItemReference[] {
  if (item.type === 'link') {
    return [
      { type: 'party', id: item.provider },
      { type: 'party', id: item.customer },
    ];
  }
  return item.type === 'statement' ? [{ type: 'link', id: item.link }] : [];
}
