import type { Emphasis } from '../../show/emphasis';
import type { ItemReference } from '@downstream/graph-schema/item';
import type { FoldedMap, Group } from './folded-map';

/** Which groups are folded: all of them, or those of these names. */
export type FoldChoice = 'all' | readonly string[];

/** A map of more parties than this opens folded, where that leaves less than half as many cards. */
const mostUnfolded = 80;

/** What is folded where nobody has chosen yet. */
export function usualChoice(parties: number, groups: readonly Group[]): FoldChoice {
  const inGroups = groups.reduce((sum, group) => sum + group.parties.length, 0);
  return parties > mostUnfolded && parties - inGroups + groups.length < parties / 2 ? 'all' : [];
}

export function foldedNames(choice: FoldChoice, groups: readonly Group[]): Set<string> {
  const names = groups.map(({ name }) => name);
  return new Set(choice === 'all' ? names : names.filter((name) => choice.includes(name)));
}

export const choiceOf = (folded: ReadonlySet<string>, groups: readonly Group[]): FoldChoice =>
  folded.size === groups.length ? 'all' : [...folded];

/** Where an item is found on a folded map; undefined where it is inside a card. */
export function shownItem(
  item: ItemReference | undefined,
  { cardOf, lineOf }: FoldedMap,
): ItemReference | undefined {
  if (item?.type === 'party') return { type: 'party', id: cardOf.get(item.id) ?? item.id };
  if (item?.type !== 'link') return item;
  const line = lineOf.get(item.id);
  return line === undefined ? undefined : { type: 'link', id: line };
}

/** Cards are lit for those in them. Words above parties stay with the parties: a card has no room for all of them. */
export function foldEmphasis(emphasis: Emphasis | undefined, folded: FoldedMap): Emphasis | undefined {
  if (!emphasis || folded.cards.size === 0) return emphasis;
  const { lit, badges, marks } = emphasis;
  const card = (party: string): string => folded.cardOf.get(party) ?? party;
  return {
    lit: lit && {
      parties: new Set([...lit.parties].map(card)),
      links: new Set([...lit.links].flatMap((link) => folded.lineOf.get(link) ?? [])),
    },
    badges: badges && new Map([...badges].filter(([party]) => !folded.cardOf.has(party))),
    marks: marks && new Map([...marks].map(([party, mark]) => [card(party), mark])),
  };
}
