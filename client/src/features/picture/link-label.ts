import { lineHeight } from './card';
import { spotBeside } from './beside-line';
import { boxAround, coveredBy, padded, type Box } from './placement';
import { routeBox } from './route';
import type { Scene, SceneLink } from './scene';
import { overlaps } from './view';
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

/** In its own heights, how far off its link it may stand, and half of it. */
const furthest = 8;

/**
 * It covers no card and no sign of a ripple where that can be had; else no card, its own two least of all. It grows as one
 * steps back, to be read still.
 */
export function labelOf(
  link: SceneLink,
  boxes: Scene['boxes'],
  signs: readonly Box[],
  zoom: number,
  measure: (text: string, size: number) => number,
): LinkLabel {
  const size = usualSize * Math.max(1, Math.min(3, 0.9 / zoom));
  const lines = wrapText(link.output, widest * size, (text) => measure(text, size), mostLines);
  const width = Math.max(...lines.map((line) => measure(line, size))) + size * 1.4;
  const height = lines.length * size * lineHeight + size * 0.6;
  const around = padded(routeBox(link.route), Math.max(width / 2, furthest * height));
  const near = (all: readonly Box[]): Box[] => all.filter((box) => overlaps(box, around));
  const cards = near([...boxes.values()]);
  const own = [boxes.get(link.provider)!, boxes.get(link.customer)!];
  const spot = (taken: readonly Box[]) => {
    const { at, part } = spotBeside(link.route, { width, height }, taken, own);
    return { part, box: boxAround(at, { width, height }) };
  };
  const all = [...cards, ...near(signs)];
  const free = spot(all);
  const isFree = all.length === cards.length || coveredBy(free.box, all) === 0;
  return { lines, size, ...(isFree ? free : spot(cards)) };
}
