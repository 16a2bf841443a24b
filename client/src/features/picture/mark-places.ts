import { freePart, mostWithFreePlaces } from './beside-line';
import type { Box } from './placement';
import { pointAt, type Point } from './route';
import type { Scene } from './scene';

const markRoom = 18;
const known = new WeakMap<Scene['links'], Map<string, Point[]>>();

/** Where the marks of each link stand: on it, in the open, off the marks of others. Kept while links stay as they are. */
export function markPlaces({ links, boxes }: Scene): Map<string, Point[]> {
  const kept = known.get(links);
  if (kept) return kept;
  const isLarge = boxes.size > mostWithFreePlaces;
  const taken = isLarge ? [] : [...boxes.values()];
  const places = new Map<string, Point[]>();
  for (const { id, route, line, disputed } of links) {
    const wanted = [
      ...(line === 'standby' ? [0.5] : []),
      ...(disputed ? [line === 'standby' ? 0.3 : 0.5] : []),
    ];
    if (wanted.length === 0) continue;
    const points = wanted.map((part) => {
      const at = pointAt(route, freePart(route, part, { width: markRoom, height: markRoom }, taken));
      if (!isLarge)
        taken.push({ x: at.x - markRoom / 2, y: at.y - markRoom / 2, width: markRoom, height: markRoom });
      return at;
    });
    places.set(id, points);
  }
  known.set(links, places);
  return places;
}

/** What marks cover, in the picture's units. */
export const markBoxes = (scene: Scene): Box[] =>
  [...markPlaces(scene).values()].flatMap((points) =>
    points.map(({ x, y }) => ({
      x: x - markRoom / 2,
      y: y - markRoom / 2,
      width: markRoom,
      height: markRoom,
    })),
  );
