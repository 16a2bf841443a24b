import type { PartyBeat } from '../../show/show';
import { inkOn } from './palette';
import type { Box } from './placement';
import { progress, type LinkedTravel, type RippleLook } from './ripple-look';
import type { Point } from './route';
import type { Scene } from './scene';
import { innerShieldAt, pillOn, shieldScale, sizeOfBadge, type PillText } from './sign-boxes';
import { badgeFont, badgeMeasure } from './type-face';

/** Below this many pixels the letters of a pill are specks. */
const smallestPill = 3;
const smallestShield = 0.2;

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
      row,
    };
    paintPill(context, scene, beat.party, pill, zoom);
  });
}

export interface Pill extends PillText {
  background: string;
  ink: string;
}

export function paintPill(
  context: CanvasRenderingContext2D,
  scene: Scene,
  party: string,
  pill: Pill,
  zoom: number,
): void {
  const box = scene.boxes.get(party);
  const card = scene.cards.get(party);
  if (!box || !card) return;
  const { text, background, ink } = pill;
  const placed = pillOn(box, card, pill, zoom, badgeMeasure(context));
  const { letters } = placed;
  if (letters * zoom < smallestPill) return;
  const { x, y, width, height } = placed.box;
  context.font = badgeFont(letters);
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

export function paintShield(
  context: CanvasRenderingContext2D,
  { travel, link, shield }: LinkedTravel,
  look: RippleLook,
  isClose: boolean,
): void {
  if (!shield || progress(travel, look.position) < 1) return;
  context.globalAlpha = look.chain && !look.chain.has(link.id) ? 0.45 : 1;
  shieldOf(context, shield, travel.absorbed ?? 0, look, isClose);
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
