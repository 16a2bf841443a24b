import { boundsOf, middleOfBox, type Box } from './placement';
import type { Point } from './route';

/** How the picture is looked at: page pixels = picture units × zoom + pan. */
export interface View {
  zoom: number;
  pan: Point;
}

export interface Room {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Fingers on the page: where their middle is, and how far from it they reach; in pixels. */
export interface Grip {
  middle: Point;
  spread: number;
}

const margin = 18;
/** On a desk a card larger than this looks swollen; on a wall everything may grow with it. */
const closestOnDesk = 1.25;
const deskWidth = 1_150;
/** Names are set in letters of eleven pixels and more from here on. */
const readable = 0.84;
/** A screen this narrow, in pixels, shows a part that can be read rather than all as specks. */
const narrow = 600;
/** So does one this low: a phone on its side. */
const low = 340;
/** Below this, a card that somebody was sent to see could not be found among the rest. */
const tooFar = 0.45;

/** Below this zoom words and marks are specks, and slopes between two layers are as good as straight. */
const farAway = 0.28;
export const isFarAway = (zoom: number): boolean => zoom < farAway;

/** The view that shows all of a box inside the room that panels leave. */
export function viewThatFits(box: Box, room: Room): View {
  const width = Math.max(50, room.width - room.left - room.right);
  const height = Math.max(50, room.height - room.top - room.bottom);
  const space = Math.min(margin, width / 20, height / 20);
  const closest = Math.max(closestOnDesk, width / deskWidth);
  const zoom = Math.min(closest, (width - 2 * space) / box.width, (height - 2 * space) / box.height);
  return {
    zoom,
    pan: {
      x: room.left + width / 2 - (box.x + box.width / 2) * zoom,
      y: room.top + height / 2 - (box.y + box.height / 2) * zoom,
    },
  };
}

/** What a picture opens with: whom to show first, and whether somebody chose them. */
export interface Focus {
  parties: readonly string[];
  isChosen: boolean;
}

export const isNarrow = ({ width }: Pick<Room, 'width'>): boolean => width < narrow;
export const isSmall = (room: Pick<Room, 'width' | 'height'>): boolean => isNarrow(room) || room.height < low;

/** All of it where names can then be read; else the part around those in `focus`, at a size at which they can. */
export function openingView(all: Box, focus: readonly Box[], isChosen: boolean, room: Room): View {
  const fitted = viewThatFits(all, room);
  const isLost = isSmall(room) ? fitted.zoom < readable : isChosen && fitted.zoom < tooFar;
  const around = isLost && seenAtOnce(focus, room);
  if (!around) return fitted;
  const along = (start: number, size: number, middle: number, low: number, high: number): number => {
    const wanted = (low + high) / 2 - middle * readable;
    const [least, most] = [high - margin - (start + size) * readable, low + margin - start * readable];
    return least > most ? (least + most) / 2 : Math.max(least, Math.min(most, wanted));
  };
  const middle = middleOfBox(around);
  return {
    zoom: readable,
    pan: {
      x: along(all.x, all.width, middle.x, room.left, room.width - room.right),
      y: along(all.y, all.height, middle.y, room.top, room.height - room.bottom),
    },
  };
}

/** Around the first of them, and all others that can be seen whole with it: the middle of all may be an empty spot. */
function seenAtOnce([first, ...others]: readonly Box[], room: Room): Box | undefined {
  if (!first) return undefined;
  const width = (room.width - room.left - room.right - 2 * margin) / readable;
  const height = (room.height - room.top - room.bottom - 2 * margin) / readable;
  return others.reduce((seen, box) => {
    const wider = boundsOf([seen, box])!;
    return wider.width <= width && wider.height <= height ? wider : seen;
  }, first);
}

/**
 * The same view in a room that has become higher or lower: what was looked at stays where it is, unless it would be
 * hidden now or leave paper empty where the map has more to show. Nothing where the map wants another size there.
 */
export function viewThatStays(
  view: View,
  all: Box,
  focus: Box | undefined,
  [before, now]: readonly [Room, Room],
  opening: View,
): View | undefined {
  const isOtherWidth = before.width !== now.width || before.left !== now.left || before.right !== now.right;
  if (isOtherWidth || Math.abs(opening.zoom / view.zoom - 1) > 0.01) return undefined;
  const wanted = stillSeen(view, focus, before, now).pan.y;
  const low = now.top + margin - all.y * view.zoom;
  const high = now.height - now.bottom - margin - (all.y + all.height) * view.zoom;
  const y = Math.max(Math.min(low, high), Math.min(Math.max(low, high), wanted));
  return { zoom: view.zoom, pan: { x: view.pan.x, y } };
}

/** Moved up or down by as little as it takes to see what was seen before the room changed. */
export function stillSeen(view: View, focus: Box | undefined, before: Room, now: Room): View {
  const isSeen = focus !== undefined && shiftIntoView(focus, view, before).y === 0;
  const y = isSeen ? shiftIntoView(focus, view, now).y : 0;
  return { zoom: view.zoom, pan: { x: view.pan.x, y: view.pan.y + y } };
}

/** What the view shows of the picture, in its units. */
export const shownBox = ({ zoom, pan }: View, { width, height }: Pick<Room, 'width' | 'height'>): Box => ({
  x: -pan.x / zoom,
  y: -pan.y / zoom,
  width: width / zoom,
  height: height / zoom,
});

export const toPicture = ({ zoom, pan }: View, point: Point): Point => ({
  x: (point.x - pan.x) / zoom,
  y: (point.y - pan.y) / zoom,
});

export const toPage = ({ zoom, pan }: View, point: Point): Point => ({
  x: point.x * zoom + pan.x,
  y: point.y * zoom + pan.y,
});

/** The view once fingers have moved: what lay under their middle lies there again, as much larger as they have spread. */
export function heldBy(
  from: View,
  before: Grip,
  after: Grip,
  [farthest, nearest]: readonly [number, number],
): View {
  const wanted =
    before.spread > 0 && after.spread > 0 ? from.zoom * (after.spread / before.spread) : from.zoom;
  const zoom = Math.max(farthest, Math.min(nearest, wanted));
  const scale = zoom / from.zoom;
  return {
    zoom,
    pan: {
      x: after.middle.x - (before.middle.x - from.pan.x) * scale,
      y: after.middle.y - (before.middle.y - from.pan.y) * scale,
    },
  };
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** For what stands on the paper and is laid out in the picture's units. */
export const transformOf = ({ zoom, pan }: View): string =>
  `translate(${pan.x}px, ${pan.y}px) scale(${zoom})`;

/** Moves what was painted at one view to where it stands at another; blurred by as much as the zoom has changed. */
export function transformBetween(from: View, to: View): string {
  const scale = to.zoom / from.zoom;
  return `translate(${to.pan.x - from.pan.x * scale}px, ${to.pan.y - from.pan.y * scale}px) scale(${scale})`;
}

/** How far the view must move, in page pixels, for a box to be inside it with a little air. */
export function shiftIntoView(box: Box, { zoom, pan }: View, room: Room): Point {
  const air = 12;
  // What a ripple says above a card is to be seen with it.
  const badge = 18 * zoom;
  const along = (start: number, size: number, low: number, high: number): number => {
    if (start < low) return low - start;
    return start + size > high ? Math.max(low - start, high - start - size) : 0;
  };
  return {
    x: along(box.x * zoom + pan.x, box.width * zoom, room.left + air, room.width - room.right - air),
    y: along(
      box.y * zoom + pan.y - badge,
      box.height * zoom + badge,
      room.top + air,
      room.height - room.bottom - air,
    ),
  };
}
