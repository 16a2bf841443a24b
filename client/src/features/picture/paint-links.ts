import { isFolded } from './folded-id';
import { lineDensity, passesFor } from './line-density';
import { markPlaces } from './mark-places';
import type { Palette } from './palette';
import type { Box } from './placement';
import { lengthOf, pointAt, routeBox, type Point, type Route } from './route';
import type { Scene, SceneLink } from './scene';
import { isFarAway, overlaps } from './view';

const arrowLength = 9;
const arrowWidth = 3.8;

/** Dashes by what the customer loses: a helpful output hardly anything, a standby nothing until it is needed. */
const dashes: Record<SceneLink['line'], number[]> = { blocking: [], helpful: [2.5, 4.5], standby: [9, 5] };

/**
 * Draws all links, those of one kind in one stroke: thousands of separate strokes would cost a frame each. From afar,
 * where they lie over each other, in a few, so that one sees where there are many.
 */
export function paintLinks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  zoom: number,
  shown: Box,
) {
  const seen = scene.links.filter(({ route }) => overlaps(routeBox(route), shown));
  const isFar = isFarAway(zoom);
  context.lineJoin = 'round';
  context.strokeStyle = palette.line;
  const strokeAll = (links: readonly SceneLink[], line: SceneLink['line'], width: number): void => {
    if (links.length === 0) return;
    context.setLineDash(isFar ? [] : dashes[line]);
    context.lineWidth = width;
    const { count, alpha } = isFar ? passesFor(lineDensity(scene.links), width) : { count: 1, alpha: 1 };
    context.globalAlpha = alpha;
    for (let pass = 0; pass < count; pass += 1) {
      context.beginPath();
      for (let index = pass; index < links.length; index += count) {
        if (isFar) traceFromAfar(context, links[index]!.route);
        else traceRoute(context, links[index]!.route);
      }
      context.stroke();
    }
    context.globalAlpha = 1;
  };
  for (const line of ['blocking', 'standby', 'helpful'] as const) {
    const ofKind = seen.filter((link) => link.line === line);
    const bundles = ofKind.filter(({ id }) => isFolded(id));
    const single = bundles.length > 0 ? ofKind.filter(({ id }) => !isFolded(id)) : ofKind;
    strokeAll(single, line, Math.max(line === 'helpful' ? 1.1 : 1.5, 0.75 / zoom));
    strokeAll(bundles, line, Math.max(line === 'helpful' ? 2.2 : 3, 1.2 / zoom));
  }
  context.setLineDash([]);
  if (isFar) return;
  context.beginPath();
  for (const { route } of seen) traceArrow(context, route);
  context.fillStyle = palette.line;
  context.fill();
  paintMarks(context, scene, palette, shown);
}

/** What links say of themselves besides their line: that they can be switched to, that the two sides do not agree. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  shown: Box | undefined,
): void {
  const places = markPlaces(scene);
  for (const { id, line, disputed, route } of scene.links) {
    const [at, other] = places.get(id) ?? [];
    if (!at || (shown && !overlaps(routeBox(route), shown))) continue;
    if (line === 'standby') paintSwitchMark(context, at, palette);
    if (disputed) paintDisputedMark(context, line === 'standby' ? other! : at, palette);
  }
}

export function traceRoute(context: CanvasRenderingContext2D, { start, pieces }: Route): void {
  context.moveTo(start.x, start.y);
  for (const piece of pieces) {
    if (piece.kind === 'line') context.lineTo(piece.to.x, piece.to.y);
    else context.bezierCurveTo(piece.a.x, piece.a.y, piece.b.x, piece.b.y, piece.to.x, piece.to.y);
  }
}

/** Traces the line without its curves. */
export function traceFromAfar(context: CanvasRenderingContext2D, { start, pieces }: Route): void {
  context.moveTo(start.x, start.y);
  for (const { to } of pieces) context.lineTo(to.x, to.y);
}

/** Traces the line only up to a part of its length, and not where it leads behind cards: it is lit above them. */
export function traceUpTo(context: CanvasRenderingContext2D, route: Route, part: number): void {
  let seen = 0;
  for (const [from, to] of route.hidden ?? []) {
    if (from >= part) break;
    traceBetween(context, route, seen, from);
    seen = to;
  }
  if (seen < part) traceBetween(context, route, seen, part);
}

function traceBetween(context: CanvasRenderingContext2D, route: Route, from: number, to: number): void {
  const [start, end] = [pointAt(route, from), pointAt(route, to)];
  const [first, last] = [from * lengthOf(route), to * lengthOf(route)];
  context.moveTo(start.x, start.y);
  for (let index = 1; index < route.lengths.length && route.lengths[index]! < last; index += 1) {
    if (route.lengths[index]! > first) context.lineTo(route.points[2 * index]!, route.points[2 * index + 1]!);
  }
  context.lineTo(end.x, end.y);
}

export function traceArrow(context: CanvasRenderingContext2D, route: Route, scale = 1): void {
  const tip = pointAt(route, 1);
  const length = lengthOf(route);
  const back = pointAt(route, length > 0 ? 1 - Math.min(0.9, (arrowLength * scale) / length) : 0);
  const [dx, dy] = [tip.x - back.x, tip.y - back.y];
  const size = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [(-dy / size) * arrowWidth * scale, (dx / size) * arrowWidth * scale];
  context.moveTo(tip.x, tip.y);
  context.lineTo(back.x + nx, back.y + ny);
  context.lineTo(back.x - nx, back.y - ny);
  context.closePath();
}

function paintDisc(context: CanvasRenderingContext2D, { x, y }: Point, palette: Palette): void {
  context.beginPath();
  context.arc(x, y, 8, 0, 2 * Math.PI);
  context.fillStyle = palette.paper;
  context.fill();
  context.lineWidth = 1.2;
  context.strokeStyle = palette.soft;
  context.stroke();
}

/** Two arrows past each other: this one can be switched to. */
function paintSwitchMark(context: CanvasRenderingContext2D, at: Point, palette: Palette): void {
  paintDisc(context, at, palette);
  context.beginPath();
  for (const [sign, dy] of [
    [1, -2.4],
    [-1, 2.4],
  ] as const) {
    context.moveTo(at.x - 4.4 * sign, at.y + dy);
    context.lineTo(at.x + 4.4 * sign, at.y + dy);
    context.lineTo(at.x + 1.9 * sign, at.y + dy - 2);
    context.moveTo(at.x + 4.4 * sign, at.y + dy);
    context.lineTo(at.x + 1.9 * sign, at.y + dy + 2);
  }
  context.strokeStyle = palette.soft;
  context.lineWidth = 1.2;
  context.stroke();
}

/** Not equal: the two sides do not agree on this link. */
function paintDisputedMark(context: CanvasRenderingContext2D, at: Point, palette: Palette): void {
  paintDisc(context, at, palette);
  context.beginPath();
  context.moveTo(at.x - 3.6, at.y - 1.8);
  context.lineTo(at.x + 3.6, at.y - 1.8);
  context.moveTo(at.x - 3.6, at.y + 1.8);
  context.lineTo(at.x + 3.6, at.y + 1.8);
  context.moveTo(at.x + 2.2, at.y - 4.6);
  context.lineTo(at.x - 2.2, at.y + 4.6);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.3;
  context.stroke();
}
