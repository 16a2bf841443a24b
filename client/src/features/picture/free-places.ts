import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Card } from './card';
import { freeSpot } from './free-spot';
import type { Box } from './placement';
import type { Point } from './route';

type Sizes = ReadonlyMap<string, Pick<Card, 'width' | 'height'>>;

const gap = 24;

/** Whether a map is mostly without places: then it is arranged as a whole instead of party by party. */
export const needsArranging = ({ parties }: MapContent, known: ReadonlyMap<string, Point>): boolean =>
  parties.length > 2 * parties.filter(({ id }) => known.has(id)).length;

/**
 * A place, as the middle of its card, for every party that has none; nobody else moves. With an arrangement of the
 * whole map that is where it stands there, laid over what is known; else near those it is linked to, or near its group.
 */
export function placeMissing(
  content: MapContent,
  sizes: Sizes,
  known: ReadonlyMap<string, Point>,
  arranged?: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const places = new Map(known);
  const found = new Map<string, Point>();
  const taken = new Map([...known].flatMap(([id, point]) => (sizes.has(id) ? [[id, boxOf(id, point)]] : [])));
  function boxOf(id: string, { x, y }: Point): Box {
    const { width, height } = sizes.get(id)!;
    return { x: x - width / 2, y: y - height / 2, width, height };
  }
  const put = (id: string, wish: Point) => {
    // On an empty paper nobody is in the way, and an arrangement keeps its cards apart by itself.
    const at =
      known.size === 0 && arranged
        ? { x: Math.round(wish.x), y: Math.round(wish.y) }
        : freeSpot(wish, sizes.get(id)!, taken.values(), gap);
    places.set(id, at);
    found.set(id, at);
    taken.set(id, boxOf(id, at));
  };

  const missing = content.parties.filter(({ id }) => !known.has(id));
  if (arranged) {
    const shift = shiftOnto(known, arranged);
    for (const { id } of missing) {
      const at = arranged.get(id)!;
      put(id, { x: at.x + shift.x, y: at.y + shift.y });
    }
    return found;
  }
  const besides = neighbours(content);
  const groups = new Map<string, string[]>();
  for (const { id, group } of content.parties) {
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  // Who has placed neighbours comes first; each that is placed may be the neighbour of the next.
  const waiting = new Map(missing.map((party) => [party.id, party]));
  while (waiting.size > 0) {
    const [next] = [...waiting.values()].sort(
      (a, b) => placedAmong(besides.get(b.id)) - placedAmong(besides.get(a.id)),
    );
    waiting.delete(next!.id);
    const mates = next!.group === undefined ? [] : groups.get(next!.group)!;
    put(next!.id, meanOf(mates) ?? meanOf(besides.get(next!.id) ?? []) ?? below(taken.values()));
  }
  return found;

  function placedAmong(ids: readonly string[] = []): number {
    return ids.filter((id) => places.has(id)).length;
  }
  function meanOf(ids: readonly string[]): Point | undefined {
    const points = ids.flatMap((id) => places.get(id) ?? []);
    if (points.length === 0) return undefined;
    return {
      x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
      y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
    };
  }
}

function neighbours({ links }: MapContent): Map<string, string[]> {
  const besides = new Map<string, string[]>();
  const add = (id: string, other: string) => {
    const others = besides.get(id);
    if (others) others.push(other);
    else besides.set(id, [other]);
  };
  for (const { provider, customer } of links) {
    add(provider, customer);
    add(customer, provider);
  }
  return besides;
}

/** How far an arrangement must be moved to lie, on the whole, over what is known. */
function shiftOnto(known: ReadonlyMap<string, Point>, arranged: ReadonlyMap<string, Point>): Point {
  const shifts = [...known].flatMap(([id, { x, y }]) => {
    const at = arranged.get(id);
    return at ? [{ x: x - at.x, y: y - at.y }] : [];
  });
  if (shifts.length === 0) return { x: 0, y: 0 };
  return { x: median(shifts.map(({ x }) => x)), y: median(shifts.map(({ y }) => y)) };
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Where someone without any link or group may stand: under everybody else, at the left. */
function below(boxes: Iterable<Box>): Point {
  let [left, bottom] = [Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x + width / 2);
    bottom = Math.max(bottom, y + 1.5 * height + 2 * gap);
  }
  return left === Infinity ? { x: 0, y: 0 } : { x: left, y: bottom };
}
