import { boundsOf, type Box } from './placement';

/**
 * Stands boxes in columns to the right of others, in place: as many columns as their height needs, in the order of
 * where each would best stand (`wishOf`, a height on the paper), with even room between them.
 */
export function placeLast<Last extends Box>(
  last: readonly Last[],
  others: readonly Box[],
  { gap, shape }: { gap: number; shape: number },
  wishOf: (box: Last) => number,
): void {
  if (last.length === 0) return;
  const beside = boundsOf(others) ?? { x: 0, y: 0, width: 0, height: 0 };
  const needed = last.reduce((sum, { height }) => sum + height + gap, 0);
  const area = last.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const height = Math.max(beside.height, Math.sqrt(area / shape) - gap);
  const count = Math.ceil(needed / (height + gap));
  const wishes = new Map(last.map((box) => [box, wishOf(box)]));
  const order = last.toSorted((a, b) => wishes.get(a)! - wishes.get(b)!);
  // Lines to them need room to be told apart.
  let x = beside.x + beside.width + (others.length > 0 ? 2 * gap : 0);
  for (let column = 0; column < count; column += 1) {
    const boxes = order.filter((_, index) => index % count === column);
    const width = Math.max(...boxes.map((box) => box.width));
    const free = height - boxes.reduce((sum, box) => sum + box.height, 0);
    const between = Math.max(gap, free / boxes.length);
    let y =
      beside.y +
      beside.height / 2 -
      (boxes.reduce((sum, box) => sum + box.height + between, 0) - between) / 2;
    for (const box of boxes) {
      box.x = x + (width - box.width) / 2;
      box.y = y;
      y += box.height + between;
    }
    x += width + gap;
  }
}
