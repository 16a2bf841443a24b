import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Card } from './card';
import { drawTogether } from './draw-together';
import { boundsOf, type Box } from './placement';
import type { Point } from './route';
import type { Spread } from './spread';

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

/** Width to height of the picture's room on most screens. */
const screen = 1.45;
/** Regions stand that much further apart than cards. */
const beyondCards = 8;
const [usualGap, closeGap] = [46, 26];

/** Between two cards a shield has room and a badge above the lower one; among many these are smaller. */
export function cardGap(cards: ReadonlyMap<string, Pick<Card, 'isCompact'>>): number {
  const [first] = cards.values();
  return first?.isCompact === true ? closeGap : usualGap;
}

/** Air between a group's cards and the edge of its region, and the height of its title. */
export const regionPadding = 16;
export const regionTitle = 26;

/**
 * First places for everybody, as middles of cards: each group is spread by itself, then the groups and those without
 * one among each other, so that a group stays together. What external customers stand on is the right side.
 * `spread` is asked once for each group and once for the whole.
 */
export function arrange({ parties, links, gap }: Arrangeable, spread: Spread): Map<string, Point> {
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

  const pulls = pullsBetween(links, (id) => blockOf.get(id)!);
  const middles = spread({ sizes: blocks, pulls });
  const last = new Set(parties.flatMap(({ id, isLast }) => (isLast ? [blockOf.get(id)!] : [])));
  turn(middles, last);
  const boxes = [...blocks].map(([block, size]) => ({ ...boxAround(middles.get(block)!, size), block }));
  const outer = new Set<Box>(boxes.filter(({ block }) => last.has(block)));
  drawTogether(boxes, gap + beyondCards, screen, (box) => outer.has(box));

  const places = new Map<string, Point>();
  for (const { block, x, y, width, height } of boxes) {
    for (const [id, { x: dx, y: dy }] of blocks.get(block)!.members) {
      places.set(id, { x: x + width / 2 + dx, y: y + height / 2 + dy });
    }
  }
  return places;
}

/** What moves as one: a group in its region, or a single card. Members stand relative to its middle. */
interface Block {
  width: number;
  height: number;
  members: Map<string, Point>;
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

const boxAround = ({ x, y }: Point, { width, height }: { width: number; height: number }): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

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

/**
 * Turns the whole so that it lies as broad as a screen does, and so that those who come last stand to the right: also
 * a free picture is read towards them. The longest way through it is the principal axis of its middles (Pearson 1901).
 */
function turn(middles: Map<string, Point>, last: ReadonlySet<string>): void {
  const all = [...middles.values()];
  const centre = mean(all);
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of all) {
    xx += (x - centre.x) ** 2;
    xy += (x - centre.x) * (y - centre.y);
    yy += (y - centre.y) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const point of all) {
    const [x, y] = [point.x - centre.x, point.y - centre.y];
    point.x = cos * x + sin * y;
    point.y = cos * y - sin * x;
  }
  const ends = [...middles].flatMap(([id, point]) => (last.has(id) ? [point] : []));
  if (ends.length > 0 && mean(ends).x < 0) for (const point of all) point.x = -point.x;
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
