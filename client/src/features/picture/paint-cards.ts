import {
  heightOf,
  lineHeight,
  nameAtZoom,
  nameBelowPerson,
  pillRadius,
  type Card,
  type SetText,
} from './card';
import { isFolded, stackDepth } from './folded-id';
import { isNamedAcross } from './folded-names';
import { inkOn, mixed, type Palette } from './palette';
import type { Box } from './placement';
import type { Scene } from './scene';
import { nameFont, plainFont } from './type-face';
import { isFarAway, overlaps } from './view';

/** What a ripple does to the look of a card. */
export interface CardTint {
  fill: string;
  outline: string;
  /** How far the flush has come, from 0 to 1. */
  part: number;
}

/** Below this many pixels letters are specks: the card alone is drawn. */
const smallestLetter = 2.8;

export function paintCards(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  zoom: number,
  shown: Box,
) {
  const seen = [...scene.cards].filter(([id]) => overlaps(scene.boxes.get(id)!, shown));
  if (isFarAway(zoom)) paintFromAfar(context, seen, scene, palette, zoom);
  else for (const [id, card] of seen) paintCard(context, card, scene.boxes.get(id)!, palette, zoom);
}

/** Cards too small for words are areas of a colour: thousands of outlines would take longer than a frame. */
function paintFromAfar(
  context: CanvasRenderingContext2D,
  cards: readonly (readonly [string, Card])[],
  { boxes }: Scene,
  palette: Palette,
  zoom: number,
): void {
  const edge = Math.min(4, 0.5 / zoom);
  for (const [id, { kind }] of cards) {
    const { x, y, width, height } = boxes.get(id)!;
    context.fillStyle = kind === 'external-customer' ? palette.customer : palette.edge;
    context.fillRect(x, y, width, height);
    context.fillStyle = calmFill(kind, palette);
    context.fillRect(x + edge, y + edge, width - 2 * edge, height - 2 * edge);
  }
}

const calmFill = (kind: Card['kind'], palette: Palette): string =>
  kind === 'external-customer'
    ? mixed(palette.card, palette.customer, palette.isDark ? 0.14 : 0.09)
    : palette.card;

/** One function draws every card, calm or hit, so that a hit card is the same card in another colour. */
export function paintCard(
  context: CanvasRenderingContext2D,
  card: Card,
  box: Box,
  palette: Palette,
  zoom: number,
  tint?: CardTint,
): void {
  const isCustomer = card.kind === 'external-customer';
  const calm = calmFill(card.kind, palette);
  const fill = tint ? mixed(calm, tint.fill, tint.part) : calm;
  const ink = tint && tint.part > 0.5 ? inkOn(fill) : palette.ink;
  const soft = tint && tint.part > 0.5 ? mixed(ink, fill, 0.08) : palette.soft;

  if (isFolded(card.id)) paintStack(context, card, box, palette);
  cardShape(context, card, box);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = isCustomer ? 2 : 1;
  context.strokeStyle = tint ? tint.outline : isCustomer ? palette.customer : palette.edge;
  context.stroke();
  if (card.kind === 'supplier') paintSupplierMark(context, box, tint ? ink : palette.line);

  if (isNamedAcross(card, zoom)) return;
  const { name, withPurpose } = nameAtZoom(card, zoom);
  if (name.size * zoom < smallestLetter) return;
  context.textBaseline = 'alphabetic';
  if (isCustomer) {
    const colour = tint ? ink : palette.customer;
    paintPerson(context, box, card.personHeight, colour);
    context.textAlign = 'center';
    const top = box.y + nameBelowPerson(card, name);
    paintText(context, name, box.x + box.width / 2, top, nameFont(name.size), ink);
    return;
  }
  context.textAlign = 'left';
  const left = box.x + card.padding;
  const below = withPurpose && card.purpose.lines.length > 0 ? 4 + heightOf(card.purpose) : 0;
  const top = box.y + (box.height - heightOf(name) - below) / 2;
  paintText(context, name, left, top, nameFont(name.size), ink);
  if (below === 0) return;
  paintText(context, card.purpose, left, top + heightOf(name) + 4, plainFont(card.purpose.size), soft);
}

/** A folded group is a stack of cards. */
function paintStack(context: CanvasRenderingContext2D, card: Card, box: Box, palette: Palette): void {
  context.fillStyle = palette.card;
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  for (const under of [stackDepth, stackDepth / 2]) {
    cardShape(context, card, { ...box, x: box.x + under, y: box.y + under });
    context.fill();
    context.stroke();
  }
}

/** Traces the outline of a card: a team's is a card, a supplier's has square corners, a customer's is a pill. */
export function cardShape(context: CanvasRenderingContext2D, { kind }: Card, box: Box, outwards = 0): void {
  const [x, y] = [box.x - outwards, box.y - outwards];
  const [width, height] = [box.width + 2 * outwards, box.height + 2 * outwards];
  const radius = kind === 'external-customer' ? pillRadius(height) : kind === 'supplier' ? 3 : 10 + outwards;
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
}

function paintText(
  context: CanvasRenderingContext2D,
  { size, lines }: SetText,
  x: number,
  top: number,
  font: string,
  colour: string,
): void {
  context.font = font;
  context.fillStyle = colour;
  lines.forEach((line, index) => context.fillText(line, x, top + index * size * lineHeight + size));
}

function paintSupplierMark(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  context.beginPath();
  context.moveTo(box.x + 4.5, box.y + 1);
  context.lineTo(box.x + 4.5, box.y + box.height - 1);
  context.lineWidth = 2;
  context.strokeStyle = colour;
  context.stroke();
}

function paintPerson(context: CanvasRenderingContext2D, box: Box, height: number, colour: string): void {
  const scale = height / 26;
  const [x, y] = [box.x + box.width / 2, box.y + 8 * scale];
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y + 6 * scale, 6 * scale, 0, 2 * Math.PI);
  context.fill();
  context.beginPath();
  context.ellipse(x, y + 22 * scale, 11.5 * scale, 8.5 * scale, 0, Math.PI, 2 * Math.PI);
  context.fill();
}
