import type { PlaceCards } from './place-cards';
import type { Placement } from './placement';
import type { Point } from './route';
import type { Scene } from './scene';

/** A map of which a card is on its way: all of it, the card with its links, and the rest. */
export interface Lifted {
  scene: Scene;
  moving: Scene;
  resting: Scene;
}

/** The map without a card and its links: what rests while the card is on its way. */
export function restOf(scene: Scene, card: string): Scene {
  return {
    cards: new Map([...scene.cards].filter(([id]) => id !== card)),
    boxes: new Map([...scene.boxes].filter(([id]) => id !== card)),
    links: scene.links.filter((link) => !joins(link, card)),
  };
}

/** The map with a card's middle at a point, its links following. */
export function lifted(
  scene: Scene,
  resting: Scene,
  card: string,
  middle: Point,
  routes: PlaceCards['routes'],
): Lifted {
  const { width, height } = scene.boxes.get(card)!;
  const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  const boxes = new Map(scene.boxes).set(card, box);
  const mine = scene.links.filter((link) => joins(link, card));
  const lines = routes(mine, boxes, scene.cards);
  const links = mine.map((link) => ({ ...link, route: lines.get(link.id) ?? link.route }));
  return {
    scene: { cards: scene.cards, boxes, links: [...resting.links, ...links] },
    moving: { cards: new Map([[card, scene.cards.get(card)!]]), boxes: new Map([[card, box]]), links },
    resting,
  };
}

export const placementOfScene = ({ boxes, links }: Scene): Placement => ({
  boxes: new Map(boxes),
  routes: new Map(links.map(({ id, route }) => [id, route])),
});

const joins = ({ provider, customer }: { provider: string; customer: string }, card: string): boolean =>
  provider === card || customer === card;
