import { cardShape } from './paint-cards';
import { traceArrow, traceUpTo } from './paint-links';
import { mixed, type Palette } from './palette';
import { lineHeight } from './card';
import { labelOf } from './link-label';
import { middleOfBox } from './placement';
import { signsOf, type SignLook } from './ripple-look';
import { distanceTo, pointAt, type Point } from './route';
import type { Scene, SceneLink } from './scene';
import { plainFont } from './type-face';

export interface Chosen {
  party: string | undefined;
  link: string | undefined;
  highlighted: ReadonlySet<string>;
}

export const isAnyChosen = ({ party, link, highlighted }: Chosen): boolean =>
  party !== undefined || link !== undefined || highlighted.size > 0;

/** A new link on its way from its provider to wherever the hand or the keys are. */
export interface Rubber {
  from: string;
  to: Point | undefined;
  target: string | undefined;
}

/** Under the ripple: the links of what is chosen, stronger than the rest. */
export function paintChosenLinks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  chosen: Chosen,
  palette: Palette,
  zoom: number,
  withPartyLinks: boolean,
): void {
  // Painted at every frame of a ripple, over thousands of links: most of the time nothing is chosen.
  const isAnyHighlighted = chosen.highlighted.size > 0;
  const isHighlighted = (id: string): boolean => isAnyHighlighted && chosen.highlighted.has(`link ${id}`);
  const strong = scene.links.filter(
    ({ id, provider, customer }) =>
      id === chosen.link ||
      isHighlighted(id) ||
      (withPartyLinks &&
        chosen.party !== undefined &&
        (provider === chosen.party || customer === chosen.party)),
  );
  context.strokeStyle = palette.accent;
  context.fillStyle = palette.accent;
  for (const link of strong) {
    const isChosen = link.id === chosen.link || isHighlighted(link.id);
    context.lineWidth = Math.max(isChosen ? 3 : 2, 1 / zoom);
    context.beginPath();
    traceUpTo(context, link.route, 0.97);
    context.stroke();
    context.beginPath();
    traceArrow(context, link.route, 1.35);
    context.fill();
  }
}

/** Over everything: the ring around what is chosen, and the words of a chosen link, off what a ripple says. */
export function paintChosen(
  context: CanvasRenderingContext2D,
  scene: Scene,
  chosen: Chosen,
  palette: Palette,
  zoom: number,
  ripple: SignLook | undefined,
): void {
  for (const party of ringed(chosen)) ring(context, scene, party, palette.accent, zoom);
  const link = scene.links.find(({ id }) => id === chosen.link);
  if (link && link.output.trim() !== '') paintLabel(context, scene, link, palette, zoom, ripple);
}

/** Who has a ring around them. */
export function ringed({ party, highlighted }: Chosen): string[] {
  const rings = party === undefined ? [] : [party];
  for (const key of highlighted) if (key.startsWith('party ')) rings.push(key.slice('party '.length));
  return rings;
}

export function paintRubber(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { from, to, target }: Rubber,
  palette: Palette,
  zoom: number,
): void {
  const start = scene.boxes.get(from);
  if (!start) return;
  const aim = target === undefined ? undefined : scene.boxes.get(target);
  ring(context, scene, from, palette.accent, zoom);
  if (target !== undefined) ring(context, scene, target, palette.accent, zoom);
  const end = aim ? { x: aim.x, y: aim.y + aim.height / 2 } : to;
  if (!end) return;
  const begin = { x: start.x + start.width, y: start.y + start.height / 2 };
  const reach = Math.max(30, Math.abs(end.x - begin.x) / 2);
  context.beginPath();
  context.moveTo(begin.x, begin.y);
  context.bezierCurveTo(begin.x + reach, begin.y, end.x - reach, end.y, end.x, end.y);
  context.lineWidth = 2.5 / Math.min(1, zoom);
  context.strokeStyle = palette.accent;
  context.setLineDash([7, 5]);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.arc(end.x, end.y, 5, 0, 2 * Math.PI);
  context.fillStyle = palette.accent;
  context.fill();
}

function ring(
  context: CanvasRenderingContext2D,
  scene: Scene,
  party: string,
  colour: string,
  zoom: number,
): void {
  const box = scene.boxes.get(party);
  const card = scene.cards.get(party);
  if (!box || !card) return;
  const width = Math.max(2.5, 2 / zoom);
  cardShape(context, card, box, 1.5 + width);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

/** Words of a chosen link: beside it where they would cover a card, at the end of a thin line where that is far. */
function paintLabel(
  context: CanvasRenderingContext2D,
  scene: Scene,
  link: SceneLink,
  palette: Palette,
  zoom: number,
  ripple: SignLook | undefined,
): void {
  const signs = ripple ? signsOf(scene, ripple) : [];
  const label = labelOf(link, scene.boxes, signs, zoom, (text, size) => {
    context.font = plainFont(size);
    return context.measureText(text).width;
  });
  const { x, y, width, height } = label.box;
  const middle = middleOfBox(label.box);
  context.lineWidth = 1 / zoom;
  context.strokeStyle = palette.accent;
  if (distanceTo(link.route, middle) > height / 2) {
    const near = pointAt(link.route, label.part);
    context.beginPath();
    context.moveTo(near.x, near.y);
    context.lineTo(middle.x, middle.y);
    context.stroke();
  }
  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(height / 2, label.size));
  context.fillStyle = mixed(palette.card, palette.accent, 0.1);
  context.fill();
  context.stroke();
  context.fillStyle = palette.ink;
  context.font = plainFont(label.size);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  label.lines.forEach((line, index) => {
    const row = index - (label.lines.length - 1) / 2;
    context.fillText(line, middle.x, middle.y + row * label.size * lineHeight + label.size * 0.05);
  });
  context.textBaseline = 'alphabetic';
}
