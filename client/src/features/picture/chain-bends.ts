import type { Grid, Way } from './chain-grid';
import type { Point } from './route';

/** Where everything of a grid lies: cards and waypoints by `y` (their middles), layers by their edges. */
export interface LaidGrid {
  grid: Grid;
  widths: Float64Array;
  y: Float64Array;
  out: Float64Array;
  into: Float64Array;
  /** Left and right edge of each layer. */
  left: Float64Array;
  right: Float64Array;
}

/** The points at which a link bends, and which of them lie on the lane that a loop runs back along. */
export interface Bends {
  points: Point[];
  lane?: [first: number, last: number];
}

/** Slopes lie in the gaps between layers; through a layer a link runs level, in its lane between the cards. */
export function bendsOf(laid: LaidGrid, way: Way, number: number): Bends {
  const { grid, widths, y, left, right } = laid;
  const [provider, customer] = [way.stops[0]!, way.stops.at(-1)!];
  const middle = (card: number): number => (left[grid.layerOf[card]!]! + right[grid.layerOf[card]!]!) / 2;
  const leaves = y[provider]! + laid.out[number]!;
  const arrives = y[customer]! + laid.into[number]!;
  const start = { x: middle(provider) + widths[provider]! / 2, y: leaves };
  const end = { x: middle(customer) - widths[customer]! / 2, y: arrives };
  const passed = way.stops.slice(1, -1);
  if (way.isLoop) {
    const lane = passed.flatMap((stop) => {
      const layer = grid.layerOf[stop]!;
      return [
        { x: right[layer]!, y: y[stop]! },
        { x: left[layer]!, y: y[stop]! },
      ];
    });
    const points = [start, ...withoutLevelOnes(lane), end];
    return { points, lane: [1, points.length - 2] };
  }
  const points = [
    start,
    { x: right[grid.layerOf[provider]!]!, y: leaves },
    ...passed.flatMap((stop) => {
      const layer = grid.layerOf[stop]!;
      return [
        { x: left[layer]!, y: y[stop]! },
        { x: right[layer]!, y: y[stop]! },
      ];
    }),
    { x: left[grid.layerOf[customer]!]!, y: arrives },
    end,
  ];
  return { points: withoutLevelOnes(points) };
}

/** Leaves out points between two of the same height, and those that stand on the one before. */
function withoutLevelOnes(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const before = kept.at(-1);
    const next = points[index + 1];
    const isLevel = before && next && same(before.y, point.y) && same(point.y, next.y);
    const isThere = before && next && same(before.x, point.x) && same(before.y, point.y);
    if (!isLevel && !isThere) kept.push(point);
  });
  return kept;
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.05;
