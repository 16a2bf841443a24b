import type { Emphasis, EmphasisBadge, Lit } from '../../show/emphasis';
import type { Show } from '../../show/show';
import { paintPill, type Pill } from './paint-badges';
import { cardShape } from './paint-cards';
import { inkOn, type Palette } from './palette';
import type { Box } from './placement';
import type { BadgeWords } from './ripple-look';
import type { Scene } from './scene';
import { pillOn, sizeOfBadge, sizeOfSpared, type PillText } from './sign-boxes';
import { badgeMeasure } from './type-face';
import { overlaps } from './view';

/** How much of the colour is left of what steps back: names can still be found, but nothing draws the eye. */
export const calmAlpha = 0.32;

/** A scene in two: what is lit, and what steps back behind it. */
export interface PartedScene {
  lit: Scene;
  calm: Scene | undefined;
}

let parted: { scene: Scene; lit: Lit; parts: PartedScene } | undefined;

/** Parts a scene; the same for every frame until either changes, so it is kept for the next one. */
export function partScene(scene: Scene, lit: Lit | undefined): PartedScene {
  if (!lit) return { lit: scene, calm: undefined };
  if (parted?.scene === scene && parted.lit === lit) return parted.parts;
  const part = (isLit: boolean): Scene => ({
    cards: new Map([...scene.cards].filter(([id]) => lit.parties.has(id) === isLit)),
    boxes: new Map([...scene.boxes].filter(([id]) => lit.parties.has(id) === isLit)),
    links: scene.links.filter(({ id }) => lit.links.has(id) === isLit),
  });
  parted = { scene, lit, parts: { lit: part(true), calm: part(false) } };
  return parted.parts;
}

/** Everything painted on this canvas so far steps back, cards still covering the lines behind them. */
export function stepBack(context: CanvasRenderingContext2D): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'destination-in';
  context.fillStyle = `rgba(0, 0, 0, ${calmAlpha})`;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

/** Signs and words on cards; a badge stands beside that of the ripple that plays, or above it where it has no sign. */
export function paintEmphasis(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { badges, marks }: Emphasis,
  { palette, zoom, shown, show, words }: EmphasisLook,
): void {
  for (const [party, mark] of marks ?? []) {
    const box = scene.boxes.get(party);
    if (!box || !overlaps(box, shown)) continue;
    if (mark === 'gate') paintGate(context, box, palette, zoom);
    else paintMarkedOutline(context, scene, party, palette, zoom, mark === 'stray');
  }
  for (const [party, badge] of badges ?? []) {
    const box = scene.boxes.get(party);
    if (!box || !overlaps(box, shown)) continue;
    const rows = rowsOfRipple(party, show, words);
    const pill = pillOf(badge, palette);
    if (rows.length === 0 || badge.sign === undefined) {
      // Why somebody is spared says that they are; how late somebody is stays in sight.
      const row = show?.beats.has(party) === true ? rows.length : 0;
      paintPill(context, scene, party, { ...pill, row }, zoom);
      continue;
    }
    const [taken, wanted] = [Math.max(...rows.map(widthOf)), widthOf(pill)];
    const text = wanted + taken + betweenPills <= box.width ? pill.text : badge.sign;
    paintPill(context, scene, party, { ...pill, text, side: 'left' }, zoom);

    function widthOf(written: PillText): number {
      return pillOn(box!, scene.cards.get(party)!, written, zoom, badgeMeasure(context)).box.width;
    }
  }
}

interface EmphasisLook {
  palette: Palette;
  zoom: number;
  shown: Box;
  show: Show | undefined;
  words: BadgeWords;
}

/** Less what two pills reach over the corners of their card. */
const betweenPills = 4 - 16;

/** What the ripple says above a card. */
function rowsOfRipple(party: string, show: Show | undefined, words: BadgeWords): PillText[] {
  const beat = show?.beats.get(party);
  if (beat)
    return beat.badges.map((badge) => ({
      text: words.badge(badge, beat.part === 'origin'),
      size: sizeOfBadge(beat),
    }));
  return show?.spared.has(party) === true ? [{ text: words.spared, size: sizeOfSpared }] : [];
}

function pillOf({ text, tone }: EmphasisBadge, palette: Palette): Pill {
  const background = { strong: palette.ink, plain: palette.accent, calm: palette.spared }[tone];
  return { text, background, ink: inkOn(background), size: 12, closeSize: 10.5 };
}

function paintMarkedOutline(
  context: CanvasRenderingContext2D,
  scene: Scene,
  party: string,
  palette: Palette,
  zoom: number,
  isStray: boolean,
): void {
  const card = scene.cards.get(party);
  const box = scene.boxes.get(party);
  if (!card || !box) return;
  const width = Math.max(2, 1.4 / zoom);
  cardShape(context, card, box, 1);
  context.lineWidth = width;
  context.strokeStyle = isStray ? palette.ink : palette.accent;
  context.setLineDash(isStray ? [3 * width, 2.5 * width] : []);
  context.stroke();
  context.setLineDash([]);
}

/** Two posts and a bar on a disc: whoever comes from behind passes here. */
function paintGate(context: CanvasRenderingContext2D, box: Box, palette: Palette, zoom: number): void {
  const scale = Math.max(1, Math.min(2, 0.7 / zoom));
  const [x, y] = [box.x, box.y];
  context.beginPath();
  context.arc(x, y, 9 * scale, 0, 2 * Math.PI);
  context.fillStyle = palette.card;
  context.fill();
  context.lineWidth = 1.6 * scale;
  context.strokeStyle = palette.customer;
  context.stroke();
  context.beginPath();
  for (const side of [-1, 1]) {
    context.moveTo(x + 3.6 * scale * side, y - 4.6 * scale);
    context.lineTo(x + 3.6 * scale * side, y + 4.6 * scale);
  }
  context.moveTo(x - 3.6 * scale, y - 2.2 * scale);
  context.lineTo(x + 3.6 * scale, y - 2.2 * scale);
  context.stroke();
}
