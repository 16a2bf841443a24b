import type { Change } from '@downstream/graph-schema/change';
import type { Link } from '@downstream/graph-schema/link';
import { groupKey } from '@downstream/graph-schema/map-rules';

const patch = (
  link: Link,
  fields: { alternativeGroup?: string | null; switchTime?: number | null },
): Change => ({
  op: 'patch',
  type: 'link',
  id: link.id,
  fields,
});

/** The links of a link's group, itself included, the primary first. Empty where it stands alone. */
export function groupOf(link: Link, links: readonly Link[]): Link[] {
  const key = groupKey(link);
  if (key === undefined) return [];
  const members = links.filter((other) => groupKey(other) === key);
  return members.sort((a, b) => (a.switchTime ?? -1) - (b.switchTime ?? -1));
}

/** The links that a link could stand in for: blocking ones into the same customer, outside its own group. */
export function replaceable(link: Link, links: readonly Link[]): Link[] {
  return links.filter(
    (other) =>
      other.id !== link.id &&
      other.customer === link.customer &&
      other.dependence !== 'helpful' &&
      (groupKey(other) === undefined || groupKey(other) !== groupKey(link)),
  );
}

/** Makes `link` a substitute for `other`, at no switch time until somebody says how long it takes. */
export function standInFor(link: Link, other: Link, links: readonly Link[]): Change[] {
  const name = other.alternativeGroup ?? freeGroupName(other, links);
  const joining = patch(link, { alternativeGroup: name, switchTime: 0 });
  return other.alternativeGroup === undefined
    ? [patch(other, { alternativeGroup: name }), joining]
    : [joining];
}

/** Makes `link` the one that is used while it works; the old primary becomes a substitute. */
export function makePrimary(link: Link, links: readonly Link[]): Change[] {
  return groupOf(link, links).flatMap((member) => {
    if (member.id === link.id) return [patch(member, { switchTime: null })];
    return member.switchTime === undefined ? [patch(member, { switchTime: link.switchTime ?? 0 })] : [];
  });
}

/** Takes `link` out of its group; a group of one is none, and a group without a primary takes its next best. */
export function leaveGroup(link: Link, links: readonly Link[]): Change[] {
  const left = groupOf(link, links).filter((member) => member.id !== link.id);
  const leaving = patch(link, { alternativeGroup: null, switchTime: null });
  const [next] = left;
  if (!next) return [leaving];
  if (left.length === 1) return [leaving, patch(next, { alternativeGroup: null, switchTime: null })];
  return next.switchTime === undefined ? [leaving] : [leaving, patch(next, { switchTime: null })];
}

function freeGroupName(link: Link, links: readonly Link[]): string {
  const base = link.output.trim() || 'alternatives';
  const taken = new Set(
    links
      .filter(({ customer }) => customer === link.customer)
      .map(({ alternativeGroup }) => alternativeGroup),
  );
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base} ${number}`;
  return name;
}
