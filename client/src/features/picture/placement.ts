import type { Card } from './card';
import { mapped, type Point, type Route } from './route';

/** A card's place: its left upper corner and its size, in the picture's units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything stands. */
export interface Placement {
  boxes: Map<string, Box>;
  routes: Map<string, Route>;
}

export const emptyPlacement: Placement = { boxes: new Map(), routes: new Map() };

const gap = 28;

/** Sets parties that have no place in the chain in rows below it. */
export function placeRest(boxes: Map<string, Box>, rest: readonly Card[]): void {
  if (rest.length === 0) return;
  const bounds = boundsOf(boxes.values());
  const perRow = Math.max(
    1,
    Math.round(Math.sqrt(rest.length * 1.2)),
    Math.floor(((bounds?.width ?? 0) + gap) / (rest[0]!.width + gap)),
  );
  let y = bounds ? bounds.y + bounds.height + 2 * gap : 0;
  for (let first = 0; first < rest.length; first += perRow) {
    const row = rest.slice(first, first + perRow);
    row.forEach(({ id, width, height }, index) => {
      boxes.set(id, { x: (bounds?.x ?? 0) + index * (width + gap), y, width, height });
    });
    y += Math.max(...row.map(({ height }) => height)) + gap;
  }
}

/** The box around all boxes; undefined where there are none. */
export function boundsOf(boxes: Iterable<Box>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

export const middleOfBox = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The box of a size that has its middle here. */
export const boxAround = ({ x, y }: Point, { width, height }: Pick<Box, 'width' | 'height'>): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

/** A box with so much around it. */
export const padded = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** The area that two boxes have in common. */
export function sharedArea(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

/** Of a box, the area that others lie on; twice where two of them do. */
export const coveredBy = (box: Box, others: readonly Box[]): number =>
  others.reduce((area, other) => area + sharedArea(box, other), 0);

/** Moves a whole placement so that what stood before stays, on the whole, where it was. */
export function keptInPlace(placement: Placement, before: Placement): Placement {
  const shifts = [...placement.boxes].flatMap(([id, box]) => {
    const stood = before.boxes.get(id);
    return stood ? [{ x: stood.x - box.x, y: stood.y - box.y }] : [];
  });
  if (shifts.length === 0) return placement;
  return moved(placement, { x: median(shifts.map(({ x }) => x)), y: median(shifts.map(({ y }) => y)) });
}

/** Swaps across and down. */
export const mirror = ({ boxes, routes }: Placement): Placement => ({
  boxes: new Map(
    [...boxes].map(([id, { x, y, width, height }]) => [id, { x: y, y: x, width: height, height: width }]),
  ),
  routes: new Map([...routes].map(([id, route]) => [id, mapped(route, ({ x, y }) => ({ x: y, y: x }))])),
});

/** Puts what is last on top. */
export const upsideDown = ({ boxes, routes }: Placement): Placement => ({
  boxes: new Map([...boxes].map(([id, box]) => [id, { ...box, y: -box.y - box.height }])),
  routes: new Map([...routes].map(([id, route]) => [id, mapped(route, ({ x, y }) => ({ x, y: -y }))])),
});

function moved({ boxes, routes }: Placement, by: Point): Placement {
  const shift = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return {
    boxes: new Map([...boxes].map(([id, box]) => [id, { ...box, ...shift(box) }])),
    routes: new Map([...routes].map(([id, route]) => [id, mapped(route, shift)])),
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
