import type { Change } from '@downstream/graph-schema/change';
import { itemSchema, referenceKey } from '@downstream/graph-schema/item';
import { contentOf } from '@downstream/graph-schema/map-content';
import { brokenRules } from '@downstream/graph-schema/map-rules';
import { detailsOf } from '@downstream/graph-schema/problem';
import { applyChanges, type Items } from './apply-changes';

/** What is wrong with an edit, at which field, in a sentence. */
export interface Flaw {
  field: string;
  message: string;
}

/** Everything that the server would refuse in these changes, found before they leave. Empty where they are good. */
export function flawsOf(items: Items, changes: readonly Change[]): Flaw[] {
  const { items: after } = applyChanges(items, changes);
  const flaws = changes.flatMap((change): Flaw[] => {
    if (change.op === 'remove') return [];
    const key = referenceKey(change.op === 'put' ? { type: change.item.type, id: change.item.id } : change);
    const written = after.get(key)?.item;
    const parsed = itemSchema.safeParse(written);
    if (parsed.success) return [];
    return detailsOf(parsed.error, written).map(({ path, message }) => ({
      field: String(path[0] ?? ''),
      message,
    }));
  });
  if (flaws.length > 0) return flaws;
  const broken = brokenRules(contentOf([...after.values()].map(({ item }) => item)));
  return broken.map(({ field, message }) => ({ field, message }));
}
