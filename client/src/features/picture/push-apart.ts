import type { Box } from './placement';

const mostRounds = 120;
const mostStretches = 40;

/**
 * Moves boxes until none comes nearer to another than `gap`, each as little as it can; in place. Two that overlap give
 * way along the shorter way out. Where that goes in circles, all of it is stretched a little and tried again, which
 * ends because distances only grow. Neighbours are found by a sweep along x.
 */
export function pushApart(boxes: readonly Box[], gap: number): void {
  for (let stretch = 0; stretch < mostStretches; stretch += 1) {
    for (let round = 0; round < mostRounds; round += 1) if (!pushOnce(boxes, gap)) return;
    stretchAll(boxes, 1.12);
  }
}

function pushOnce(boxes: readonly Box[], gap: number): boolean {
  const order = boxes.map((_, index) => index).sort((a, b) => boxes[a]!.x - boxes[b]!.x || a - b);
  const widest = Math.max(...boxes.map(({ width }) => width));
  let pushed = false;
  order.forEach((first, at) => {
    const a = boxes[first]!;
    for (let next = at + 1; next < order.length; next += 1) {
      const b = boxes[order[next]!]!;
      // A box may have moved since the order was made, by less than the widest one.
      if (b.x - a.x > 2 * widest + gap) break;
      if (part(a, b, gap)) pushed = true;
    }
  });
  return pushed;
}

/** Half a unit more than needed, so that rounding brings nobody back. */
const slack = 0.5;

function part(a: Box, b: Box, gap: number): boolean {
  const [dx, dy] = [b.x + b.width / 2 - a.x - a.width / 2, b.y + b.height / 2 - a.y - a.height / 2];
  const missingX = (a.width + b.width) / 2 + gap - Math.abs(dx);
  const missingY = (a.height + b.height) / 2 + gap - Math.abs(dy);
  if (missingX <= 0 || missingY <= 0) return false;
  if (missingX < missingY) {
    const by = ((missingX + slack) / 2) * (dx < 0 ? -1 : 1);
    a.x -= by;
    b.x += by;
  } else {
    const by = ((missingY + slack) / 2) * (dy < 0 ? -1 : 1);
    a.y -= by;
    b.y += by;
  }
  return true;
}

function stretchAll(boxes: readonly Box[], factor: number): void {
  boxes.forEach((box, index) => {
    // Boxes with the same middle would stay together whatever the factor.
    box.x = (box.x + box.width / 2) * factor - box.width / 2 + index * 0.01;
    box.y = (box.y + box.height / 2) * factor - box.height / 2 + index * 0.013;
  });
}
