import { mayRead, type Audience, type Viewer } from '@downstream/graph-schema/audience';
import type { Fields, LogEntry, LoggedChange } from '@downstream/graph-schema/change';
import type { Item } from '@downstream/graph-schema/item';
import type { StoredChange, StoredLogEntry } from './store.js';

/**
 * A log entry as one reader may see it; `undefined` where nothing in it is for them. An item that this entry
 * reveals to them arrives whole, as if new; one that it takes from their sight leaves as if removed.
 */
export function entryFor(entry: StoredLogEntry, viewer: Viewer): LogEntry | undefined {
  const changes = entry.changes.flatMap((change) => changeFor(change, viewer));
  if (changes.length === 0) return undefined;
  return { revision: entry.revision, by: entry.by, at: entry.at, changes };
}

/** The fields of an item as the log holds them: all but the type and the id, which name it. */
export function fieldsOf(item: Item): Fields {
  const fields: Fields = {};
  for (const [field, value] of Object.entries(item)) {
    if (field !== 'type' && field !== 'id' && value !== undefined) fields[field] = value;
  }
  return fields;
}

function changeFor(change: StoredChange, viewer: Viewer): LoggedChange[] {
  const { type, id, before, after } = change;
  const could = readable(change.audienceBefore, viewer);
  const can = readable(change.audienceAfter, viewer);
  if (!could && !can) return [];
  if (could && !can && change.wholeBefore) {
    return [{ type, id, before: fieldsOf(change.wholeBefore), after: null }];
  }
  if (!could && can && change.wholeAfter) {
    return [{ type, id, before: null, after: fieldsOf(change.wholeAfter) }];
  }
  return [{ type, id, before, after }];
}

const readable = (audience: Audience | null, viewer: Viewer): boolean =>
  audience !== null && mayRead(audience, viewer);
