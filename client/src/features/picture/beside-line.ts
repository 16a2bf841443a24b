import { boxAround, coveredBy, type Box } from './placement';
import { pointAt, type Point, type Route } from './route';

interface Size {
  width: number;
  height: number;
}

/** A line is looked along in so many steps, from the wanted place to both sides. */
const steps = 24;
const [first, last] = [0.1, 0.92];

/** Heights of the thing itself, by which it may stand off a line; the nearest first. */
const offs = Array.from({ length: 21 }, (_, index) => (index % 2 === 0 ? index / 2 : -(index + 1) / 2));

/** Parts of the way along a line, the nearest to a wanted one first. */
function partsAround(wanted: number): number[] {
  const parts = Array.from({ length: steps + 1 }, (_, step) => first + ((last - first) * step) / steps);
  return [wanted, ...parts.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))];
}

/** Among more cards what stands on a line is a speck, and to look for a place for each takes too long. */
export const mostWithFreePlaces = 300;

/** The part of a line nearest to a wanted one where something of this size covers nothing; else where it covers least. */
export function freePart(route: Route, wanted: number, size: Size, taken: readonly Box[]): number {
  let best = wanted;
  let least = Infinity;
  for (const part of partsAround(wanted)) {
    const covered = coveredBy(boxAround(pointAt(route, part), size), taken);
    if (covered < least) [best, least] = [part, covered];
    if (least === 0) break;
  }
  return best;
}

/** Whether something of this size covers nothing at this part of a line. */
export const isFree = (route: Route, part: number, size: Size, taken: readonly Box[]): boolean =>
  coveredBy(boxAround(pointAt(route, part), size), taken) === 0;

/** Ways off a line. */
const ways = Array.from({ length: 8 }, (_, eighth) => {
  const angle = (eighth * Math.PI) / 4;
  return { x: Math.cos(angle), y: Math.sin(angle) };
});
/** Pixels between two distances that are tried. */
const step = 4;

/** The spot nearest to a line, at most so far off it, where something of this size covers nothing; if there is one. */
export function spotOff(
  route: Route,
  wanted: number,
  size: Size,
  taken: readonly Box[],
  furthest: number,
): { at: Point; part: number } | undefined {
  const points = partsAround(wanted).map((part) => ({ part, on: pointAt(route, part) }));
  for (let off = step; off <= furthest; off += step) {
    for (const { part, on } of points) {
      for (const way of ways) {
        const at = { x: on.x + way.x * off, y: on.y + way.y * off };
        if (coveredBy(boxAround(at, size), taken) === 0) return { at, part };
      }
    }
  }
  return undefined;
}

/**
 * Where something of this size may stand beside a line: on it where that covers nothing, else as near to it as can be,
 * at worst where it covers least, and least of what is precious.
 */
export function spotBeside(
  route: Route,
  size: Size,
  taken: readonly Box[],
  precious: readonly Box[],
): { at: Point; part: number } {
  const reach = (size.height * 3) / 4;
  let best: { at: Point; part: number; cost: number } | undefined;
  for (const part of partsAround(0.5)) {
    for (const off of offs) {
      const on = pointAt(route, part);
      const at = { x: on.x, y: on.y + off * reach };
      const box = boxAround(at, size);
      const covered = coveredBy(box, taken) + 20 * coveredBy(box, precious);
      const cost = covered * 100 + Math.abs(off) * reach + Math.abs(part - 0.5) * 120;
      if (!best || cost < best.cost) best = { at, part, cost };
    }
  }
  return best!;
}
