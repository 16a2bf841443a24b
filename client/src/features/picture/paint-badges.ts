import type { PartyBeat } from '../../show/show';
import type { Card } from './card';
import { inkOn } from './palette';
import type { Box } from './placement';
import { closeShield, progress, type LinkedTravel, type RippleLook } from './ripple-look';
import { pointAt, type Point } from './route';
import type { Scene } from './scene';
import { badgeFont } from './type-face';

/** How far a pill reaches over its card's upper edge: less than the air above the name. */
const overCard = 4;
const closeLetters = 13.5;
const largestLetters = 15;
/** Below this many pixels the letters of a pill are specks. */
const smallestPill = 3;
const smallestShield = 0.2;
/** As high as the gap between two cards is wide. */
const largestShield = 1.25;

export function paintBadges(
  context: CanvasRenderingContext2D,
  scene: Scene,
  beat: PartyBeat,
  { palette, zoom, words, position }: RippleLook,
): void {
  const isOrigin = beat.part === 'origin';
  if (position <= beat.reachedAt && position > 0) return;
  beat.badges.forEach((badge, row) => {
    const pill = {
      text: words.badge(badge, isOrigin),
      background: isOrigin ? palette.ink : palette.hits[3],
      ink: isOrigin ? palette.paper : '#ffffff',
      size: sizeOfBadge(beat),
    };
    paintPill(context, scene, beat.party, row, pill, zoom);
  });
}

export const sizeOfBadge = ({ part }: PartyBeat): number => (part === 'customer' ? 14 : 12);
export const sizeOfSpared = 10.5;

export interface Pill {
  text: string;
  background: string;
  ink: string;
  size: number;
  /** Where cards stand close; the usual size there if not said. */
  closeSize?: number;
}

/** A pill above a card's right corner, or its left one, off its words. */
export function paintPill(
  context: CanvasRenderingContext2D,
  scene: Scene,
  party: string,
  row: number,
  { text, background, ink, size, closeSize = closeLetters }: Pill,
  zoom: number,
  side: Side = 'right',
): void {
  const box = scene.boxes.get(party);
  const card = scene.cards.get(party);
  if (!box || !card) return;
  const letters = pillLetters(card, size, zoom, closeSize);
  if (letters * zoom < smallestPill) return;
  context.font = badgeFont(letters);
  const { x, y, width, height } = pillBox(box, context.measureText(text).width, letters, row, side);
  context.beginPath();
  context.roundRect(x, y, width, height, height / 2);
  context.fillStyle = background;
  context.fill();
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x + width / 2, y + height / 2 + letters * 0.04);
  context.textBaseline = 'alphabetic';
}

/**
 * The size of a pill's letters: it grows as one steps back, so that the number can still be read, but stays as low as
 * the gap between two cards where they stand close.
 */
export const pillLetters = (
  card: Pick<Card, 'isCompact' | 'distance'>,
  size: number,
  zoom: number,
  closeSize = closeLetters,
): number =>
  card.isCompact ? closeSize : Math.min(largestLetters, size * Math.max(1, (0.8 * card.distance) / zoom));

export type Side = 'left' | 'right';

export function pillBox(
  card: Box,
  textWidth: number,
  letters: number,
  row: number,
  side: Side = 'right',
): Box {
  const [width, height] = [textWidth + letters * 1.3, letters * 1.75];
  return {
    x: side === 'left' ? card.x - 8 : card.x + card.width + 8 - width,
    y: card.y + overCard - height - row * (height + 2),
    width,
    height,
  };
}

export function paintShield(
  context: CanvasRenderingContext2D,
  { travel, link, shieldAt }: LinkedTravel,
  look: RippleLook,
  isClose: boolean,
): void {
  if (shieldAt === undefined || progress(travel, look.position) < 1) return;
  context.globalAlpha = look.chain && !look.chain.has(link.id) ? 0.45 : 1;
  shieldOf(context, pointAt(link.route, shieldAt), travel.absorbed ?? 0, look, isClose);
  context.globalAlpha = 1;
}

/** On the corner of a folded group: what was absorbed inside it. */
export function paintInnerShield(
  context: CanvasRenderingContext2D,
  box: Box,
  minutes: number,
  look: RippleLook,
  isClose: boolean,
): void {
  shieldOf(context, innerShieldAt(box), minutes, look, isClose);
}

/** On the corner of the stack, where no words reach. */
export const innerShieldAt = ({ x, y, width, height }: Box): Point => ({
  x: x + width + 3,
  y: y + height,
});

function shieldOf(
  context: CanvasRenderingContext2D,
  at: Point,
  minutes: number,
  { palette, words, zoom }: RippleLook,
  isClose: boolean,
): void {
  const scale = shieldScale(isClose, zoom);
  if (scale * zoom < smallestShield) return;
  traceShield(context, at, scale);
  context.fillStyle = palette.shield;
  context.fill();
  context.lineWidth = 1.5 * scale;
  context.strokeStyle = palette.paper;
  context.stroke();
  const text = words.absorbed(minutes);
  const letters = Math.min(11, 34 / Math.max(2, text.length)) * scale;
  context.font = badgeFont(letters);
  context.fillStyle = inkOn(palette.shield);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, at.x, at.y - scale);
  context.textBaseline = 'alphabetic';
}

/** It grows as one steps back, where there is room for that. */
export const shieldScale = (isClose: boolean, zoom: number): number =>
  isClose ? closeShield : Math.max(1, Math.min(largestShield, 0.75 / zoom));

function traceShield(context: CanvasRenderingContext2D, { x, y }: Point, scale: number): void {
  const at = (dx: number, dy: number): [number, number] => [x + dx * scale, y + dy * scale];
  context.beginPath();
  context.moveTo(...at(0, -15));
  context.lineTo(...at(13, -11));
  context.lineTo(...at(13, -1));
  context.bezierCurveTo(...at(13, 7), ...at(6.5, 12), ...at(0, 15));
  context.bezierCurveTo(...at(-6.5, 12), ...at(-13, 7), ...at(-13, -1));
  context.lineTo(...at(-13, -11));
  context.closePath();
}
