import type { Badge, PartyBeat, Show, Travel } from '../../show/show';
import { paintCard, cardShape } from './paint-cards';
import { traceArrow, traceUpTo } from './paint-links';
import { hitColour, inkOn, litColour, type Palette } from './palette';
import type { Box } from './placement';
import { lengthOf, pointAt, type Point } from './route';
import type { Scene, SceneLink } from './scene';
import { badgeFont } from './type-face';

/** Writes what stands on badges and shields; given by the page, which knows the language. */
export interface BadgeWords {
  badge: (badge: Badge, isOrigin: boolean) => string;
  absorbed: (minutes: number) => string;
  spared: string;
}

export interface RippleLook {
  show: Show;
  /** Seconds into the show; at or past its duration everything is in its final state. */
  position: number;
  palette: Palette;
  zoom: number;
  words: BadgeWords;
  /** Links of the chain that is being traced; the rest steps back. Absent where nothing is. */
  chain: ReadonlySet<string> | undefined;
}

const flushSeconds = 0.45;
const ringSeconds = 0.9;

/** Paints a moment of the ripple over the map: lit links, then the cards they reach, then what is said about them. */
export function paintRipple(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  const { show, position, chain } = look;
  const begun = linkedTravels(scene, show).filter(({ travel }) => position >= travel.from);
  for (const { travel, link } of begun) {
    context.globalAlpha = chain && !chain.has(link.id) ? 0.22 : 1;
    paintTravel(context, travel, link, look);
  }
  context.globalAlpha = 1;
  for (const [party, time] of show.inconvenienced)
    if (position >= time) paintOutline(context, scene, party, look, true);
  for (const [party, time] of show.spared)
    if (position >= time) paintOutline(context, scene, party, look, false);
  const reached = [...show.beats.values()].filter(
    (beat) => position >= beat.reachedAt && scene.boxes.has(beat.party),
  );
  for (const beat of reached) paintHit(context, scene, beat, look);
  for (const { travel, link } of begun) paintShield(context, travel, link, look);
  for (const beat of reached) paintBadges(context, scene.boxes.get(beat.party)!, beat, look);
  for (const { travel, link } of begun) paintFront(context, travel, link, look);
}

interface LinkedTravel {
  travel: Travel;
  link: SceneLink;
}

let prepared: { links: Scene['links']; show: Show; travels: LinkedTravel[] } | undefined;

/** Travels with their links, the strongest last. The same for every frame of a show, so it is kept for the next one. */
function linkedTravels({ links }: Scene, show: Show): LinkedTravel[] {
  if (prepared?.links === links && prepared.show === show) return prepared.travels;
  const byId = new Map(links.map((link) => [link.id, link]));
  const travels = show.travels
    .flatMap((travel) => {
      const link = byId.get(travel.link);
      return link ? [{ travel, link }] : [];
    })
    .sort((a, b) => weight(a.travel) - weight(b.travel));
  prepared = { links, show, travels };
  return travels;
}

const weight = ({ part }: Travel): number => ({ stopped: 0, besides: 1, causing: 2 })[part];

const progress = ({ from, to }: Travel, position: number): number =>
  to > from ? Math.max(0, Math.min(1, (position - from) / (to - from))) : 1;

const strengthOf = ({ show }: RippleLook, party: string): number => show.beats.get(party)?.strength ?? 0;

function paintTravel(
  context: CanvasRenderingContext2D,
  travel: Travel,
  link: SceneLink,
  look: RippleLook,
): void {
  const part = progress(travel, look.position) * travel.reach;
  const isCausing = travel.part === 'causing';
  const colour = litColour(look.palette, strengthOf(look, isCausing ? link.customer : link.provider));
  const thick = Math.max(1, 0.45 / look.zoom);
  context.beginPath();
  traceUpTo(context, link.route, travel.reach === 1 ? Math.min(part, 1 - shortened(link)) : part);
  context.strokeStyle = colour;
  context.lineCap = 'butt';
  context.lineWidth = (isCausing ? 3.6 : 2) * thick;
  context.setLineDash(link.line === 'helpful' ? [4, 5] : []);
  context.stroke();
  context.setLineDash([]);
  if (part < 1) return;
  context.beginPath();
  traceArrow(context, link.route, isCausing ? 1.7 : 1.2);
  context.fillStyle = colour;
  context.fill();
}

/** The thick line ends inside its arrowhead, not beside it. */
const shortened = ({ route }: SceneLink): number => Math.min(0.4, 7 / Math.max(1, lengthOf(route)));

function paintFront(
  context: CanvasRenderingContext2D,
  travel: Travel,
  link: SceneLink,
  look: RippleLook,
): void {
  const part = progress(travel, look.position);
  if (part >= 1 || travel.part === 'besides') return;
  const at = pointAt(link.route, part * travel.reach);
  const scale = Math.max(1, 0.6 / look.zoom);
  const colour = look.palette.hits[3];
  context.beginPath();
  context.arc(at.x, at.y, 7.5 * scale, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  const pulse = (look.position * 1.6) % 1;
  context.beginPath();
  context.arc(at.x, at.y, (9 + 9 * pulse) * scale, 0, 2 * Math.PI);
  context.globalAlpha = 0.55 * (1 - pulse);
  context.lineWidth = 1.6 * scale;
  context.strokeStyle = colour;
  context.stroke();
  context.globalAlpha = 1;
}

function paintHit(context: CanvasRenderingContext2D, scene: Scene, beat: PartyBeat, look: RippleLook): void {
  const { palette, position } = look;
  const box = scene.boxes.get(beat.party)!;
  const card = scene.cards.get(beat.party)!;
  const since = position - beat.reachedAt;
  const isOrigin = beat.part === 'origin';
  const fill = hitColour(palette, isOrigin ? 1 : beat.strength);
  const outline =
    beat.part === 'customer'
      ? palette.hits[3]
      : isOrigin
        ? palette.hits[3]
        : hitColour(palette, beat.strength / 2 + 0.5);
  paintCard(context, card, box, palette, look.zoom, {
    fill,
    outline,
    part: Math.min(1, since / flushSeconds),
  });
  if (beat.part === 'customer') {
    cardShape(context, card, box, 1);
    context.lineWidth = 3.5;
    context.strokeStyle = palette.hits[3];
    context.stroke();
  }
  const rings = beat.part === 'customer' ? 3 : 1;
  for (let ring = 0; ring < rings; ring += 1) {
    const age = (since - ring * 0.22) / ringSeconds;
    if (age <= 0 || age >= 1) continue;
    cardShape(context, card, box, 3 + age * (beat.part === 'customer' ? 30 : 15));
    context.globalAlpha = (1 - age) * 0.7;
    context.lineWidth = beat.part === 'customer' ? 3 : 2;
    context.strokeStyle = palette.hits[3];
    context.stroke();
    context.globalAlpha = 1;
  }
}

function paintOutline(
  context: CanvasRenderingContext2D,
  scene: Scene,
  party: string,
  { palette, zoom, words }: RippleLook,
  isInconvenienced: boolean,
): void {
  const box = scene.boxes.get(party);
  if (!box) return;
  cardShape(context, scene.cards.get(party)!, box, 0.5);
  context.lineWidth = Math.max(2.5, 1.2 / zoom);
  context.strokeStyle = isInconvenienced ? palette.hits[2] : palette.spared;
  context.setLineDash(isInconvenienced ? [5, 4] : []);
  context.stroke();
  context.setLineDash([]);
  if (!isInconvenienced)
    paintPill(context, words.spared, box, 'below', palette.spared, inkOn(palette.spared), zoom, 10.5);
}

function paintBadges(context: CanvasRenderingContext2D, box: Box, beat: PartyBeat, look: RippleLook): void {
  const { palette, zoom, words, position } = look;
  const isOrigin = beat.part === 'origin';
  const isIn = Math.min(1, (position - beat.reachedAt) / 0.2);
  if (isIn <= 0 && position > 0) return;
  const background = isOrigin ? palette.ink : palette.hits[3];
  const text = isOrigin ? palette.paper : '#ffffff';
  beat.badges.forEach((badge, row) => {
    paintPill(
      context,
      words.badge(badge, isOrigin),
      box,
      row,
      background,
      text,
      zoom,
      beat.part === 'customer' ? 14 : 12,
    );
  });
}

/** A pill on a card's upper right corner, or its lower; it grows as one steps back, so that the number can still be read. */
function paintPill(
  context: CanvasRenderingContext2D,
  text: string,
  box: Box,
  row: number | 'below',
  background: string,
  ink: string,
  zoom: number,
  size: number,
): void {
  const letters = size * Math.max(1, Math.min(2.3, 0.8 / zoom));
  context.font = badgeFont(letters);
  const width = context.measureText(text).width + letters * 1.3;
  const height = letters * 1.85;
  const left = box.x + box.width + 10 - width;
  const top =
    row === 'below' ? box.y + box.height - height * 0.35 : box.y - height * 0.84 - row * (height + 2);
  context.beginPath();
  context.roundRect(left, top, width, height, height / 2);
  context.fillStyle = background;
  context.fill();
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, left + width / 2, top + height / 2 + letters * 0.04);
  context.textBaseline = 'alphabetic';
}

function paintShield(
  context: CanvasRenderingContext2D,
  travel: Travel,
  link: SceneLink,
  look: RippleLook,
): void {
  if (travel.part !== 'stopped' || progress(travel, look.position) < 1) return;
  const scale = Math.max(1, Math.min(2, 0.75 / look.zoom));
  const length = Math.max(1, lengthOf(link.route));
  const at = pointAt(
    link.route,
    travel.reach === 1 ? Math.max(0.5, 1 - (17 * scale) / length) : travel.reach,
  );
  context.globalAlpha = look.chain && !look.chain.has(link.id) ? 0.45 : 1;
  traceShield(context, at, scale);
  context.fillStyle = look.palette.shield;
  context.fill();
  context.lineWidth = 1.5 * scale;
  context.strokeStyle = look.palette.paper;
  context.stroke();
  const text = look.words.absorbed(travel.absorbed ?? 0);
  const letters = Math.min(11, 34 / Math.max(2, text.length)) * scale;
  context.font = badgeFont(letters);
  context.fillStyle = inkOn(look.palette.shield);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, at.x, at.y - scale);
  context.textBaseline = 'alphabetic';
  context.globalAlpha = 1;
}

function traceShield(context: CanvasRenderingContext2D, { x, y }: Point, scale: number): void {
  const at = (dx: number, dy: number): [number, number] => [x + dx * scale, y + dy * scale];
  context.beginPath();
  context.moveTo(...at(0, -15));
  context.lineTo(...at(13, -11));
  context.lineTo(...at(13, -1));
  context.bezierCurveTo(...at(13, 7), ...at(6.5, 12), ...at(0, 15));
  context.bezierCurveTo(...at(-6.5, 12), ...at(-13, 7), ...at(-13, -1));
  context.lineTo(...at(-13, -11));
  context.closePath();
}
