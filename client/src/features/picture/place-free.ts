import { cardGap } from './arrange';
import type { Card } from './card';
import type { FoldedMap } from './folded-map';
import { freeRoutes } from './free-routes';
import { boundsOf, middleOfBox, type Box, type Placement } from './placement';
import { pushApart } from './push-apart';
import type { Point } from './route';

export interface FreePlacement extends Placement {
  /** By how much the paper shrank around cards of folded groups. */
  shrink: number;
}

/** The free layout of what is shown of a map, where every party has its place: the middle of its card. */
export function placeFree(
  folded: FoldedMap,
  cards: ReadonlyMap<string, Card>,
  places: ReadonlyMap<string, Point>,
): FreePlacement {
  const middles = new Map<string, Point>();
  for (const id of cards.keys()) {
    const members = folded.cards.get(id)?.parties;
    middles.set(id, members ? middleOf(members, places) : places.get(id)!);
  }
  const isFolded = folded.cards.size > 0;
  const gap = cardGap(cards);
  const shrink = isFolded ? tightest(middles, cards, gap) : 1;
  const boxes = new Map<string, Box>();
  for (const [id, { x, y }] of middles) {
    const { width, height } = cards.get(id)!;
    boxes.set(id, { x: x * shrink - width / 2, y: y * shrink - height / 2, width, height });
  }
  // Fewer cards are larger ones, and a folded group stands where others may: they give way to each other.
  if (isFolded) pushApart([...boxes.values()], gap);
  return { boxes, routes: freeRoutes(folded.content.links, boxes, cards), shrink };
}

function middleOf(members: readonly string[], places: ReadonlyMap<string, Point>): Point {
  return middleOfBox(boundsOf(members.map((id) => ({ ...places.get(id)!, width: 0, height: 0 })))!);
}

/** How far the paper may shrink around cards that keep their size, at most to where two of them would touch. */
function tightest(
  middles: ReadonlyMap<string, Point>,
  cards: ReadonlyMap<string, Card>,
  gap: number,
): number {
  const all = [...middles].map(([id, at]) => ({ ...cards.get(id)!, ...at }));
  let least = 0;
  all.forEach((a, index) => {
    for (let other = 0; other < index; other += 1) {
      const b = all[other]!;
      const across = ((a.width + b.width) / 2 + gap) / Math.max(1, Math.abs(a.x - b.x));
      const up = ((a.height + b.height) / 2 + gap) / Math.max(1, Math.abs(a.y - b.y));
      least = Math.max(least, Math.min(across, up));
    }
  });
  return Math.min(1, least || 1);
}
