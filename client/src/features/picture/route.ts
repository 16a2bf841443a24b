import type { Box } from './placement';

/** A point in the picture's units. */
export interface Point {
  x: number;
  y: number;
}

/** One piece of a link's line: a straight line to a point, or a curve to it by two control points. */
export type Piece = { kind: 'line'; to: Point } | { kind: 'curve'; a: Point; b: Point; to: Point };

/** The line of a link as drawn, and as a row of close points for everything that follows it. */
export interface Route {
  start: Point;
  pieces: Piece[];
  /** x, y of points along the line, first and last included. */
  points: Float32Array;
  /** Length of the line up to each of those points. */
  lengths: Float32Array;
  /** Parts of the way, from 0 to 1, on which it leads behind cards of others; absent where it never does. */
  hidden?: readonly (readonly [from: number, to: number])[];
}

export const isHidden = ({ hidden = [] }: Route, part: number): boolean =>
  hidden.some(([from, to]) => part > from && part < to);

/** How far a loop swings out beside a card; less than the gap between two layers, of which it takes three quarters. */
const swing = 22;
const stepsPerCurve = 14;
/** Among thousands of links nobody can tell. */
export const coarseSteps = 6;

/**
 * Draws a line through bends. Every slope lies in the gap between two layers and is drawn as a curve that leaves and
 * arrives level, so it stays in that gap, off the cards. A loop leaves to the right, swings around to its `lane` (the
 * first and the last of its bends) and from its end around into the card.
 */
export function routeThrough(
  bends: readonly Point[],
  lane?: readonly [first: number, last: number],
  steps = stepsPerCurve,
): Route {
  const start = bends[0]!;
  const pieces = lane ? backward(bends, lane) : forward(bends);
  return { start, pieces, ...pointsAlong(start, pieces, steps) };
}

function forward(bends: readonly Point[]): Piece[] {
  return bends.slice(1).map((to, index) => levelCurve(bends[index]!, to));
}

function levelCurve(from: Point, to: Point): Piece {
  if (Math.abs(from.y - to.y) < 0.5) return { kind: 'line', to };
  const reach = (to.x - from.x) / 2;
  return { kind: 'curve', a: { x: from.x + reach, y: from.y }, b: { x: to.x - reach, y: to.y }, to };
}

/** A loop: out of the right side, around, back along its lane, and around into the left side. */
function backward(bends: readonly Point[], [first, last]: readonly [number, number]): Piece[] {
  const start = bends[0]!;
  const end = bends.at(-1)!;
  const lane = bends.slice(first, last + 1);
  const outer = Math.max(start.x, lane[0]!.x) + swing;
  const inner = Math.min(end.x, lane.at(-1)!.x) - swing;
  return [
    { kind: 'curve', a: { x: outer, y: start.y }, b: { x: outer, y: lane[0]!.y }, to: lane[0]! },
    ...forward(lane),
    { kind: 'curve', a: { x: inner, y: lane.at(-1)!.y }, b: { x: inner, y: end.y }, to: end },
  ];
}

/** A line of any pieces. */
export const routeOf = (start: Point, pieces: Piece[]): Route => ({
  start,
  pieces,
  ...pointsAlong(start, pieces, stepsPerCurve),
});

function pointsAlong(
  start: Point,
  pieces: readonly Piece[],
  steps: number,
): Pick<Route, 'points' | 'lengths'> {
  const count = pieces.reduce((sum, { kind }) => sum + (kind === 'curve' ? steps : 1), 1);
  const along = new Float32Array(2 * count);
  let at = 0;
  const put = (x: number, y: number): void => {
    along[at] = x;
    along[at + 1] = y;
    at += 2;
  };
  put(start.x, start.y);
  let from = start;
  for (const piece of pieces) {
    const { to } = piece;
    if (piece.kind === 'curve') {
      const { a, b } = piece;
      for (let step = 1; step < steps; step += 1) {
        const t = step / steps;
        const [p, q, r, s] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
        put(p * from.x + q * a.x + r * b.x + s * to.x, p * from.y + q * a.y + r * b.y + s * to.y);
      }
    }
    put(to.x, to.y);
    from = to;
  }
  return measured(along);
}

function measured(points: Float32Array): Pick<Route, 'points' | 'lengths'> {
  const lengths = new Float32Array(points.length / 2);
  for (let index = 1; index < lengths.length; index += 1) {
    const [dx, dy] = [
      points[2 * index]! - points[2 * index - 2]!,
      points[2 * index + 1]! - points[2 * index - 1]!,
    ];
    lengths[index] = lengths[index - 1]! + Math.hypot(dx, dy);
  }
  return { points, lengths };
}

/** The same line with every point moved by a rule that keeps distances. */
export function mapped({ start, pieces, points, lengths }: Route, move: (point: Point) => Point): Route {
  const movedPoints = new Float32Array(points.length);
  for (let index = 0; index < points.length; index += 2) {
    const { x, y } = move({ x: points[index]!, y: points[index + 1]! });
    movedPoints[index] = x;
    movedPoints[index + 1] = y;
  }
  return {
    start: move(start),
    pieces: pieces.map((piece) =>
      piece.kind === 'line'
        ? { kind: 'line', to: move(piece.to) }
        : { kind: 'curve', a: move(piece.a), b: move(piece.b), to: move(piece.to) },
    ),
    points: movedPoints,
    lengths,
  };
}

export const lengthOf = (route: Pick<Route, 'lengths'>): number => route.lengths.at(-1)!;

/** Where one is after a part (0 to 1) of the way. */
export function pointAt({ points, lengths }: Pick<Route, 'points' | 'lengths'>, part: number): Point {
  const wanted = Math.max(0, Math.min(1, part)) * lengths.at(-1)!;
  let index = 1;
  while (index < lengths.length - 1 && lengths[index]! < wanted) index += 1;
  const stretch = lengths[index]! - lengths[index - 1]!;
  const t = stretch > 0 ? (wanted - lengths[index - 1]!) / stretch : 0;
  return {
    x: points[2 * index - 2]! + (points[2 * index]! - points[2 * index - 2]!) * t,
    y: points[2 * index - 1]! + (points[2 * index + 1]! - points[2 * index - 1]!) * t,
  };
}

const boxes = new WeakMap<Float32Array, Box>();

/** The box around a line; kept, since it is asked for whenever something is painted. */
export function routeBox({ points }: Pick<Route, 'points'>): Box {
  const known = boxes.get(points);
  if (known) return known;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < points.length; index += 2) {
    left = Math.min(left, points[index]!);
    right = Math.max(right, points[index]!);
    top = Math.min(top, points[index + 1]!);
    bottom = Math.max(bottom, points[index + 1]!);
  }
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  boxes.set(points, box);
  return box;
}

/** Distance from a point to the line. */
export function distanceTo({ points }: Pick<Route, 'points'>, { x, y }: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let index = 2; index < points.length; index += 2) {
    const [ax, ay] = [points[index - 2]!, points[index - 1]!];
    const [dx, dy] = [points[index]! - ax, points[index + 1]! - ay];
    const square = dx * dx + dy * dy;
    const t = square > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
    nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return nearest;
}

/** The line between two: for a map that changes its shape. Both are read at the same number of points. */
export function between(from: Route, to: Route, part: number): Route {
  const count = 32;
  const points = new Float32Array(2 * count);
  for (let index = 0; index < count; index += 1) {
    const [a, b] = [pointAt(from, index / (count - 1)), pointAt(to, index / (count - 1))];
    points[2 * index] = a.x + (b.x - a.x) * part;
    points[2 * index + 1] = a.y + (b.y - a.y) * part;
  }
  const pieces: Piece[] = [];
  for (let index = 1; index < count; index += 1) {
    pieces.push({ kind: 'line', to: { x: points[2 * index]!, y: points[2 * index + 1]! } });
  }
  return { start: { x: points[0]!, y: points[1]! }, pieces, ...measured(points) };
}
