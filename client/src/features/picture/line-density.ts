import { boundsOf } from './placement';
import { routeBox } from './route';
import type { Scene } from './scene';

/** Cells along each side of the grid in which lines are counted. */
const cells = 48;
const known = new WeakMap<Scene['links'], number>();

/**
 * How much line there is about a line: its length in each unit of area, on a grid over all of them, each cell counted as
 * often as there is line in it. Kept while links stay as they are; linear in their points.
 */
export function lineDensity(links: Scene['links']): number {
  const before = known.get(links);
  if (before !== undefined) return before;
  const density = densityOf(links);
  known.set(links, density);
  return density;
}

function densityOf(links: Scene['links']): number {
  const all = boundsOf(links.map(({ route }) => routeBox(route)));
  if (!all) return 0;
  const [across, down] = [Math.max(1, all.width / cells), Math.max(1, all.height / cells)];
  const inCell = new Float64Array((cells + 1) ** 2);
  for (const {
    route: { points, lengths },
  } of links) {
    for (let index = 1; index < lengths.length; index += 1) {
      const [x, y] = [points[2 * index]!, points[2 * index + 1]!];
      const [fromX, fromY] = [points[2 * index - 2]!, points[2 * index - 1]!];
      const length = lengths[index]! - lengths[index - 1]!;
      // A long stretch is counted in every cell that it passes.
      const steps = Math.ceil(Math.max(Math.abs(x - fromX) / across, Math.abs(y - fromY) / down, 1));
      for (let step = 0.5; step < steps; step += 1) {
        const column = Math.floor((fromX + ((x - fromX) * step) / steps - all.x) / across);
        const row = Math.floor((fromY + ((y - fromY) * step) / steps - all.y) / down);
        inCell[row * cells + column]! += length / steps;
      }
    }
  }
  let [sum, squares] = [0, 0];
  for (const length of inCell) [sum, squares] = [sum + length, squares + length * length];
  return sum > 0 ? squares / sum / (across * down) : 0;
}

/** Where lines of this width lie this often over each other, one over the other, all is covered. */
const covered = 0.8;
const [mostPasses, faintest] = [6, 0.15];

interface Passes {
  /** In so many strokes, each of some of the lines: what one stroke covers twice is no darker for it. */
  count: number;
  alpha: number;
}

/** How lines of a width are drawn so that many of them are darker than few, instead of all of them one area. */
export function passesFor(density: number, width: number): Passes {
  const over = (density * width) / covered;
  return {
    count: Math.max(1, Math.min(mostPasses, Math.ceil(over))),
    alpha: Math.min(1, Math.max(faintest, 1.2 / over)),
  };
}
