import type { Box } from './placement';
import type { Point } from './route';

const ringStep = 36;
const mostRings = 60;

/** The middle nearest to a wish at which a card keeps `gap` from all others; the wish itself where nobody is in the way. */
export function freeSpot(
  wish: Point,
  { width, height }: Pick<Box, 'width' | 'height'>,
  taken: Iterable<Box>,
  gap: number,
): Point {
  const others = [...taken];
  const isFree = ({ x, y }: Point): boolean =>
    others.every(
      (box) =>
        Math.abs(box.x + box.width / 2 - x) >= (box.width + width) / 2 + gap ||
        Math.abs(box.y + box.height / 2 - y) >= (box.height + height) / 2 + gap,
    );
  for (let ring = 0; ring < mostRings; ring += 1) {
    const spots = ring === 0 ? 1 : 6 * ring;
    for (let spot = 0; spot < spots; spot += 1) {
      const angle = (2 * Math.PI * spot) / spots;
      // Cards are broader than high, so a ring is too.
      const at = {
        x: Math.round(wish.x + 1.4 * ring * ringStep * Math.cos(angle)),
        y: Math.round(wish.y + ring * ringStep * Math.sin(angle)),
      };
      if (isFree(at)) return at;
    }
  }
  return { x: Math.round(wish.x), y: Math.round(wish.y) };
}
