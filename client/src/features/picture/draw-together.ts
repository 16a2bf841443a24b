import { boundsOf, type Box } from './placement';
import { pushApart } from './push-apart';

const mostRounds = 36;
const squeeze = 0.9;

/**
 * Moves boxes that are apart closer together, in place, towards a rectangle of this width to height, which is that of a
 * screen: what sticks out most is squeezed and pushed apart again, for as long as that makes the whole smaller.
 */
export function drawTogether(boxes: readonly Box[], gap: number, shape: number): void {
  pushApart(boxes, gap);
  let best = places(boxes);
  let least = sizeOf(boxes, shape);
  let misses = 0;
  for (let round = 0; round < mostRounds && misses < 4; round += 1) {
    const { width, height } = boundsOf(boxes)!;
    const isWide = width > height * shape;
    for (const box of boxes) {
      if (isWide || round % 2 === 1) box.x = (box.x + box.width / 2) * squeeze - box.width / 2;
      if (!isWide || round % 2 === 1) box.y = (box.y + box.height / 2) * squeeze - box.height / 2;
    }
    pushApart(boxes, gap);
    const size = sizeOf(boxes, shape);
    if (size < least * 0.995) [best, least, misses] = [places(boxes), size, 0];
    else misses += 1;
  }
  boxes.forEach((box, index) => Object.assign(box, best[index]));
}

const places = (boxes: readonly Box[]) => boxes.map(({ x, y }) => ({ x, y }));

/** The height of the smallest rectangle of this shape around all of it. */
function sizeOf(boxes: readonly Box[], shape: number): number {
  const { width, height } = boundsOf(boxes)!;
  return Math.max(width / shape, height);
}
