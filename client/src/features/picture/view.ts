import type { Box } from './placement';
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

const margin = 28;
const closest = 1.25;

/** The view that shows all of a box inside the room that panels leave. */
export function viewThatFits(box: Box, room: Room): View {
  const width = Math.max(50, room.width - room.left - room.right);
  const height = Math.max(50, room.height - room.top - room.bottom);
  const space = Math.min(margin, width / 20, height / 20);
  const zoom = Math.min(closest, (width - 2 * space) / box.width, (height - 2 * space) / box.height);
  return {
    zoom,
    pan: {
      x: room.left + width / 2 - (box.x + box.width / 2) * zoom,
      y: room.top + height / 2 - (box.y + box.height / 2) * zoom,
    },
  };
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

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
