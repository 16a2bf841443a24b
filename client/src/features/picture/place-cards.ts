import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Card } from './card';
import type { Box, Placement } from './placement';
import type { Route } from './route';

/** Whom a link joins. */
export interface Joins {
  id: string;
  provider: string;
  customer: string;
}

/** Another way to place cards than along the chain. */
export interface PlaceCards {
  /** Changes where the same cards are to stand elsewhere. */
  key: string;
  place: (content: MapContent, cards: ReadonlyMap<string, Card>) => Promise<Placement>;
  /** The lines between cards that stand so. */
  routes: (
    links: readonly Joins[],
    boxes: ReadonlyMap<string, Box>,
    cards: ReadonlyMap<string, Pick<Card, 'kind'>>,
  ) => Map<string, Route>;
}
