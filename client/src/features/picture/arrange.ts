import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Card } from './card';
import { drawTogether } from './draw-together';
import { placeLast } from './place-last';
import { boundsOf, boxAround, type Box } from './placement';
import { regionPadding, regionTitle } from './regions';
import type { Point } from './route';
import type { Spread } from './spread';
import { untangle } from './untangle';

/** A map as far as places go: who is how large and of which group, and who is linked to whom. */
export interface Arrangeable {
  parties: readonly {
    id: string;
    width: number;
    height: number;
    group: string | undefined;
    isLast: boolean;
  }[];
  links: readonly { provider: string; customer: string }[];
  /** How much room is between two cards: see `cardGap`. */
  gap: number;
}

/** A map with its cards, as far as places go. */
export const arrangeable = (
  { parties, links }: MapContent,
  cards: ReadonlyMap<string, Card>,
): Arrangeable => ({
  parties: parties.map(({ id, group, kind }) => {
    const { width, height } = cards.get(id)!;
    return { id, width, height, group, isLast: kind === 'external-customer' };
  }),
  links: links.map(({ provider, customer }) => ({ provider, customer })),
  gap: cardGap(cards),
});

/** Width to height of the picture's room on most screens, and of what stands beside many external customers at least. */
const [screen, narrowest] = [1.45, 0.7];
/** Regions stand that much further apart than cards. */
const beyondCards = 8;
const [usualGap, closeGap] = [46, 26];
/** How much of the paper cards and regions cover once they are drawn together. */
const covered = 0.6;

/** Between two cards a shield has room and a badge above the lower one; among many these are smaller. */
export function cardGap(cards: ReadonlyMap<string, Pick<Card, 'isCompact'>>): number {
  const [first] = cards.values();
  return first?.isCompact === true ? closeGap : usualGap;
}

/** Above these nobody follows a single line by eye, and untangling takes longer than anybody waits. */
const [fewLinks, fewParties] = [300, 120];
/** The more links, the longer a try takes. */
const triesFor = (links: number): number => Math.max(1, Math.min(9, Math.floor(450 / links)));
/** How close together blocks begin, one try after the other: from there they find different orders. */
const fillings = [0.7, 0.4, 1];

/**
 * First places for everybody, as middles of cards: each group is spread by itself, then the groups and those without
 * one among each other, so that a group stays together. External customers stand at the right edge: also a free picture
 * is read towards them. Where lines can be followed one by one, several ways are tried and untangled, and the one with
 * the fewest and shortest detours for the eye is kept.
 */
export function arrange(map: Arrangeable, spread: Spread): Map<string, Point> {
  const { parties, links } = map;
  const { blocks, blockOf } = blocksOf(map, spread);
  const pulls = pullsBetween(links, (id) => blockOf.get(id)!);
  const inner = new Set(parties.flatMap(({ id, isLast }) => (isLast ? [] : [blockOf.get(id)!])));
  const isFew = links.length <= fewLinks && parties.length <= fewParties;
  let best: { places: Map<string, Point>; cost: number } | undefined;
  for (let turn = 0; turn < triesFor(links.length); turn += 1) {
    const middles = spread({ sizes: blocks, pulls }, Math.floor(turn / fillings.length));
    turnTowards(middles, (block) => !inner.has(block));
    const places = placesIn(
      blocks,
      place(blocks, inner, middles, pulls, map.gap + beyondCards, fillings[turn % fillings.length]),
    );
    if (!isFew) return places;
    const cost = untangle(map, places) * sizeOf(map, places);
    if (!best || cost < best.cost) best = { places, cost };
  }
  return best!.places;
}

/** The height of a screen around all of it: the larger, the smaller is what can be read. */
function sizeOf({ parties }: Arrangeable, places: ReadonlyMap<string, Point>): number {
  const { width, height } = boundsOf(parties.map((party) => boxAround(places.get(party.id)!, party)))!;
  return Math.max(width / screen, height);
}

/** What moves as one: a group in its region, or a single card. Members stand relative to its middle. */
interface Block {
  width: number;
  height: number;
  members: Map<string, Point>;
}

function blocksOf(
  { parties, links, gap }: Arrangeable,
  spread: Spread,
): { blocks: Map<string, Block>; blockOf: Map<string, string> } {
  const groups = new Map<string, string[]>();
  for (const { id, group } of parties) if (group !== undefined) push(groups, group, id);
  const blocks = new Map<string, Block>();
  const blockOf = new Map<string, string>();
  const sizes = new Map(parties.map((party) => [party.id, party]));
  for (const [name, members] of groups) {
    if (members.length < 2) continue;
    const block = `group ${name}`;
    for (const id of members) blockOf.set(id, block);
    blocks.set(block, blockFor(members, sizes, { links, gap }, spread));
  }
  for (const { id, width, height } of parties) {
    if (blockOf.has(id)) continue;
    blockOf.set(id, `party ${id}`);
    blocks.set(`party ${id}`, { width, height, members: new Map([[id, { x: 0, y: 0 }]]) });
  }
  return { blocks, blockOf };
}

function blockFor(
  members: readonly string[],
  sizes: ReadonlyMap<string, { width: number; height: number }>,
  { links, gap }: Pick<Arrangeable, 'links' | 'gap'>,
  spread: Spread,
): Block {
  const isMember = new Set(members);
  const inside = links.filter(({ provider, customer }) => isMember.has(provider) && isMember.has(customer));
  const middles = spread({
    sizes: new Map(members.map((id) => [id, sizes.get(id)!])),
    pulls: pullsBetween(inside, (id) => id),
  });
  const boxes = members.map((id) => ({ ...boxAround(middles.get(id)!, sizes.get(id)!), id }));
  drawTogether(boxes, gap, screen);
  const bounds = boundsOf(boxes)!;
  // The title stands above the cards, so their middle is below the region's.
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 - regionTitle / 2 };
  return {
    width: bounds.width + 2 * regionPadding,
    height: bounds.height + 2 * regionPadding + regionTitle,
    members: new Map(
      boxes.map(({ id, x, y, width, height }) => [
        id,
        { x: x + width / 2 - middle.x, y: y + height / 2 - middle.y },
      ]),
    ),
  };
}

type PlacedBlock = Box & { block: string };

/** Those within are drawn together; who comes last stands to the right of them. */
function place(
  blocks: ReadonlyMap<string, Block>,
  inner: ReadonlySet<string>,
  middles: ReadonlyMap<string, Point>,
  pulls: readonly (readonly [string, string])[],
  gap: number,
  filled: number | undefined,
): PlacedBlock[] {
  const boxes = [...blocks].map(([block, size]) => ({ ...boxAround(middles.get(block)!, size), block }));
  const within = boxes.filter(({ block }) => inner.has(block));
  const last = boxes.filter(({ block }) => !inner.has(block));
  if (within.length > 0) drawTogether(within, gap, shapeBeside(last, within, gap), filled);
  const at = new Map(within.map((box) => [box.block, box.y + box.height / 2]));
  const besides = new Map<string, number[]>();
  for (const [a, b] of pulls) {
    if (at.has(a)) push(besides, b, at.get(a)!);
    if (at.has(b)) push(besides, a, at.get(b)!);
  }
  placeLast(last, within, { gap, shape: screen }, ({ block, y, height }) =>
    meanOf(besides.get(block) ?? [y + height / 2]),
  );
  return boxes;
}

/** Width to height of what is to stand beside those who come last, so that all of it has the shape of a screen. */
function shapeBeside(last: readonly Box[], within: readonly Box[], gap: number): number {
  if (last.length === 0) return screen;
  const room = (boxes: readonly Box[]): number =>
    boxes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const height = Math.sqrt((room(within) / covered + room(last)) / screen);
  const columns = Math.max(1, Math.round(last.reduce((sum, box) => sum + box.height + gap, 0) / height));
  const broadest = Math.max(...last.map(({ width }) => width));
  return Math.max(narrowest, screen - (columns * (broadest + 2 * gap)) / height);
}

function placesIn(blocks: ReadonlyMap<string, Block>, boxes: readonly PlacedBlock[]): Map<string, Point> {
  const places = new Map<string, Point>();
  for (const { block, x, y, width, height } of boxes) {
    for (const [id, { x: dx, y: dy }] of blocks.get(block)!.members) {
      places.set(id, { x: x + width / 2 + dx, y: y + height / 2 + dy });
    }
  }
  return places;
}

/** One pull for all links between the same two, in the order in which they are first met. */
function pullsBetween(
  links: Arrangeable['links'],
  blockOf: (id: string) => string,
): (readonly [string, string])[] {
  const pulls = new Map<string, readonly [string, string]>();
  for (const { provider, customer } of links) {
    const [a, b] = [blockOf(provider), blockOf(customer)];
    if (a !== b) pulls.set(JSON.stringify(a < b ? [a, b] : [b, a]), [a, b]);
  }
  return [...pulls.values()];
}

/** Turns the whole so that those who come last are, on the whole, to the right. */
function turnTowards(middles: Map<string, Point>, isLast: (id: string) => boolean): void {
  const all = [...middles.values()];
  const centre = mean(all);
  const ends = [...middles].flatMap(([id, point]) => (isLast(id) ? [point] : []));
  const end = ends.length > 0 ? mean(ends) : centre;
  const [dx, dy] = [end.x - centre.x, end.y - centre.y];
  const far = Math.sqrt(dx * dx + dy * dy);
  const [cos, sin] = far > 0 ? [dx / far, dy / far] : [1, 0];
  for (const point of all) {
    const [x, y] = [point.x - centre.x, point.y - centre.y];
    point.x = cos * x + sin * y;
    point.y = cos * y - sin * x;
  }
}

const mean = (points: readonly Point[]): Point => ({
  x: meanOf(points.map(({ x }) => x)),
  y: meanOf(points.map(({ y }) => y)),
});

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
