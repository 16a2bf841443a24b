import type { Link } from '@downstream/graph-schema/link';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { cardOf, type Card, type CardShape, type MeasureAt } from './card';
import { boundsOf, type Box, type Placement } from './placement';
import { between, type Route } from './route';
import { abovePill } from './sign-boxes';

/** Everything that stands still on the picture: what is drawn, and where. */
export interface Scene {
  cards: ReadonlyMap<string, Card>;
  boxes: ReadonlyMap<string, Box>;
  links: readonly SceneLink[];
}

export interface SceneLink {
  id: string;
  provider: string;
  customer: string;
  output: string;
  route: Route;
  /** `standby`: a substitute that has to be switched to. */
  line: 'blocking' | 'helpful' | 'standby';
  disputed: boolean;
}

export const cardsOf = (content: MapContent, measure: MeasureAt, shape: CardShape): Map<string, Card> =>
  new Map(content.parties.map((party) => [party.id, cardOf(party, measure, shape)]));

/** What decides where things stand. Two maps with the same key have the same picture but for its words. */
export const placementKey = ({ links }: MapContent, cards: ReadonlyMap<string, Card>): string =>
  JSON.stringify([
    [...cards.values()].map(({ id, kind }) => [id, kind]),
    links.map(({ id, provider, customer }) => [id, provider, customer]),
  ]);

/** The sizes of the cards: they decide too, but may wait until the typing pauses. */
export const sizeKey = (cards: ReadonlyMap<string, Card>): string =>
  [...cards.values()].map(({ width, height }) => `${width}x${height}`).join(' ');

/** Links and parties that have no place yet are left out until the layout has answered. */
export function sceneOf(
  content: MapContent,
  cards: ReadonlyMap<string, Card>,
  { boxes, routes }: Placement,
): Scene {
  return {
    cards: new Map([...cards].filter(([id]) => boxes.has(id))),
    boxes: new Map(
      [...boxes].filter(([id]) => cards.has(id)).map(([id, box]) => [id, resized(box, cards.get(id)!)]),
    ),
    links: content.links.flatMap((link) => {
      const route = routes.get(link.id);
      return route && boxes.has(link.provider) && boxes.has(link.customer) ? [sceneLink(link, route)] : [];
    }),
  };
}

/** A card whose text has grown since the last layout keeps its middle. */
const resized = (box: Box, { height }: Card): Box => ({
  ...box,
  y: box.y + (box.height - height) / 2,
  height,
});

function sceneLink(link: Link, route: Route): SceneLink {
  const { id, provider, customer, output } = link;
  const line =
    link.dependence === 'helpful' ? 'helpful' : link.switchTime === undefined ? 'blocking' : 'standby';
  return { id, provider, customer, output, route, line, disputed: link.handshake === 'disputed' };
}

/** How long cards are on their way, and the view with them. */
export const moveSeconds = 0.32;

/** The picture on its way from one placement to the next. What is new is in its place at once. */
export function placementBetween(from: Placement, to: Placement, part: number): Placement {
  const ease = 1 - (1 - part) ** 3;
  return {
    boxes: new Map(
      [...to.boxes].map(([id, box]) => {
        const stood = from.boxes.get(id);
        if (!stood) return [id, box];
        return [id, { ...box, x: stood.x + (box.x - stood.x) * ease, y: stood.y + (box.y - stood.y) * ease }];
      }),
    ),
    routes: new Map(
      [...to.routes].map(([id, route]) => {
        const ran = from.routes.get(id);
        return [id, ran ? between(ran, route, ease) : route];
      }),
    ),
  };
}

/** A card and what a ripple writes above it. */
export const withBadge = (card: Box): Box => ({
  ...card,
  y: card.y - abovePill,
  height: card.height + abovePill,
});

/**
 * The box around everything that is drawn: cards, what may stand above them, lines that swing out, and the regions on
 * which cards stand.
 */
export function sceneBounds({ boxes, links }: Scene, regions: readonly Box[] = []): Box | undefined {
  const cards = boundsOf(boxes.values());
  if (!cards) return undefined;
  const { x, y, width, height } = boundsOf([cards, ...regions])!;
  let [left, right, top, bottom] = [x, x + width, Math.min(y, cards.y - abovePill), y + height];
  for (const { route } of links) {
    for (let index = 0; index < route.points.length; index += 2) {
      left = Math.min(left, route.points[index]!);
      right = Math.max(right, route.points[index]!);
      top = Math.min(top, route.points[index + 1]!);
      bottom = Math.max(bottom, route.points[index + 1]!);
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
