import type { MeasureAt } from './card';
import type { Group } from './folded-map';
import { boundsOf, padded, type Box } from './placement';
import { withBadge } from './scene';
import { overlaps } from './view';

/**
 * Air between a group's cards and the edge of its region, and the height of its title: both together have room for the
 * name and for what a ripple writes above a card.
 */
export const regionPadding = 16;
export const regionTitle = 35;

/** A part of the paper that belongs to one group. */
export interface Region {
  group: string;
  box: Box;
  /** How far its name may reach from its left edge: beyond its width where nothing stands there. */
  nameRoom: number;
}

/** As `groups.css` sets names: in letters from the smallest to the largest, with room at both ends and for the sign. */
const [smallest, largest] = [12, 21];
const besideName = 24 + 8;
const nameHeight = 28;

/** The largest letters in which a name is whole; only where the smallest are too large for that it is cut. */
export function largestLetters({ group, nameRoom }: Region, measure: MeasureAt): number {
  const fitting = ((nameRoom - besideName) * largest) / measure(`−${group}`, largest, 'name');
  return Math.max(smallest, Math.min(largest, Math.floor(fitting * 4) / 4));
}

/** What a name covers in its largest letters. */
export const nameBox = (region: Region, measure: MeasureAt): Box => ({
  x: region.box.x,
  y: region.box.y,
  width: besideName + measure(`−${region.group}`, largestLetters(region, measure), 'name'),
  height: nameHeight,
});

/** Cards of one group further apart than this are not drawn together where others stand between them. */
const near = 150;
/** How close a stranger's card may come to a region. */
const air = 4;

/**
 * The regions of groups: one around all cards of a group where nobody else's card stands there, else one around each
 * part of it that keeps together. A card that was moved away from its group is left out rather than enclosing others.
 */
export function regionsOf(groups: readonly Group[], boxes: ReadonlyMap<string, Box>): Region[] {
  const regions = groups.flatMap(({ name, parties }) => {
    const mine = new Set(parties.map(({ id }) => id));
    const members = [...mine].flatMap((id) => boxes.get(id) ?? []);
    if (members.length < 2) return [];
    const all = boundsOf(members)!;
    const reach = padded(all, near);
    const strangers = [...boxes].flatMap(([id, box]) => (!mine.has(id) && overlaps(box, reach) ? [box] : []));
    const isOurs = (bounds: Box) =>
      !strangers.some((box) => overlaps(box, padded(bounds, air)) || overlaps(box, titleOf(bounds)));
    const parts = isOurs(all) ? [members] : partsOf(members, isOurs);
    return parts
      .filter((part) => part.length > 1)
      .map((part) => ({ group: name, box: withTitle(boundsOf(part)!) }));
  });
  const standing = [...[...boxes.values()].map(withBadge), ...regions.map(({ box }) => box)];
  const end = Math.max(...standing.map(({ x, width }) => x + width));
  return regions.map((region) => ({ ...region, nameRoom: nameRoom(region.box, standing, end) }));
}

/** Along a region's upper edge and on, up to the next card or region, or to where the picture ends. */
function nameRoom(region: Box, standing: readonly Box[], end: number): number {
  const edge = region.x + region.width;
  const beyond = { x: edge, y: region.y, width: end - edge, height: regionTitle };
  const next = standing.filter((box) => overlaps(box, beyond)).map(({ x }) => x - air);
  return Math.max(region.width, Math.min(end, ...next) - region.x);
}

/** Joins the closest first, as long as nobody else stands in what they enclose together. */
function partsOf(members: readonly Box[], isOurs: (bounds: Box) => boolean): Box[][] {
  const pairs: { a: number; b: number; apart: number }[] = [];
  members.forEach((one, a) => {
    for (let b = a + 1; b < members.length; b += 1) {
      const apart = distance(one, members[b]!);
      if (apart < near) pairs.push({ a, b, apart });
    }
  });
  const partOf = members.map((box) => [box]);
  for (const { a, b } of pairs.sort((one, other) => one.apart - other.apart)) {
    const [first, second] = [partOf[a]!, partOf[b]!];
    if (first === second || !isOurs(boundsOf([...first, ...second])!)) continue;
    first.push(...second);
    partOf.forEach((part, index) => {
      if (part === second) partOf[index] = first;
    });
  }
  return [...new Set(partOf)];
}

const distance = (a: Box, b: Box): number =>
  Math.hypot(
    Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width),
    Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height),
  );

/** Where the name is written: nobody else's card may lie on it. */
const titleOf = (bounds: Box): Box => ({ ...withTitle(bounds), height: regionTitle });

const withTitle = (bounds: Box): Box => {
  const { x, y, width, height } = padded(bounds, regionPadding);
  return { x, y: y - regionTitle, width, height: height + regionTitle };
};
