import type { Point } from './route';
import type { Tangle } from './spread';

const [mostPivots, powerRounds, springRounds] = [40, 40, 90];
/** Air around a rectangle, as a part of its size: lines pass there. */
const air = 1.5;
/** Those further apart than this many rectangles leave each other alone. */
const reach = 4;
/** Of a pull, against the push of a neighbour at a rectangle's distance. */
const strength = 0.3;

/**
 * Spreads hundreds or thousands of rectangles in a moment: pivot multidimensional scaling (Brandes, Pich 2007) for the
 * shape of the whole, then springs whose pushing ends at arm's length (Fruchterman, Reingold 1991) for the neighbourhood.
 * Time in the rectangles times the pivots and in the pulls. Without chance: the same tangle is spread the same way.
 */
export function spreadMany({ sizes, pulls }: Tangle): Map<string, Point> {
  const ids = [...sizes.keys()];
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const ends = pulls.map(([a, b]) => [indexOf.get(a)!, indexOf.get(b)!] as const);
  const besides: number[][] = ids.map(() => []);
  for (const [a, b] of ends) {
    besides[a]!.push(b);
    besides[b]!.push(a);
  }
  const [x, y] = byPivots(besides);
  spring(x, y, ends);
  const mean = (of: 'width' | 'height'): number =>
    [...sizes.values()].reduce((sum, size) => sum + size[of], 0) / sizes.size;
  const [width, height] = [air * mean('width'), air * mean('height')];
  return new Map(ids.map((id, index) => [id, { x: x[index]! * width, y: y[index]! * height }]));
}

/** The two directions in which hops from the pivots differ most; scaled so that each of many has a unit of paper. */
function byPivots(besides: readonly number[][]): [Float64Array, Float64Array] {
  const count = besides.length;
  const rows = centred(hopsFromPivots(besides), count);
  const first = strongest(rows, []);
  const axes = [first, strongest(rows, [first])].map((axis) => {
    const along = new Float64Array(count);
    rows.forEach((row, pivot) => row.forEach((value, index) => (along[index]! += value * axis[pivot]!)));
    const far = Math.sqrt(along.reduce((sum, value) => sum + value * value, 0) / count);
    // Evenly filled, a square of this many has a deviation of a twelfth of its side's square.
    const scale = far > 0 ? Math.sqrt(count / 12) / far : 1;
    // Who is linked alike has the same hops from everywhere; a golden step keeps them from one place.
    return along.map((value, index) => value * scale + (((index + 1) * 0.618_034) % 1) - 0.5);
  });
  // Two that share a place would stay in one if both axes gave them the same step.
  return [axes[0]!, axes[1]!.map((value, index) => value + (((index + 1) * 0.754_878) % 1) - 0.5)];
}

/** Each pivot is the one furthest from all before it; a part of the map that cannot be reached is a hop beyond the rest. */
function hopsFromPivots(besides: readonly number[][]): Float64Array[] {
  const nearest = new Float64Array(besides.length).fill(Infinity);
  const rows: Float64Array[] = [];
  for (let pivot = 0; rows.length < Math.min(mostPivots, besides.length);) {
    const hops = hopsFrom(pivot, besides);
    rows.push(hops);
    hops.forEach((value, index) => (nearest[index] = Math.min(nearest[index]!, value)));
    pivot = nearest.reduce((best, value, index) => (value > nearest[best]! ? index : best), 0);
  }
  return rows;
}

function hopsFrom(start: number, besides: readonly number[][]): Float64Array {
  const hops = new Float64Array(besides.length).fill(-1);
  hops[start] = 0;
  const queue = [start];
  for (let next = 0; next < queue.length; next += 1) {
    for (const beside of besides[queue[next]!]!) {
      if (hops[beside]! >= 0) continue;
      hops[beside] = hops[queue[next]!]! + 1;
      queue.push(beside);
    }
  }
  const beyond = hops[queue.at(-1)!]! + 2;
  return hops.map((value) => (value < 0 ? beyond : value));
}

/** Squared hops without the mean of each pivot, of each party, and with that of all: what is left are inner products. */
function centred(hops: readonly Float64Array[], count: number): Float64Array[] {
  const squares = hops.map((row) => row.map((value) => value * value));
  const meanOf = (row: Float64Array): number => row.reduce((sum, value) => sum + value, 0) / count;
  const means = squares.map(meanOf);
  const all = means.reduce((sum, value) => sum + value, 0) / means.length;
  const columns = new Float64Array(count);
  for (const row of squares) row.forEach((value, index) => (columns[index]! += value / squares.length));
  return squares.map((row, pivot) =>
    row.map((value, index) => -(value - means[pivot]! - columns[index]! + all) / 2),
  );
}

/** The eigenvector of the largest eigenvalue of the rows' products that is at right angles to those before, by powers. */
function strongest(rows: readonly Float64Array[], before: readonly Float64Array[]): Float64Array {
  const products = rows.map((a) =>
    Float64Array.from(rows, (b) => a.reduce((sum, value, index) => sum + value * b[index]!, 0)),
  );
  let axis = Float64Array.from(rows, (_, index) => 1 + (((index + 1) * 0.618_034) % 1));
  for (let round = 0; round < powerRounds; round += 1) {
    const next = Float64Array.from(products, (row) =>
      row.reduce((sum, value, index) => sum + value * axis[index]!, 0),
    );
    for (const other of before) {
      const shared = next.reduce((sum, value, index) => sum + value * other[index]!, 0);
      other.forEach((value, index) => (next[index]! -= shared * value));
    }
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    if (length === 0) return axis.fill(0);
    axis = next.map((value) => value / length);
  }
  return axis;
}

/** In place, in units of a rectangle with its air: pulls draw, whoever is near pushes, and all of it cools down. */
function spring(x: Float64Array, y: Float64Array, ends: readonly (readonly [number, number])[]): void {
  const count = x.length;
  const [moveX, moveY] = [new Float64Array(count), new Float64Array(count)];
  for (let round = 0; round < springRounds; round += 1) {
    moveX.fill(0);
    moveY.fill(0);
    for (const [a, b] of ends) {
      const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
      moveX[a]! += dx * strength;
      moveY[a]! += dy * strength;
      moveX[b]! -= dx * strength;
      moveY[b]! -= dy * strength;
    }
    nearPairs(x, y, (a, b) => {
      const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
      const square = Math.max(0.01, dx * dx + dy * dy);
      if (square > reach * reach) return;
      moveX[a]! -= dx / square;
      moveY[a]! -= dy / square;
      moveX[b]! += dx / square;
      moveY[b]! += dy / square;
    });
    const most = 0.06 * Math.sqrt(count) * (1 - round / springRounds) ** 2 + 0.02;
    for (let index = 0; index < count; index += 1) {
      const far = Math.sqrt(moveX[index]! ** 2 + moveY[index]! ** 2);
      if (far === 0) continue;
      x[index]! += (moveX[index]! / far) * Math.min(far, most);
      y[index]! += (moveY[index]! / far) * Math.min(far, most);
    }
  }
}

/** Every two in the same square of the paper or in neighbouring ones, once. */
function nearPairs(x: Float64Array, y: Float64Array, visit: (a: number, b: number) => void): void {
  const squares = new Map<number, number[]>();
  // Wide enough that no two columns share a key.
  const key = (column: number, row: number): number => column * 2 ** 20 + row;
  x.forEach((value, index) => {
    const at = key(Math.floor(value / reach), Math.floor(y[index]! / reach));
    const square = squares.get(at);
    if (square) square.push(index);
    else squares.set(at, [index]);
  });
  for (const [at, square] of squares) {
    square.forEach((a, index) => {
      for (let other = index + 1; other < square.length; other += 1) visit(a, square[other]!);
    });
    for (const step of [key(0, 1), key(1, -1), key(1, 0), key(1, 1)]) {
      const beside = squares.get(at + step);
      if (beside) for (const a of square) for (const b of beside) visit(a, b);
    }
  }
}
