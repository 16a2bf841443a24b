import type { Change } from '@downstream/graph-schema/change';
import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import { groupKey } from '@downstream/graph-schema/map-rules';
import { itemAt, type Items } from './apply-changes';

/** Removes a party or a link with everything that cannot stay without it. Empty where it is gone already. */
export function removalOf(reference: ItemReference, items: Items): Change[] {
  if (!items.has(referenceKey(reference))) return [];
  const removal: Change[] = [{ op: 'remove', ...reference }];
  return [...removal, ...removalsThatGoWith(removal, items)];
}

/**
 * What has to go in the same commit as these removals: the links of a removed party, the statements about a
 * removed link. A group of alternatives that keeps a single link ends, and one that loses its primary gets the
 * substitute that is quickest to switch to as its new one.
 */
export function removalsThatGoWith(changes: readonly Change[], items: Items): Change[] {
  const going = new Set(changes.flatMap((change) => (change.op === 'remove' ? [referenceKey(change)] : [])));
  if (going.size === 0) return [];
  const more: Change[] = [];
  const remove = (reference: ItemReference) => {
    if (going.has(referenceKey(reference))) return;
    going.add(referenceKey(reference));
    more.push({ op: 'remove', type: reference.type, id: reference.id });
  };
  const isGoing = (type: ItemReference['type'], id: string) => going.has(referenceKey({ type, id }));

  const links = [...items.values()].flatMap(({ item }) => (item.type === 'link' ? [item] : []));
  for (const link of links) {
    if (isGoing('party', link.provider) || isGoing('party', link.customer)) remove(link);
  }
  for (const { item } of items.values()) {
    if (item.type === 'statement' && isGoing('link', item.link)) remove(item);
  }

  const hurtGroups = new Set(links.filter((link) => isGoing('link', link.id)).map(groupKey));
  hurtGroups.delete(undefined);
  for (const group of hurtGroups) {
    const left = links.filter((link) => groupKey(link) === group && !isGoing('link', link.id));
    more.push(...mendGroup(left));
  }
  const patched = new Set(changes.flatMap((change) => (change.op === 'patch' ? [referenceKey(change)] : [])));
  return more.filter((change) => change.op !== 'patch' || !patched.has(referenceKey(change)));
}

function mendGroup(left: readonly Link[]): Change[] {
  const [only, ...others] = left;
  if (!only) return [];
  if (others.length === 0) {
    return [{ op: 'patch', type: 'link', id: only.id, fields: { alternativeGroup: null, switchTime: null } }];
  }
  if (left.some((link) => link.switchTime === undefined)) return [];
  const quickest = left.reduce((best, link) =>
    (link.switchTime ?? 0) < (best.switchTime ?? 0) ? link : best,
  );
  return [{ op: 'patch', type: 'link', id: quickest.id, fields: { switchTime: null } }];
}

/** The link that an id names, if it is there. */
export function linkAt(items: Items, id: string): Link | undefined {
  const item = itemAt(items, { type: 'link', id });
  return item?.type === 'link' ? item : undefined;
}
