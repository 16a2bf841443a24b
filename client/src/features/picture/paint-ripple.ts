import type { PartyBeat, Show, Travel } from '../../show/show';
import { paintBadges, paintPill, paintShield } from './paint-badges';
import { paintCard, cardShape } from './paint-cards';
import { traceArrow, traceUpTo } from './paint-links';
import { hitColour, inkOn, litColour } from './palette';
import { progress, type RippleLook } from './ripple-look';
import { lengthOf, pointAt } from './route';
import type { Scene, SceneLink } from './scene';

const flushSeconds = 0.45;
const ringSeconds = 0.9;

/** Paints a moment of the ripple over the map: lit links, then the cards they reach. */
export function paintRipple(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  const { show, position, chain } = look;
  for (const { travel, link } of begunTravels(scene, look)) {
    context.globalAlpha = chain && !chain.has(link.id) ? 0.22 : 1;
    paintTravel(context, travel, link, look);
  }
  context.globalAlpha = 1;
  for (const [party, time] of show.inconvenienced)
    if (position >= time) paintOutline(context, scene, party, look, true);
  for (const [party, time] of show.spared)
    if (position >= time) paintOutline(context, scene, party, look, false);
  for (const beat of reachedBeats(scene, look)) paintHit(context, scene, beat, look);
}

/** What is said about it, over everything else: shields, badges, and the front on its way. */
export function paintRippleWords(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  const { show, position, palette, words, zoom } = look;
  const begun = begunTravels(scene, look);
  for (const { travel, link } of begun) paintShield(context, travel, link, look);
  for (const beat of reachedBeats(scene, look)) paintBadges(context, scene, beat, look);
  for (const [party, time] of show.spared) {
    const pill = { text: words.spared, background: palette.spared, ink: inkOn(palette.spared), size: 10.5 };
    if (position >= time) paintPill(context, scene, party, 0, pill, zoom);
  }
  for (const { travel, link } of begun) paintFront(context, travel, link, look);
}

const begunTravels = (scene: Scene, { show, position }: RippleLook): LinkedTravel[] =>
  linkedTravels(scene, show).filter(({ travel }) => position >= travel.from);

const reachedBeats = (scene: Scene, { show, position }: RippleLook): PartyBeat[] =>
  [...show.beats.values()].filter((beat) => position >= beat.reachedAt && scene.boxes.has(beat.party));

interface LinkedTravel {
  travel: Travel;
  link: SceneLink;
}

/** By links, since a scene may be painted in two parts. */
const prepared = new WeakMap<Scene['links'], { show: Show; travels: LinkedTravel[] }>();

/** Travels with their links, the strongest last. The same for every frame of a show, so it is kept for the next one. */
function linkedTravels({ links }: Scene, show: Show): LinkedTravel[] {
  const known = prepared.get(links);
  if (known?.show === show) return known.travels;
  const byId = new Map(links.map((link) => [link.id, link]));
  const travels = show.travels
    .flatMap((travel) => {
      const link = byId.get(travel.link);
      return link ? [{ travel, link }] : [];
    })
    .sort((a, b) => weight(a.travel) - weight(b.travel));
  prepared.set(links, { show, travels });
  return travels;
}

const weight = ({ part }: Travel): number => ({ stopped: 0, besides: 1, causing: 2 })[part];

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
  { palette, zoom }: RippleLook,
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
}
