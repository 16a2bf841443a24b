import { pillRadius, type Card } from './card';
import { isFolded, stackDepth } from './folded-id';
import type { Joins } from './place-cards';
import { middleOfBox, padded, type Box } from './placement';
import { lengthOf, pointAt, routeOf, type Point, type Route } from './route';
import { overlaps } from './view';

/** Ends nearer to each other than this, in the picture's units, have no line worth drawing. */
const shortest = 1;
/** How far the middle of a line bends aside in one step, as a part of its length, and at most. */
const [bend, mostBend] = [0.12, 46];
/** Bends that are tried where the straight way leads behind a card that is none of the link's: gentle ones first. */
const detours = [0, 1, -1, 2, -2];
const widestDetour = 2;
/** Above this many links nobody follows a single one by eye, and looking for detours takes too long. */
const mostWithDetours = 700;
const samples = 24;

/**
 * Lines straight from card to card, or gently curved: where several links join the same two, or one runs each way, and
 * where that leads past a card instead of behind it.
 */
export function freeRoutes(
  links: readonly Joins[],
  boxes: ReadonlyMap<string, Box>,
  cards: ReadonlyMap<string, Pick<Card, 'kind'>>,
): Map<string, Route> {
  const ends = new Map<string, End>();
  for (const [id, box] of boxes)
    ends.set(id, {
      id,
      box: seenBox(id, box),
      radius: radiusOf(cards.get(id)?.kind, box),
      joined: new Map(),
    });
  const joined = links.flatMap((link) => {
    const [from, to] = [ends.get(link.provider), ends.get(link.customer)];
    if (!from || !to) return [];
    const [first, second] = link.provider < link.customer ? [from, to] : [to, from];
    const siblings = first.joined.get(second) ?? { count: 0 };
    first.joined.set(second, siblings);
    siblings.count += 1;
    return [{ link, from, to, siblings, place: siblings.count }];
  });
  const looksAround = links.length <= mostWithDetours;
  const routes = new Map<string, Route>();
  for (const { link, from, to, siblings, place } of joined) {
    // Seen from the other end, left is right: a link each way would otherwise lie on the same side.
    const aside = (place - (siblings.count + 1) / 2) * (link.provider < link.customer ? 1 : -1);
    routes.set(link.id, looksAround ? clearest(from, to, aside, boxes) : lineBetween(from, to, aside));
  }
  return routes;
}

interface End {
  id: string;
  box: Box;
  radius: number;
  /** Of those whose ids come after its own: how many links there are to and from each. */
  joined: Map<End, { count: number }>;
}

/** A folded group is drawn as a stack, which sticks out to the right and below. */
const seenBox = (id: string, { x, y, width, height }: Box): Box =>
  isFolded(id) ? { x, y, width: width + stackDepth, height: height + stackDepth } : { x, y, width, height };

/** As cards are drawn: see `cardShape`. */
const radiusOf = (kind: Card['kind'] | undefined, { height }: Box): number =>
  kind === 'external-customer' ? pillRadius(height) : 8;

/** The first of the gentlest lines that leads behind the fewest cards. */
function clearest(from: End, to: End, aside: number, boxes: ReadonlyMap<string, Box>): Route {
  const reach = around(from.box, to.box, mostBend * (Math.abs(aside) + widestDetour));
  const others = [...boxes].flatMap(([id, box]) =>
    id !== from.id && id !== to.id && overlaps(box, reach) ? [seenBox(id, box)] : [],
  );
  let best: { route: Route; behind: number } | undefined;
  for (const detour of detours) {
    const route = lineBetween(from, to, aside + detour);
    const behind = others.filter((box) => leadsBehind(route, box)).length;
    if (!best || behind < best.behind) best = { route, behind };
    if (behind === 0) break;
  }
  const { route } = best!;
  const hidden = hiddenParts(route, others);
  return hidden.length === 0 ? route : { ...route, hidden };
}

/** Pixels between two looks at whether a line is behind a card. */
const closeLook = 3;
/** How far beside a card a line counts as behind it: it has a breadth. */
const edge = 2;

function hiddenParts(route: Route, others: readonly Box[]): [number, number][] {
  const steps = Math.max(samples, Math.ceil(lengthOf(route) / closeLook));
  const parts: [number, number][] = [];
  let from: number | undefined;
  for (let step = 0; step <= steps; step += 1) {
    const at = pointAt(route, step / steps);
    const isBehind = others.some((box) => holds(padded(box, edge), at));
    if (isBehind) from ??= Math.max(0, (step - 1) / steps);
    else if (from !== undefined) {
      parts.push([from, step / steps]);
      from = undefined;
    }
  }
  return parts;
}

function around(a: Box, b: Box, by: number): Box {
  const [left, top] = [Math.min(a.x, b.x) - by, Math.min(a.y, b.y) - by];
  return {
    x: left,
    y: top,
    width: Math.max(a.x + a.width, b.x + b.width) + by - left,
    height: Math.max(a.y + a.height, b.y + b.height) + by - top,
  };
}

function leadsBehind(route: Route, box: Box): boolean {
  for (let sample = 1; sample < samples; sample += 1)
    if (holds(box, pointAt(route, sample / samples))) return true;
  return false;
}

const holds = ({ x, y, width, height }: Box, at: Point): boolean =>
  at.x > x && at.x < x + width && at.y > y && at.y < y + height;

function lineBetween(from: End, to: End, aside: number): Route {
  const [a, b] = [middleOfBox(from.box), middleOfBox(to.box)];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < shortest) return routeOf(a, [{ kind: 'line', to: b }]);
  const by = aside * Math.min(mostBend, bend * length);
  const [nx, ny] = [-(b.y - a.y) / length, (b.x - a.x) / length];
  // A curve of one control point passes half as far from the straight line as that point.
  const control = { x: (a.x + b.x) / 2 + 2 * by * nx, y: (a.y + b.y) / 2 + 2 * by * ny };
  const start = edgeTowards(from, control);
  const end = edgeTowards(to, control);
  if (aside === 0) return routeOf(start, [{ kind: 'line', to: end }]);
  return routeOf(start, [
    { kind: 'curve', a: twoThirds(start, control), b: twoThirds(end, control), to: end },
  ]);
}

/** A curve of one control point, written as one of two. */
const twoThirds = (from: Point, to: Point): Point => ({
  x: from.x + ((to.x - from.x) * 2) / 3,
  y: from.y + ((to.y - from.y) * 2) / 3,
});

/** Where the way from a card's middle towards a point leaves the card, at a side or at a round corner. */
function edgeTowards({ box, radius }: End, { x, y }: Point): Point {
  const from = middleOfBox(box);
  const [across, up] = [Math.abs(x - from.x), Math.abs(y - from.y)];
  const corner = { x: box.width / 2 - radius, y: box.height / 2 - radius };
  let part = Math.min(box.width / 2 / across, box.height / 2 / up);
  if (across * part > corner.x && up * part > corner.y) {
    const square = across ** 2 + up ** 2;
    const along = across * corner.x + up * corner.y;
    const beyond = corner.x ** 2 + corner.y ** 2 - radius ** 2;
    part = (along + Math.sqrt(along ** 2 - square * beyond)) / square;
  }
  part = Math.min(1, part);
  return { x: from.x + (x - from.x) * part, y: from.y + (y - from.y) * part };
}
