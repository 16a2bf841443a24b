import type { ItemReference } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';

const indexes = new WeakMap<readonly Party[], Map<string, Party>>();

/** A party of this content by its id. */
export function partyOf(content: MapContent, id: string): Party | undefined {
  let index = indexes.get(content.parties);
  if (!index) {
    index = new Map(content.parties.map((party) => [party.id, party]));
    indexes.set(content.parties, index);
  }
  return index.get(id);
}

/** A party's name, or its id where it is not (yet) there. */
export const nameOf = (content: MapContent, id: string): string => partyOf(content, id)?.name ?? id;

/** A link as one line: who hands what to whom. */
export function linkInWords(content: MapContent, link: Link): string {
  const joined = `${nameOf(content, link.provider)} → ${nameOf(content, link.customer)}`;
  return link.output.trim() === '' ? joined : `${joined}: ${link.output}`;
}

/** What an item is called: a party by its name, a link by who hands what to whom. */
export function nameOfItem(content: MapContent, { type, id }: ItemReference): string {
  const link = type === 'link' ? content.links.find((one) => one.id === id) : undefined;
  return link ? linkInWords(content, link) : nameOf(content, id);
}
