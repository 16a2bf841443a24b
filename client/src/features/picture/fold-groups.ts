import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { foldedMark } from './folded-id';
import type { FoldedCard, FoldedMap, Group } from './folded-map';

/** What is written on folded cards and their lines; given by the page, which knows the language. */
export interface FoldWords {
  parties: (count: number) => string;
  links: (count: number) => string;
}

/** The groups of a map in the order in which they first appear. */
export function groupsOf({ parties }: MapContent): Group[] {
  const groups = new Map<string, Party[]>();
  for (const party of parties) {
    if (party.group === undefined) continue;
    const group = groups.get(party.group);
    if (group) group.push(party);
    else groups.set(party.group, [party]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, parties: members }))
    .filter(({ parties: members }) => together(members).some((card) => card.length > 1));
}

/** Those who go onto one card: external customers are whom the map is for, and stay apart from who works for them. */
const together = (members: readonly Party[]): Party[][] => [
  members.filter(({ kind }) => kind !== 'external-customer'),
  members.filter(({ kind }) => kind === 'external-customer'),
];

/**
 * Folds groups to one card each; external customers of a group have a card of their own, and one alone stays itself.
 * Links between two cards stay as one indirect line; those inside a card vanish with it.
 */
export function foldGroups(content: MapContent, folded: ReadonlySet<string>, words: FoldWords): FoldedMap {
  const cards = new Map<string, FoldedCard>();
  const cardOf = new Map<string, string>();
  const standsFor = new Map<string, Party>();
  for (const { name, parties } of groupsOf(content)) {
    if (!folded.has(name)) continue;
    for (const members of together(parties)) {
      if (members.length < 2) continue;
      const id = `${foldedMark}${members[0]!.kind === 'external-customer' ? 'customers' : 'workers'} ${name}`;
      cards.set(id, { id, group: name, parties: members.map((member) => member.id) });
      for (const member of members) cardOf.set(member.id, id);
      standsFor.set(id, {
        type: 'party',
        id,
        kind: members.every(({ kind }) => kind === members[0]!.kind) ? members[0]!.kind : 'team',
        name,
        purpose: words.parties(members.length),
      });
    }
  }
  return { ...foldLinks(content, cardOf, standsFor, words), cards, cardOf };
}

function foldLinks(
  content: MapContent,
  cardOf: ReadonlyMap<string, string>,
  standsFor: ReadonlyMap<string, Party>,
  words: FoldWords,
): Pick<FoldedMap, 'content' | 'lineOf' | 'cardAtEnd' | 'bundles'> {
  const lineOf = new Map<string, string>();
  const cardAtEnd = new Map<string, string>();
  const between = new Map<string, Link[]>();
  const links: Link[] = [];
  for (const link of content.links) {
    const [provider, customer] = [cardOf.get(link.provider), cardOf.get(link.customer)];
    if (provider === undefined && customer === undefined) {
      links.push(link);
      lineOf.set(link.id, link.id);
      continue;
    }
    if (customer !== undefined) cardAtEnd.set(link.id, customer);
    if (provider !== undefined && provider === customer) continue;
    const ends = JSON.stringify([provider ?? link.provider, customer ?? link.customer]);
    const others = between.get(ends);
    if (others) others.push(link);
    else between.set(ends, [link]);
  }
  const bundles = new Map<string, readonly Link[]>();
  for (const [ends, members] of between) {
    const [first] = members as [Link];
    const provider = cardOf.get(first.provider) ?? first.provider;
    const customer = cardOf.get(first.customer) ?? first.customer;
    const isOne = members.length === 1;
    const line: Link = isOne
      ? { ...first, provider, customer }
      : bundleOf(`${foldedMark}links ${ends}`, provider, customer, members, words);
    links.push(line);
    if (!isOne) bundles.set(line.id, members);
    for (const { id } of members) lineOf.set(id, line.id);
  }
  const parties = [...content.parties.filter(({ id }) => !cardOf.has(id)), ...standsFor.values()];
  return { content: { ...content, parties, links }, lineOf, cardAtEnd, bundles };
}

/** A line is as strong as the strongest link in it, and disputed where one of them is. */
function bundleOf(
  id: string,
  provider: string,
  customer: string,
  members: readonly Link[],
  words: FoldWords,
): Link {
  const isHelpful = members.every(({ dependence }) => dependence === 'helpful');
  const isStandby = members.every(({ switchTime }) => switchTime !== undefined);
  return {
    type: 'link',
    id,
    provider,
    customer,
    output: words.links(members.length),
    dependence: isHelpful ? 'helpful' : 'blocking',
    ...(isStandby && { alternativeGroup: id, switchTime: 0 }),
    handshake: members.some(({ handshake }) => handshake === 'disputed') ? 'disputed' : 'declared',
  };
}
