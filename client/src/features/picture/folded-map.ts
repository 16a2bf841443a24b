import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';

/** A group that can be folded: more than one of its parties go onto one card. */
export interface Group {
  name: string;
  parties: readonly Party[];
}

/** Several parties shown as one card. */
export interface FoldedCard {
  id: string;
  group: string;
  parties: readonly string[];
}

/** A map as it is shown while some of its groups are folded. */
export interface FoldedMap {
  /** As if each folded card were a party, and all links between the same two of which one is folded were one. */
  content: MapContent;
  cards: ReadonlyMap<string, FoldedCard>;
  /** The card on which a folded party is found; parties that are shown themselves are not in it. */
  cardOf: ReadonlyMap<string, string>;
  /** By which line a link is shown; links inside one card are not shown at all. */
  lineOf: ReadonlyMap<string, string>;
  /** The card to a party on which a link leads. */
  cardAtEnd: ReadonlyMap<string, string>;
  /** The links that a line stands for, where it is more than the link of that name. */
  bundles: ReadonlyMap<string, readonly Link[]>;
}

/** A map of which nothing is folded. */
export const unfolded = (content: MapContent): FoldedMap => ({
  content,
  cards: new Map(),
  cardOf: new Map(),
  lineOf: new Map(content.links.map(({ id }) => [id, id])),
  cardAtEnd: new Map(),
  bundles: new Map(),
});
