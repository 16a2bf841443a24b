import type { ErrorCode } from './error-code.js';
import type { ItemReference } from './item.js';
import type { Link } from './link.js';
import type { MapContent } from './map-content.js';
import type { Party } from './party.js';

/** What breaks a rule that spans several items: which item, which field, what would be right. */
export interface BrokenRule {
  code: ErrorCode;
  item: ItemReference;
  field: string;
  message: string;
}

const noneBroken: readonly BrokenRule[] = [];

/** Nearly every link keeps every rule; answering that first, without a new object, is most of a large map's check. */
const keepsRules = (
  link: Link,
  provider: Pick<Party, 'kind'> | undefined,
  customer: Pick<Party, 'kind'> | undefined,
): boolean =>
  provider !== undefined &&
  customer !== undefined &&
  link.provider !== link.customer &&
  provider.kind !== 'external-customer' &&
  customer.kind !== 'supplier' &&
  (link.switchTime === undefined || link.alternativeGroup !== undefined);

/** Rules between a link and the two parties it joins; a party that is not there is `undefined`. */
export function brokenByLink(
  link: Link,
  provider: Pick<Party, 'kind' | 'name'> | undefined,
  customer: Pick<Party, 'kind' | 'name'> | undefined,
): readonly BrokenRule[] {
  if (keepsRules(link, provider, customer)) return noneBroken;
  const item = { type: 'link', id: link.id } as const;
  const broken: BrokenRule[] = [];
  const say = (code: ErrorCode, field: string, message: string) =>
    broken.push({ code, item, field, message });
  if (!provider) say('UNKNOWN_PARTY', 'provider', `no party is called "${link.provider}"`);
  if (!customer) say('UNKNOWN_PARTY', 'customer', `no party is called "${link.customer}"`);
  if (link.provider === link.customer) {
    say('SELF_LINK', 'customer', 'is the provider itself; a party cannot be its own customer');
  }
  if (provider?.kind === 'external-customer') {
    say(
      'CUSTOMER_PROVIDES',
      'provider',
      `"${provider.name}" is an external customer and provides nothing onward`,
    );
  }
  if (customer?.kind === 'supplier') {
    say('SUPPLIER_DEPENDS', 'customer', `"${customer.name}" is a supplier and depends on no one here`);
  }
  if (link.switchTime !== undefined && link.alternativeGroup === undefined) {
    say('GROUP_INVALID', 'switchTime', 'needs an alternativeGroup: what is it a substitute for?');
  }
  return broken;
}

/** Rules within one group of alternatives: `links` are all links of one group name into one customer. */
export function brokenByGroup(links: readonly Link[]): BrokenRule[] {
  const [first] = links;
  if (first?.alternativeGroup === undefined) return [];
  const group = `group "${first.alternativeGroup}" into "${first.customer}"`;
  const item = { type: 'link', id: first.id } as const;
  const say = (link: Link, field: string, message: string): BrokenRule => ({
    code: 'GROUP_INVALID',
    item: { type: 'link', id: link.id },
    field,
    message: `${group} ${message}`,
  });
  const broken: BrokenRule[] = [];
  if (links.length < 2) {
    broken.push(say(first, 'alternativeGroup', 'has one link; a substitute needs at least two'));
  }
  for (const link of links) {
    if (link.dependence === 'helpful')
      broken.push(say(link, 'dependence', 'has a helpful link; all must be blocking'));
  }
  const primaries = links.filter((link) => link.switchTime === undefined);
  if (links.length >= 2 && primaries.length !== 1) {
    const found = primaries.length === 0 ? 'no link' : `${primaries.length} links`;
    broken.push({
      code: 'GROUP_INVALID',
      item,
      field: 'switchTime',
      message: `${group} has ${found} without a switchTime; exactly one is the primary and has none`,
    });
  }
  return broken;
}

/** The group a link belongs to, as a key; `undefined` where it stands alone. */
export const groupKey = (link: Link): string | undefined =>
  link.alternativeGroup === undefined ? undefined : JSON.stringify([link.customer, link.alternativeGroup]);

/** Every broken rule of a whole map: duplicate ids, references, groups. An empty list means that it can be compiled. */
export function brokenRules(content: MapContent): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const parties = new Map<string, Party>();
  for (const party of content.parties) {
    if (parties.has(party.id)) broken.push(duplicate({ type: 'party', id: party.id }));
    parties.set(party.id, party);
  }
  const isRepeated = repeatedAmong(content.links);
  const groups = new Map<string, Link[]>();
  // Links of one provider often follow each other, and looking a name up costs more than comparing it.
  let last: Link | undefined;
  let provider: Party | undefined;
  for (const link of content.links) {
    if (isRepeated(link.id)) broken.push(duplicate({ type: 'link', id: link.id }));
    if (link.provider !== last?.provider) provider = parties.get(link.provider);
    last = link;
    for (const rule of brokenByLink(link, provider, parties.get(link.customer))) broken.push(rule);
    const key = groupKey(link);
    if (key !== undefined) {
      const group = groups.get(key);
      if (group) group.push(link);
      else groups.set(key, [link]);
    }
  }
  for (const members of groups.values()) broken.push(...brokenByGroup(members));
  const isRepeatedStatement = repeatedAmong(content.statements);
  const isLink = knownAmong(content.links);
  for (const { id, link } of content.statements) {
    if (isRepeatedStatement(id)) broken.push(duplicate({ type: 'statement', id }));
    if (isLink(link)) continue;
    const item = { type: 'statement', id } as const;
    broken.push({ code: 'UNKNOWN_LINK', item, field: 'link', message: `no link is called "${link}"` });
  }
  return broken;
}

/** Whether an id, asked for in turn, has come before; ids that rise, as those of a table's rows, need no remembering. */
function repeatedAmong(items: readonly { id: string }[]): (id: string) => boolean {
  if (items.every(({ id }, i) => i === 0 || items[i - 1]!.id < id)) return () => false;
  const seen = new Set<string>();
  return (id) => seen.size === seen.add(id).size;
}

/** Whether there is such an id; those who ask mostly do so in the order of the items, which needs no looking up. */
function knownAmong(items: readonly { id: string }[]): (id: string) => boolean {
  let ids: Set<string> | undefined;
  let at = 0;
  return (id) => {
    if (items[at]?.id === id) return true;
    if (items[at + 1]?.id === id) {
      at += 1;
      return true;
    }
    ids ??= new Set(items.map((item) => item.id));
    return ids.has(id);
  };
}

const duplicate = (item: ItemReference): BrokenRule => ({
  code: 'DUPLICATE_ID',
  item,
  field: 'id',
  message: `"${item.id}" is used twice; give one of them another id`,
});
