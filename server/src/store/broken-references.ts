import { mayRead, type Viewer } from '@downstream/graph-schema/audience';
import type { Item, ItemReference, ItemType, StoredItem } from '@downstream/graph-schema/item';
import { referenceKey } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import { brokenByGroup, brokenByLink, groupKey, type BrokenRule } from '@downstream/graph-schema/map-rules';
import type { Party } from '@downstream/graph-schema/party';
import { byCodeUnit } from '@downstream/graph-schema/text';
import { sides, statementId, type Statement } from '@downstream/graph-schema/statement';
import type { Refused } from './apply-change.js';
import type { MapWorkspace } from './map-workspace.js';

/** One item that a commit changed, before and after it as a whole, and where its last change stood. */
export interface DraftItem {
  reference: ItemReference;
  before: StoredItem | undefined;
  after: StoredItem | undefined;
  path: (string | number)[];
  /** The field that a rule names lies below this: 'item' of a put, 'fields' of a patch. */
  below: 'item' | 'fields' | undefined;
}
export type Draft = ReadonlyMap<string, DraftItem>;

/** False of most commits: they rename, move or describe something, and have no rule between items to answer to. */
export function mayBreakRules(draft: Draft): boolean {
  for (const change of draft.values()) {
    const { type } = change.reference;
    if (type === 'link' || type === 'statement' || upsetsItsLinks(change)) return true;
  }
  return false;
}

/** As many as a person would read; a removed party may leave thousands of links behind. */
const mostNamed = 20;

/**
 * The rules between items, checked as a commit ends: whatever it changed, and whatever that touches. Reads what it
 * still has to know; cost is linear in the changes and in the links around them.
 */
export async function brokenReferences(
  draft: Draft,
  workspace: MapWorkspace,
  viewer: Viewer,
): Promise<Refused[]> {
  const changed = [...draft.values()];
  const refused: Refused[] = [];
  const written = changed.flatMap(({ after }) => (after?.item.type === 'link' ? [after.item] : []));
  const writtenAt = idsBy(written, ({ provider, customer }) => [provider, customer]);
  const writtenInGroup = idsBy(written, (one) => [groupKey(one)]);
  const party = (id: string) => now('party', id)?.item as Party | undefined;
  const link = (id: string) => now('link', id)?.item as Link | undefined;

  await workspace.learn({ linksAt: changed.filter(upsetsItsLinks).map(({ reference }) => reference.id) });
  const around = new Map<string, { link: Link; cause: DraftItem }>();
  for (const cause of changed) {
    if (cause.reference.type === 'party' && upsetsItsLinks(cause)) {
      for (const at of linksNowAt(cause.reference.id)) {
        if (!draft.has(referenceKey(at))) around.set(at.id, { link: at, cause });
      }
    }
    if (cause.after?.item.type === 'link') around.set(cause.reference.id, { link: cause.after.item, cause });
  }
  const groups = groupsTouched(changed);
  await workspace.learn({
    items: [
      ...[...around.values()].flatMap(({ link: { provider, customer } }) => [
        refer('party', provider),
        refer('party', customer),
      ]),
      ...changed.flatMap(statementsAndLinksOf),
    ],
    groups: [...groups.values()].map(({ customer, group }) => ({ customer, group })),
  });

  for (const { link: joined, cause } of around.values()) {
    if (cause.reference.type === 'party' && cause.after === undefined) {
      say(cause, 'REFERENCED', `${named(joined)} is still joined to this party`);
    } else {
      const before = cause.before?.item.type === 'link' ? cause.before.item : undefined;
      const broken = brokenByLink(
        joined,
        partyFor(joined.provider, before?.provider),
        partyFor(joined.customer, before?.customer),
      );
      for (const rule of broken) sayRule(cause, rule);
    }
  }
  for (const change of changed) {
    const { reference, after } = change;
    if (reference.type === 'link' && !after) {
      for (const side of sides) {
        const id = statementId(reference.id, side);
        if (now('statement', id) && !draft.has(referenceKey(refer('statement', id)))) {
          say(change, 'REFERENCED', `the ${side}'s statement still speaks about this link`);
        }
      }
    }
    if (after?.item.type === 'statement' && !visibleLink(after.item, change)) {
      say(change, 'UNKNOWN_LINK', `no link is called "${after.item.link}"`, 'link');
    }
  }
  for (const { key, cause } of groups.values()) {
    const members = linksOf(workspace.maybeInGroup(key), writtenInGroup.get(key) ?? []).filter(
      (member) => groupKey(member) === key,
    );
    for (const rule of brokenByGroup(members)) sayRule(draft.get(referenceKey(rule.item)) ?? cause, rule);
  }
  return refused;

  function now(type: ItemType, id: string): StoredItem | undefined {
    const reference = refer(type, id);
    const drafted = draft.get(referenceKey(reference));
    return drafted ? drafted.after : workspace.item(reference);
  }

  /** These links as the commit leaves them, each once and by id, so that every store names the same ones first. */
  function linksOf(stored: Iterable<string>, written: Iterable<string>): Link[] {
    return [...new Set([...stored, ...written])].sort(byCodeUnit).flatMap((id) => link(id) ?? []);
  }

  function linksNowAt(id: string): Link[] {
    return linksOf(workspace.maybeAt(id), writtenAt.get(id) ?? []).filter(
      (at) => at.provider === id || at.customer === id,
    );
  }

  /** An end of a link: to a writer that newly names a party it may not read, there is no such party. */
  function partyFor(id: string, before: string | undefined): Party | undefined {
    const stored = now('party', id);
    return stored && (id === before || mayRead(stored.audience, viewer)) ? party(id) : undefined;
  }

  function visibleLink(statement: Statement, { before }: DraftItem): boolean {
    const stored = now('link', statement.link);
    return stored !== undefined && (before !== undefined || mayRead(stored.audience, viewer));
  }

  function named(item: Link): string {
    const stored = now('link', item.id);
    return stored && mayRead(stored.audience, viewer) ? `link "${item.id}"` : 'a link that you may not see';
  }

  function sayRule(cause: DraftItem, { code, field, message, item }: BrokenRule) {
    const own = referenceKey(item) === referenceKey(cause.reference);
    say(cause, code, message, own ? field : undefined);
  }

  function say({ path, below }: DraftItem, code: Refused['code'], message: string, field?: string) {
    if (refused.length >= mostNamed) return;
    const where = below && field !== undefined ? [below, field] : [];
    refused.push({ code, path: [...path, ...where], message });
  }
}

/** A party that went, or that became of another kind. */
const upsetsItsLinks = ({ reference, before, after }: DraftItem): boolean =>
  reference.type === 'party' && before !== undefined && kindOf(before.item) !== kindOf(after?.item);

const kindOf = (item: Item | undefined): string | undefined =>
  item?.type === 'party' ? item.kind : undefined;

/** The groups of alternatives that links left, joined or changed in. */
function groupsTouched(changed: readonly DraftItem[]) {
  const groups = new Map<string, { key: string; customer: string; group: string; cause: DraftItem }>();
  for (const cause of changed) {
    for (const stored of [cause.before, cause.after]) {
      if (stored?.item.type !== 'link') continue;
      const key = groupKey(stored.item);
      if (key === undefined) continue;
      groups.set(key, { key, customer: stored.item.customer, group: stored.item.alternativeGroup!, cause });
    }
  }
  return groups;
}

/** What a removed link or a written statement is checked against. */
function statementsAndLinksOf({ reference, after }: DraftItem): ItemReference[] {
  if (reference.type === 'link' && !after)
    return sides.map((side) => refer('statement', statementId(reference.id, side)));
  return after?.item.type === 'statement' ? [refer('link', after.item.link)] : [];
}

function idsBy(
  links: readonly Link[],
  keysOf: (link: Link) => (string | undefined)[],
): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const link of links) {
    for (const key of keysOf(link)) {
      if (key === undefined) continue;
      const there = ids.get(key);
      if (there) there.push(link.id);
      else ids.set(key, [link.id]);
    }
  }
  return ids;
}

const refer = (type: ItemType, id: string): ItemReference => ({ type, id });
