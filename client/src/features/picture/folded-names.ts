import { lineHeight, nameAtZoom, type Card, type MeasureAt, type SetText } from './card';
import { isFolded } from './folded-id';
import { boundsOf, coveredBy, middleOfBox, sharedArea, type Box } from './placement';
import type { Scene } from './scene';
import { overlaps } from './view';
import { wrapText } from './wrap-text';

/** In pixels: below this a name that stands on its card cannot be read, and what stands beyond one is never smaller. */
const smallestRead = 9;
/** As large as that where there is room, times how far off its readers sit. */
const largest = 13;
const smaller = 0.85;

/**
 * What it costs to lie on another name, beyond all cards or away from the middle of the own one; to cover another's card
 * costs 1.
 */
const [overName, beyondAll, awayFromCard] = [20, 2, 0.2];

/** A name that is larger than its card. */
export interface OuterName {
  card: string;
  text: SetText;
  box: Box;
}

/** Whether a folded card is seen so small that its name is written across it, larger than it is. */
export const isNamedAcross = (card: Card, zoom: number): boolean =>
  isFolded(card.id) && nameAtZoom(card, zoom).name.size * zoom < smallestRead;

/**
 * The names of folded cards too small to hold them: in the largest letters in which none lies on another, each
 * touching its own card and off the cards of others where it can be. Greedy, in the order in which the cards are read;
 * quadratic in their number.
 */
export function outerNames(
  { cards, boxes }: Pick<Scene, 'cards' | 'boxes'>,
  zoom: number,
  measure: MeasureAt,
) {
  const named = [...cards.values()].filter((card) => isNamedAcross(card, zoom));
  const at = ({ id }: Card): Box => boxes.get(id)!;
  named.sort((a, b) => at(a).x - at(b).x || at(a).y - at(b).y);
  for (let size = largest * (named[0]?.distance ?? 1); ; size *= smaller) {
    const placed = placedIn(Math.max(smallestRead, size) / zoom, named, boxes, measure);
    if (size <= smallestRead || !areTouching(placed)) return placed;
  }
}

const areTouching = (names: readonly OuterName[]): boolean =>
  names.some(({ box }, index) => names.slice(index + 1).some((other) => overlaps(box, other.box)));

function placedIn(
  size: number,
  named: readonly Card[],
  boxes: ReadonlyMap<string, Box>,
  measure: MeasureAt,
): OuterName[] {
  const placed: OuterName[] = [];
  const all = boundsOf(boxes.values())!;
  for (const { id, fullName, width } of named) {
    const measured = (text: string): number => measure(text, size, 'name');
    const room = Math.max(width, ...fullName.split(/\s+/u).map(measured));
    const lines = wrapText(fullName, room, measured);
    const own = boxes.get(id)!;
    const wide = Math.max(...lines.map(measured)) + size * 0.4;
    const high = lines.length * size * lineHeight;
    const reach = {
      x: own.x - wide,
      y: own.y - high,
      width: own.width + 2 * wide,
      height: own.height + 2 * high,
    };
    const names = placed.flatMap(({ box }) => (overlaps(box, reach) ? [box] : []));
    const cards = [...boxes].flatMap(([other, box]) => (other !== id && overlaps(box, reach) ? [box] : []));
    const costOf = (box: Box): number =>
      coveredBy(box, names) * overName +
      coveredBy(box, cards) +
      (wide * high - sharedArea(box, all)) * beyondAll +
      off(box, own) * size * awayFromCard;
    const best = spotsFor(own, wide, high)
      .map((spot) => within(spot, all))
      .map((box) => ({ box, cost: costOf(box) }))
      .reduce((least, next) => (next.cost < least.cost ? next : least));
    placed.push({ card: id, text: { size, lines }, box: best.box });
  }
  return placed;
}

/** In the middle of the card, and from there as far up, down and aside as it still touches the card. */
function spotsFor(card: Box, width: number, height: number): Box[] {
  const middle = { x: card.x + (card.width - width) / 2, y: card.y + (card.height - height) / 2 };
  const [aside, upwards] = [(card.width + width) / 2, (card.height + height) / 2];
  const parts = [0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1, 1];
  return parts.flatMap((up) =>
    [0, -0.3, 0.3, -0.6, 0.6].map((side) => ({
      x: middle.x + side * aside,
      y: middle.y + up * upwards,
      width,
      height,
    })),
  );
}

/** Beyond the outermost cards a screen or a sheet may end. */
const within = (box: Box, { x, width }: Box): Box => ({
  ...box,
  x: Math.max(x, Math.min(box.x, x + width - box.width)),
});

const off = (a: Box, b: Box): number => {
  const [from, to] = [middleOfBox(a), middleOfBox(b)];
  return Math.hypot(from.x - to.x, from.y - to.y);
};
