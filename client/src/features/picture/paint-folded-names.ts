import { lineHeight, type MeasureAt } from './card';
import type { Lit } from '../../show/emphasis';
import { outerNames, type OuterName } from './folded-names';
import { calmAlpha } from './paint-emphasis';
import type { Palette } from './palette';
import type { Scene } from './scene';
import { canvasMeasure, nameFont } from './type-face';

let measure: MeasureAt | undefined;
/** By places: while a ripple plays the names stay where they are, and are painted many times a second. */
const known = new WeakMap<Scene['boxes'], { zoom: number; names: OuterName[] }>();

export function namesAcross(scene: Scene, zoom: number): readonly OuterName[] {
  const before = known.get(scene.boxes);
  if (before?.zoom === zoom) return before.names;
  measure ??= canvasMeasure();
  const names = outerNames(scene, zoom, measure);
  known.set(scene.boxes, { zoom, names });
  return names;
}

/** Names larger than the cards they belong to, with a rim of paper: a card shows its colour, and a line ends behind. */
export function paintNamesAcross(
  context: CanvasRenderingContext2D,
  names: readonly OuterName[],
  { ink, paper }: Palette,
  lit: Lit | undefined,
): void {
  context.textAlign = 'center';
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.fillStyle = ink;
  for (const { card, text, box } of names) {
    const { size, lines } = text;
    context.globalAlpha = lit && !lit.parties.has(card) ? calmAlpha : 1;
    context.font = nameFont(size);
    context.lineWidth = size * 0.35;
    lines.forEach((line, index) => {
      const [x, y] = [box.x + box.width / 2, box.y + index * size * lineHeight + size];
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
  context.globalAlpha = 1;
}
