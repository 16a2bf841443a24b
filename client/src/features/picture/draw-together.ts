import { boundsOf, middleOfBox, type Box } from './placement';
import { pushApart } from './push-apart';

const mostRounds = 36;
const squeeze = 0.9;
const falls = 3;

/** How long is looked for a smaller whole: with many boxes every round takes long, and the first rounds gain most. */
interface Patience {
  /** An attempt each: how much harder is squeezed what was squeezed in vain, so that it finds another order. */
  attempts: readonly number[];
  mostMisses: number;
}
const patienceFor = (count: number): Patience =>
  count <= 24
    ? { attempts: [0.05, 0.07, 0.09], mostMisses: 10 }
    : count <= 60
      ? { attempts: [0.07], mostMisses: 6 }
      : { attempts: count <= 1_000 ? [0] : [], mostMisses: 4 };

/**
 * Moves boxes that are apart closer together, in place, towards a rectangle of this width to height, which is that of a
 * screen: what sticks out most is squeezed, pushed apart again and let fall towards the middle. Of all that were tried
 * the smallest is kept.
 */
export function drawTogether(
  boxes: readonly Box[],
  gap: number,
  shape: number,
  /** How much of the paper boxes cover when the first two are pushed apart. */
  filled = 0.7,
): void {
  reshape(boxes, gap, shape, filled);
  pushApart(boxes, gap);
  const { attempts, mostMisses } = patienceFor(boxes.length);
  const start = places(boxes);
  let best = start;
  let least = sizeOf(boxes, shape);
  for (const harder of attempts) {
    put(boxes, start);
    let smallest = Infinity;
    for (let round = 0, misses = 0; round < mostRounds && misses < mostMisses; round += 1) {
      squeezeOnce(boxes, shape, squeeze - harder * misses, round % 2 === 1);
      pushApart(boxes, gap);
      for (let time = 0; harder > 0 && time < falls; time += 1) fall(boxes, gap, shape);
      const size = sizeOf(boxes, shape);
      if (size < least) [best, least] = [places(boxes), size];
      misses = size < smallest * 0.995 ? 0 : misses + 1;
      smallest = Math.min(smallest, size);
    }
  }
  put(boxes, best);
}

/**
 * Lets the middles fill the shape from the start, with room for every box: boxes that are pushed apart give way along
 * their shorter side, and squeezing does not make broad what has become tall.
 */
function reshape(boxes: readonly Box[], gap: number, shape: number, filled: number): void {
  const middles = boundsOf(
    boxes.map((box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2, width: 0, height: 0 })),
  )!;
  const area = boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const height = Math.sqrt(area / filled / shape);
  const [wider, higher] = [
    (height * shape) / Math.max(1, middles.width),
    height / Math.max(1, middles.height),
  ];
  for (const box of boxes) {
    box.x = (box.x + box.width / 2 - middles.x) * wider - box.width / 2;
    box.y = (box.y + box.height / 2 - middles.y) * higher - box.height / 2;
  }
}

/** Towards the middle of the paper, along the axis of which there is too much, or along both. */
function squeezeOnce(boxes: readonly Box[], shape: number, by: number, both: boolean): void {
  const { width, height } = boundsOf(boxes)!;
  const isWide = width > height * shape;
  for (const box of boxes) {
    if (isWide || both) box.x = (box.x + box.width / 2) * by - box.width / 2;
    if (!isWide || both) box.y = (box.y + box.height / 2) * by - box.height / 2;
  }
}

/** Each box moves along one axis and then the other towards the middle, the innermost first, until another is in its way. */
function fall(boxes: readonly Box[], gap: number, shape: number): void {
  const all = boundsOf(boxes)!;
  const middle = middleOfBox(all);
  const off = (box: Box): number =>
    Math.max(Math.abs(box.x + box.width / 2 - middle.x) / shape, Math.abs(box.y + box.height / 2 - middle.y));
  const [x, y, width, height] = (['x', 'y', 'width', 'height'] as const).map((side) =>
    Float64Array.from(boxes, (box) => box[side]),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const across: Axis = { at: x, size: width, beside: y, breadth: height };
  const down: Axis = { at: y, size: height, beside: x, breadth: width };
  const offs = boxes.map(off);
  for (const index of [...boxes.keys()].sort((a, b) => offs[a]! - offs[b]!)) {
    x[index]! += freeWay(index, middle.x, gap, across);
    y[index]! += freeWay(index, middle.y, gap, down);
  }
  boxes.forEach((box, index) => Object.assign(box, { x: x[index], y: y[index] }));
}

/** All boxes as columns of numbers, as seen along one axis: they are gone through hundreds of times. */
interface Axis {
  at: Float64Array;
  size: Float64Array;
  beside: Float64Array;
  breadth: Float64Array;
}

/** How far a box can move along an axis towards a point for its middle before it comes nearer than `gap` to another. */
function freeWay(box: number, to: number, gap: number, { at, size, beside, breadth }: Axis): number {
  const [start, length, edge, end] = [at[box]!, size[box]!, beside[box]!, beside[box]! + breadth[box]!];
  const wanted = to - start - length / 2;
  const forwards = wanted > 0;
  let way = Math.abs(wanted);
  for (let other = 0; other < at.length; other += 1) {
    const isBeside = edge >= beside[other]! + breadth[other]! + gap || beside[other]! >= end + gap;
    if (other === box || isBeside) continue;
    const between = forwards ? at[other]! - start - length - gap : start - at[other]! - size[other]! - gap;
    if (between > -length - size[other]!) way = Math.min(way, Math.max(0, between));
  }
  return forwards ? way : -way;
}

const put = (boxes: readonly Box[], at: readonly { x: number; y: number }[]) =>
  boxes.forEach((box, index) => Object.assign(box, at[index]));

const places = (boxes: readonly Box[]) => boxes.map(({ x, y }) => ({ x, y }));

/** The height of the smallest rectangle of this shape around all of it. */
function sizeOf(boxes: readonly Box[], shape: number): number {
  const { width, height } = boundsOf(boxes)!;
  return Math.max(width / shape, height);
}
