import type { PartyBeat, Travel } from '../../show/show';
import { inkOn } from './palette';
import { progress, type RippleLook } from './ripple-look';
import { lengthOf, pointAt, type Point } from './route';
import type { Scene, SceneLink } from './scene';
import { badgeFont } from './type-face';

/** How far a pill reaches over its card's upper edge: less than the air above the name. */
const overCard = 4;
const closeLetters = 13.5;
/** Below this many pixels the letters of a pill are specks. */
const smallestPill = 3;

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
      size: beat.part === 'customer' ? 14 : 12,
    };
    paintPill(context, scene, beat.party, row, pill, zoom);
  });
}

export interface Pill {
  text: string;
  background: string;
  ink: string;
  size: number;
  /** Where cards stand close; the usual size there if not said. */
  closeSize?: number;
}

/** A pill above a card's right corner, off its words; it grows as one steps back, so that the number can still be read. */
export function paintPill(
  context: CanvasRenderingContext2D,
  scene: Scene,
  party: string,
  row: number,
  { text, background, ink, size, closeSize = closeLetters }: Pill,
  zoom: number,
): void {
  const box = scene.boxes.get(party);
  const card = scene.cards.get(party);
  if (!box || !card) return;
  // Where cards stand close a pill stays as low as the gap between two of them.
  const letters = card.isCompact ? closeSize : size * Math.max(1, Math.min(1.7, 0.8 / zoom));
  if (letters * zoom < smallestPill) return;
  context.font = badgeFont(letters);
  const width = context.measureText(text).width + letters * 1.3;
  const height = letters * 1.75;
  const left = box.x + box.width + 8 - width;
  const top = box.y + overCard - height - row * (height + 2);
  context.beginPath();
  context.roundRect(left, top, width, height, height / 2);
  context.fillStyle = background;
  context.fill();
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, left + width / 2, top + height / 2 + letters * 0.04);
  context.textBaseline = 'alphabetic';
}

export function paintShield(
  context: CanvasRenderingContext2D,
  travel: Travel,
  link: SceneLink,
  look: RippleLook,
): void {
  if (travel.part !== 'stopped' || progress(travel, look.position) < 1) return;
  const scale = Math.max(1, Math.min(2, 0.75 / look.zoom));
  const length = Math.max(1, lengthOf(link.route));
  const at = pointAt(
    link.route,
    travel.reach === 1 ? Math.max(0.5, 1 - (17 * scale) / length) : travel.reach,
  );
  context.globalAlpha = look.chain && !look.chain.has(link.id) ? 0.45 : 1;
  traceShield(context, at, scale);
  context.fillStyle = look.palette.shield;
  context.fill();
  context.lineWidth = 1.5 * scale;
  context.strokeStyle = look.palette.paper;
  context.stroke();
  const text = look.words.absorbed(travel.absorbed ?? 0);
  const letters = Math.min(11, 34 / Math.max(2, text.length)) * scale;
  context.font = badgeFont(letters);
  context.fillStyle = inkOn(look.palette.shield);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, at.x, at.y - scale);
  context.textBaseline = 'alphabetic';
  context.globalAlpha = 1;
}

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
