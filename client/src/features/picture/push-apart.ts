import type { Box } from './placement';

const mostRounds = 120;
const mostStretches = 40;

/**
 * Moves boxes until none comes nearer to another than `gap`, each as little as it can; in place. Two that overlap give
 * way along the shorter way out. Where that goes in circles, all of it is stretched a little and tried again, which
 * ends because distances only grow. Neighbours are found by a sweep along x.
 */
export function pushApart(boxes: readonly Box[], gap: number): void {
  const flat = flatten(boxes);
  for (let stretch = 0; stretch < mostStretches && !areApart(flat, gap); stretch += 1) stretchAll(flat, 1.12);
  boxes.forEach((box, index) => {
    box.x = flat.x[index]!;
    box.y = flat.y[index]!;
  });
}

/** The boxes as columns of numbers, for thousands of them are gone through hundreds of times. */
interface Flat {
  x: Float64Array;
  y: Float64Array;
  width: Float64Array;
  height: Float64Array;
  widest: number;
  /** From the left to the right, as last looked at. */
  order: Uint32Array;
}

const flatten = (boxes: readonly Box[]): Flat => ({
  x: Float64Array.from(boxes, ({ x }) => x),
  y: Float64Array.from(boxes, ({ y }) => y),
  width: Float64Array.from(boxes, ({ width }) => width),
  height: Float64Array.from(boxes, ({ height }) => height),
  widest: boxes.reduce((most, { width }) => Math.max(most, width), 0),
  order: Uint32Array.from(boxes, (_, index) => index),
});

function areApart(flat: Flat, gap: number): boolean {
  for (let round = 0; round < mostRounds; round += 1) if (!pushOnce(flat, gap)) return true;
  return false;
}

function pushOnce(flat: Flat, gap: number): boolean {
  sortAgain(flat);
  const { x, order, widest } = flat;
  let pushed = false;
  for (let at = 0; at < order.length; at += 1) {
    const a = order[at]!;
    for (let next = at + 1; next < order.length; next += 1) {
      const b = order[next]!;
      // A box may have moved since the order was made, by less than the widest one.
      if (x[b]! - x[a]! > 2 * widest + gap) break;
      if (part(flat, a, b, gap)) pushed = true;
    }
  }
  return pushed;
}

/** By insertion: a round moves nobody far, so the order of the round before is nearly right. */
function sortAgain({ x, order }: Flat): void {
  for (let at = 1; at < order.length; at += 1) {
    const index = order[at]!;
    let to = at;
    for (; to > 0; to -= 1) {
      const before = order[to - 1]!;
      if (x[before]! < x[index]! || (x[before] === x[index] && before < index)) break;
      order[to] = before;
    }
    order[to] = index;
  }
}

/** Half a unit more than needed, so that rounding brings nobody back. */
const slack = 0.5;

function part({ x, y, width, height }: Flat, a: number, b: number, gap: number): boolean {
  const dy = y[b]! + height[b]! / 2 - y[a]! - height[a]! / 2;
  const missingY = (height[a]! + height[b]!) / 2 + gap - Math.abs(dy);
  if (missingY <= 0) return false;
  const dx = x[b]! + width[b]! / 2 - x[a]! - width[a]! / 2;
  const missingX = (width[a]! + width[b]!) / 2 + gap - Math.abs(dx);
  if (missingX <= 0) return false;
  if (missingX < missingY) {
    const by = ((missingX + slack) / 2) * (dx < 0 ? -1 : 1);
    x[a]! -= by;
    x[b]! += by;
  } else {
    const by = ((missingY + slack) / 2) * (dy < 0 ? -1 : 1);
    y[a]! -= by;
    y[b]! += by;
  }
  return true;
}

function stretchAll({ x, y, width, height }: Flat, factor: number): void {
  for (let index = 0; index < x.length; index += 1) {
    // Boxes with the same middle would stay together whatever the factor.
    x[index] = (x[index]! + width[index]! / 2) * factor - width[index]! / 2 + index * 0.01;
    y[index] = (y[index]! + height[index]! / 2) * factor - height[index]! / 2 + index * 0.013;
  }
}
