import { middleOfBox, type Box } from './placement';
import type { Scene } from './scene';

export type Direction = 'up' | 'right' | 'down' | 'left';

const headings: Record<Direction, { x: number; y: number }> = {
  up: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/**
 * The party one comes to by an arrow key: along a link where one leads that way, else the nearest card that way.
 * Undefined at the edge of the map. From nowhere, the first card of the chain.
 */
export function partyTowards(
  scene: Scene,
  from: string | undefined,
  direction: Direction,
): string | undefined {
  const here = from === undefined ? undefined : scene.boxes.get(from);
  if (!here) return firstParty(scene);
  const linked = new Set(
    scene.links.flatMap(({ provider, customer }) =>
      provider === from ? [customer] : customer === from ? [provider] : [],
    ),
  );
  return (
    nearest(scene, here, direction, (id) => id !== from && linked.has(id), 1.2) ??
    nearest(scene, here, direction, (id) => id !== from, 2.2)
  );
}

/** The card that stands first: leftmost, then topmost. */
export function firstParty({ boxes }: Scene): string | undefined {
  return [...boxes].sort(([, a], [, b]) => Math.round(a.x - b.x) || a.y - b.y)[0]?.[0];
}

/** The party whose card holds this point, or comes within `reach` of it; the nearest where several do. */
export function partyAt({ boxes }: Scene, { x, y }: { x: number; y: number }, reach = 0): string | undefined {
  let found: string | undefined;
  let least = reach;
  for (const [id, box] of boxes) {
    const aside = Math.max(box.x - x, 0, x - box.x - box.width);
    const above = Math.max(box.y - y, 0, y - box.y - box.height);
    const distance = Math.hypot(aside, above);
    if (distance <= least) [found, least] = [id, distance];
  }
  return found;
}

function nearest(
  { boxes }: Scene,
  here: Box,
  direction: Direction,
  mayBe: (id: string) => boolean,
  steepest: number,
): string | undefined {
  const heading = headings[direction];
  const start = middleOfBox(here);
  let best: { id: string; cost: number } | undefined;
  for (const [id, box] of boxes) {
    if (!mayBe(id)) continue;
    const end = middleOfBox(box);
    const along = (end.x - start.x) * heading.x + (end.y - start.y) * heading.y;
    const aside = Math.abs((end.x - start.x) * heading.y) + Math.abs((end.y - start.y) * heading.x);
    if (along < 8 || aside > steepest * along + 8) continue;
    const cost = along + 1.8 * aside;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
