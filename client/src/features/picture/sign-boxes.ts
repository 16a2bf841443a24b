import type { PartyBeat } from '../../show/show';
import type { Card } from './card';
import type { Box } from './placement';
import type { Point } from './route';

/** How far a pill reaches over its card's upper edge: less than the air above the name. */
const overCard = 4;
/** How far it reaches beyond its card's side; half of what keeps two cards apart is more. */
const besideCard = 8;
const [closeLetters, largestLetters] = [13.5, 15];
/** Of the letters that a pill should have, where it is wider than its card. */
const smallestPart = 0.65;
/** Of a pill, in sizes of its letters. */
const pillHeight = 1.75;
/** What a pill takes above its card at most. */
export const abovePill = largestLetters * pillHeight - overCard;

export const sizeOfBadge = ({ part }: PartyBeat): number => (part === 'customer' ? 14 : 12);
export const sizeOfSpared = 10.5;

export type Side = 'left' | 'right';

/** What is written on a pill, and where. */
export interface PillText {
  text: string;
  size: number;
  /** The size where cards stand close; the usual one there if not said. */
  closeSize?: number;
  row?: number;
  side?: Side;
}

/**
 * A pill above a card's right corner, or its left one, off its words. Its letters grow as one steps back, so that the
 * number can still be read, but it stays as low as the gap between two cards where they stand close; and they are
 * smaller where it would reach far beyond its card.
 */
export function pillOn(
  box: Box,
  card: Pick<Card, 'isCompact' | 'distance'>,
  { text, size, closeSize = closeLetters, row = 0, side = 'right' }: PillText,
  zoom: number,
  measure: (text: string, letters: number) => number,
): { letters: number; box: Box } {
  const wanted = card.isCompact
    ? closeSize
    : Math.min(largestLetters, size * Math.max(1, (0.8 * card.distance) / zoom));
  const wide = measure(text, wanted) + wanted * 1.3;
  const scale = Math.min(1, Math.max(smallestPart, (box.width + 2 * besideCard) / wide));
  const [letters, width] = [wanted * scale, wide * scale];
  const height = letters * pillHeight;
  return {
    letters,
    box: {
      x: side === 'left' ? box.x - besideCard : box.x + box.width + besideCard - width,
      y: box.y + overCard - height - row * (height + 2),
      width,
      height,
    },
  };
}

/** On the corner of the stack, where no words reach. */
export const innerShieldAt = ({ x, y, width, height }: Box): Point => ({
  x: x + width + 3,
  y: y + height,
});

/** Where cards stand close a shield stays as small as the gap between two of them. */
export const closeShield = 0.8;
/** As high as the gap between two cards is wide. */
const largestShield = 1.25;
/** What a shield takes up, with a little air. */
export const shieldRoom = { width: 27, height: 31 };

/** It grows as one steps back, where there is room for that. */
export const shieldScale = (isClose: boolean, zoom: number): number =>
  isClose ? closeShield : Math.max(1, Math.min(largestShield, 0.75 / zoom));
