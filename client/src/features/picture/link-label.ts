import { lineHeight } from './card';
import { spotBeside } from './beside-line';
import type { Box } from './placement';
import type { Scene, SceneLink } from './scene';
import { wrapText } from './wrap-text';

/** The words of a chosen link, set: where they stand, and the part of the link they stand by. */
export interface LinkLabel {
  lines: string[];
  size: number;
  box: Box;
  part: number;
}

const usualSize = 12.5;
/** The greatest width of a line, in sizes of its letters: about 27 of them. */
const widest = 15;
const mostLines = 3;

/** It covers no card where that can be had, its own two least of all; it grows as one steps back, to be read still. */
export function labelOf(
  link: SceneLink,
  boxes: Scene['boxes'],
  zoom: number,
  measure: (text: string, size: number) => number,
): LinkLabel {
  const size = usualSize * Math.max(1, Math.min(3, 0.9 / zoom));
  const lines = wrapText(link.output, widest * size, (text) => measure(text, size), mostLines);
  const width = Math.max(...lines.map((line) => measure(line, size))) + size * 1.4;
  const height = lines.length * size * lineHeight + size * 0.6;
  const own = [boxes.get(link.provider)!, boxes.get(link.customer)!];
  const { at, part } = spotBeside(link.route, { width, height }, [...boxes.values()], own);
  return { lines, size, part, box: { x: at.x - width / 2, y: at.y - height / 2, width, height } };
}
