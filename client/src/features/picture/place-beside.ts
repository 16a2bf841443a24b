import type { Box } from './placement';

/** On which side of a card words stand, and to which of its edges they are aligned. */
export type Place = `${'right' | 'left'} ${'top' | 'bottom'}` | `${'below' | 'above'} ${'left' | 'right'}`;

const places: Place[] = [
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
 * cards as may be, each by its weight. A place once found is kept while the view moves.
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
  let best: { box: Box; place: Place; hidden: number } | undefined;
  for (const place of places) {
    const box = at(place);
    // Words over the card that they are about would be worst of all.
    let hidden = 20 * shared(box, card);
    for (const other of cards) hidden += other.weight * shared(box, other);
    if (!best || hidden < best.hidden) best = { box, place, hidden };
  }
  return { ...best!.box, place: best!.place };
}

function cornerOf(place: Place, card: Box, { width, height }: { width: number; height: number }) {
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

/** The area that two boxes have in common. */
function shared(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}
