import { paintMarks, traceArrow, traceFromAfar, traceUpTo } from './paint-links';
import { litColour } from './palette';
import {
  hasSettled,
  isMoving,
  linkedTravels,
  progress,
  type LinkedTravel,
  type RippleLook,
} from './ripple-look';
import { isHidden, lengthOf, pointAt, routeBox } from './route';
import type { Scene, SceneLink } from './scene';
import { isFarAway, overlaps } from './view';

/** Shades in which links are lit: those of one shade are drawn together. */
const shades = 12;
/** More than these in one thick stroke, and the lines it is made of get in each other's way. */
const mostInOneStroke = 48;
/** Fronts on their way at a time; among more nobody could follow one, so only the strongest are drawn. */
const [mostFronts, mostFrontsFromAfar] = [300, 120];

/** Links along which the ripple has passed; what others say of themselves where they cross stays in sight. */
export function paintPassedLinks(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  const passed = linkedTravels(scene, look).filter(({ travel }) => hasSettled(travel.to, look));
  if (passed.length === 0) return;
  paintTravels(context, passed, look);
  if (!isFarAway(look.zoom)) paintMarks(context, scene, look.palette, look.shown);
}

/** Links along which it runs now, up to its front. */
export function paintPassingLinks(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  paintTravels(context, travelling(scene, look), look);
}

export function paintFronts(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  const { position, palette, zoom } = look;
  const scale = Math.max(1, 0.6 / zoom);
  const fronts = travelling(scene, look)
    .filter(({ travel }) => travel.part !== 'besides' && position < travel.to)
    .flatMap(({ travel, link: { route } }) => {
      const part = progress(travel, position) * travel.reach;
      return isHidden(route, part) ? [] : [pointAt(route, part)];
    });
  if (fronts.length === 0) return;
  const circles = (radius: number): void => {
    context.beginPath();
    for (const { x, y } of fronts) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
  };
  circles(7.5 * scale);
  context.fillStyle = palette.hits[3];
  context.fill();
  const pulse = (position * 1.6) % 1;
  circles((9 + 9 * pulse) * scale);
  context.globalAlpha = 0.55 * (1 - pulse);
  context.lineWidth = 1.6 * scale;
  context.strokeStyle = palette.hits[3];
  context.stroke();
  context.globalAlpha = 1;
}

function travelling(scene: Scene, look: RippleLook): LinkedTravel[] {
  const { shown, zoom } = look;
  const most = isFarAway(zoom) ? mostFrontsFromAfar : mostFronts;
  const all = linkedTravels(scene, look).filter(
    ({ travel, link }) =>
      isMoving(travel.from, travel.to, look) && (!shown || overlaps(routeBox(link.route), shown)),
  );
  // The strongest come last.
  return all.length > most ? all.slice(-most) : all;
}

interface Stroke {
  colour: string;
  isCausing: boolean;
  isDashed: boolean;
  isCalm: boolean;
  travels: LinkedTravel[];
}

function paintTravels(
  context: CanvasRenderingContext2D,
  travels: readonly LinkedTravel[],
  look: RippleLook,
): void {
  for (const stroke of strokesOf(travels, look)) paintStroke(context, stroke, look);
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function strokesOf(travels: readonly LinkedTravel[], { show, chain, palette, shown }: RippleLook): Stroke[] {
  const strokes: Stroke[] = [];
  const open = new Map<string, Stroke>();
  for (const one of travels) {
    const { travel, link } = one;
    if (shown && !overlaps(routeBox(link.route), shown)) continue;
    const isCausing = travel.part === 'causing';
    const strength = show.beats.get(isCausing ? link.customer : link.provider)?.strength ?? 0;
    const shade = Math.round(strength * shades);
    const isDashed = link.line === 'helpful';
    const isCalm = chain !== undefined && !chain.has(link.id);
    const key = `${isCausing} ${shade} ${isDashed} ${isCalm}`;
    const stroke = open.get(key);
    if (stroke && stroke.travels.length < mostInOneStroke) {
      stroke.travels.push(one);
      continue;
    }
    const started = {
      colour: litColour(palette, shade / shades),
      isCausing,
      isDashed,
      isCalm,
      travels: [one],
    };
    open.set(key, started);
    strokes.push(started);
  }
  return strokes;
}

function paintStroke(
  context: CanvasRenderingContext2D,
  { colour, isCausing, isDashed, isCalm, travels }: Stroke,
  { position, zoom }: RippleLook,
): void {
  const isFar = isFarAway(zoom);
  context.globalAlpha = isCalm ? 0.22 : 1;
  context.strokeStyle = colour;
  context.lineCap = 'butt';
  context.lineWidth = (isCausing ? 3.6 : 2) * Math.max(1, 0.45 / zoom);
  context.setLineDash(isDashed && !isFar ? [4, 5] : []);
  const arrived: SceneLink[] = [];
  context.beginPath();
  for (const { travel, link } of travels) {
    const part = progress(travel, position) * travel.reach;
    if (part >= 1 && isFar) traceFromAfar(context, link.route);
    else traceUpTo(context, link.route, travel.reach === 1 ? Math.min(part, 1 - shortened(link)) : part);
    if (part >= 1) arrived.push(link);
  }
  context.stroke();
  if (isFar) return;
  context.beginPath();
  for (const { route } of arrived) traceArrow(context, route, isCausing ? 1.7 : 1.2);
  context.fillStyle = colour;
  context.fill();
}

/** The thick line ends inside its arrowhead, not beside it. */
const shortened = ({ route }: SceneLink): number => Math.min(0.4, 7 / Math.max(1, lengthOf(route)));
