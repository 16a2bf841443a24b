import type { Change } from '@downstream/graph-schema/change';
import { referenceKey } from '@downstream/graph-schema/item';
import { fieldsOf, itemAt, sameValue, type Items } from './apply-changes';
import type { Clash } from './open-map-state';
import { removalsThatGoWith } from './remove-from-map';
import type { Waiting } from './waiting';

/** Where others changed, since this edit was made, the very fields that it changes. */
export function clashesOf({ logged }: Waiting, confirmed: Items): Clash[] {
  return logged.flatMap(({ before, after, ...reference }) => {
    if (!before || !after) return [];
    const current = itemAt(confirmed, reference);
    if (!current) return Object.entries(after).map(([field, mine]) => ({ item: reference, field, mine }));
    const theirs = fieldsOf(current);
    return Object.entries(after)
      .filter(([field, mine]) => !sameValue(theirs[field], before[field]) && !sameValue(theirs[field], mine))
      .map(([field, mine]) => ({ item: reference, field, mine, theirs: theirs[field] ?? null }));
  });
}

/**
 * An edit's changes as they go out against the log as it is known: patches expect the version they were checked
 * against, what is gone already is not removed again, and links that others drew to a removed party since go with
 * it. Empty where nothing is left to do.
 */
export function changesToSend({ changes }: Waiting, confirmed: Items): Change[] {
  const written = new Set<string>();
  const ready = changes.map(withoutExpectation).flatMap((change): Change[] => {
    const key = referenceKey(change.op === 'put' ? { type: change.item.type, id: change.item.id } : change);
    const version = confirmed.get(key)?.version;
    // Within one commit only the first change of an item meets the version that is known.
    const again = written.has(key);
    written.add(key);
    if (again) return [change];
    if (change.op === 'put') return [{ ...change, expectedVersion: version ?? 0 }];
    if (version === undefined) return [];
    return change.op === 'patch' ? [{ ...change, expectedVersion: version }] : [change];
  });
  return [...ready, ...removalsThatGoWith(ready, confirmed)];
}

/** An edit may have waited long, with others before it: what it once expected says nothing now. */
function withoutExpectation(change: Change): Change {
  const rest = { ...change };
  delete rest.expectedVersion;
  return rest;
}
