import { sharedArea, type Box } from './placement';
import type { Point } from './route';

/** On which side of a card words stand, and to which of its edges they are aligned. */
type Side = `${'right' | 'left'} ${'top' | 'bottom'}` | `${'below' | 'above'} ${'left' | 'right'}`;

/** Beside a card, or so far from its left upper corner. */
export type Place = Side | Point;

const sides: Side[] = [
  'right top',
  'right bottom',
  'left top',
  'left bottom',
  'below left',
  'below right',
  'above left',
  'above right',
];

const gap = 12;
const edge = 8;
/** Pixels between two spots that are tried away from the card. */
const step = 24;
/** Square pixels of a card that may be hidden, rather than have the words stand one pixel further away. */
const nearness = 12;

/** Pixels that are taken by what lies over the picture there. */
export interface Taken {
  top: number;
  bottom: number;
  left: number;
}

/** Pixels of the page. */
export interface Space extends Taken {
  width: number;
  height: number;
}

/**
 * Where words of a size stand beside a card: inside the space, off the card itself, and over as little of the other
 * cards as may be, each by its weight; further away where no side is free. A place once found is kept while the view
 * moves.
 */
export function placeBeside(
  card: Box,
  size: { width: number; height: number },
  space: Space,
  kept: Place | undefined,
  others: () => Iterable<Box & { weight: number }>,
): { x: number; y: number; place: Place } {
  const at = (place: Place): Box => inside({ ...cornerOf(place, card, size), ...size }, space);
  if (kept !== undefined) return { ...at(kept), place: kept };
  const cards = [...others()];
  const hiddenBy = (box: Box): number =>
    // Words over the card that they are about would be worst of all.
    cards.reduce(
      (hidden, other) => hidden + other.weight * sharedArea(box, other),
      20 * sharedArea(box, card),
    );
  const tried = sides.map((place: Place) => ({ place, cost: hiddenBy(at(place)) }));
  if (tried.every(({ cost }) => cost > 0)) {
    for (const place of spotsIn(space, size, card)) {
      const box = at(place);
      tried.push({ place, cost: hiddenBy(box) + nearness * distance(box, card) });
    }
  }
  const { place } = tried.reduce((best, one) => (one.cost < best.cost ? one : best));
  return { ...at(place), place };
}

/** All over the space, seen from the card. */
function spotsIn(
  { width, height, top, bottom, left }: Space,
  size: Pick<Box, 'width' | 'height'>,
  card: Box,
) {
  const spots: Point[] = [];
  for (let y = top + edge; y <= height - bottom - edge - size.height; y += step) {
    for (let x = left + edge; x <= width - edge - size.width; x += step) {
      spots.push({ x: x - card.x, y: y - card.y });
    }
  }
  return spots;
}

function cornerOf(place: Place, card: Box, { width, height }: { width: number; height: number }): Point {
  if (typeof place !== 'string') return { x: card.x + place.x, y: card.y + place.y };
  const right = card.x + card.width;
  const bottom = card.y + card.height;
  const [side, end] = place.split(' ');
  if (side === 'right' || side === 'left') {
    return {
      x: side === 'right' ? right + gap : card.x - gap - width,
      y: end === 'top' ? card.y : bottom - height,
    };
  }
  return {
    x: end === 'left' ? card.x : right - width,
    // What a ripple writes above a card must stay in sight.
    y: side === 'below' ? bottom + gap : card.y - 2 * gap - height,
  };
}

const inside = (box: Box, { width, height, top, bottom, left }: Space): Box => ({
  ...box,
  x: Math.max(left + edge, Math.min(width - edge - box.width, box.x)),
  y: Math.max(top + edge, Math.min(height - bottom - edge - box.height, box.y)),
});

/** Between the edges of two boxes that lie apart. */
const distance = (a: Box, b: Box): number =>
  Math.hypot(
    Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width)),
    Math.max(0, a.y - (b.y + b.height), b.y - (a.y + a.height)),
  );
