import { beatAt, type PartyBeat } from '../../show/show';
import { paintBadges, paintInnerShield, paintPill, paintShield } from './paint-badges';
import { manyParties } from './card-shape';
import { cardShape, paintCard } from './paint-cards';
import { paintFronts, paintPassedLinks, paintPassingLinks } from './paint-lit-links';
import { hitColour, inkOn } from './palette';
import type { Box } from './placement';
import {
  flushSeconds,
  hasSettled,
  isMoving,
  isRinging,
  linkedTravels,
  ringAges,
  settlesAt,
  type RippleLook,
} from './ripple-look';
import { routeBox } from './route';
import type { Scene } from './scene';
import { sizeOfSpared } from './sign-boxes';
import { isFarAway, overlaps } from './view';

/** Shades in which cards are seen from afar: to mix a colour takes longer than to fill a card with it. */
const shades = 12;

/** Paints a moment of the ripple over the map: lit links, then the cards they reach. */
export function paintRipple(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  paintPassedLinks(context, scene, look);
  paintPassingLinks(context, scene, look);
  paintSettledCards(context, scene, look);
  for (const beat of beatsNow(scene, look)) paintHit(context, scene, beat, look);
}

/** What is said about it, over everything else: shields and badges. */
export function paintRippleWords(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  paintSettledWords(context, scene, look);
  for (const beat of beatsNow(scene, look)) paintBadges(context, scene, beat, look);
}

/** What has come to rest since `look.since`, apart from links: cards in their colours, and what is said about them. */
export function paintSettled(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  paintSettledCards(context, scene, look);
  paintSettledWords(context, scene, look);
}

/** What moves now; what is said lies over it, so that neither a ring nor a front strikes it through. */
export function paintMotion(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  paintPassingLinks(context, scene, look);
  const beats = beatsNow(scene, look);
  if (isFarAway(look.zoom)) paintHitsFromAfar(context, scene, beats, look);
  else for (const beat of beats) paintHit(context, scene, beat, look);
  const isFar = isFarAway(look.zoom);
  for (const beat of look.show.beats.values()) {
    if (isFar && beat.part === 'hit') continue;
    if (isRinging(beat, look.position) && isSeen(scene.boxes.get(beat.party), look))
      paintRings(context, scene, beat, look);
  }
  paintFronts(context, scene, look);
  for (const beat of beats) paintBadges(context, scene, beat, look);
}

const isSeen = (box: Box | undefined, { shown }: RippleLook): boolean =>
  box !== undefined && (!shown || overlaps(box, shown));

/** Parties that take on their colour just now; groups, while more and more of their parties do. */
const beatsNow = (scene: Scene, look: RippleLook): PartyBeat[] =>
  [...look.show.beats.values()].flatMap((beat) =>
    isMoving(beat.reachedAt, settlesAt(beat), look) && isSeen(scene.boxes.get(beat.party), look)
      ? [beatAt(beat, look.position)]
      : [],
  );

const settledBeats = (scene: Scene, look: RippleLook): PartyBeat[] =>
  [...look.show.beats.values()].flatMap((beat) =>
    hasSettled(settlesAt(beat), look) && isSeen(scene.boxes.get(beat.party), look)
      ? [beatAt(beat, look.position)]
      : [],
  );

function paintSettledCards(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  const { show } = look;
  for (const [party, time] of show.inconvenienced)
    if (hasSettled(time, look)) paintOutline(context, scene, party, look, true);
  for (const [party, time] of show.spared)
    if (hasSettled(time, look)) paintOutline(context, scene, party, look, false);
  const beats = settledBeats(scene, look);
  if (isFarAway(look.zoom)) paintHitsFromAfar(context, scene, beats, look);
  else for (const beat of beats) paintHit(context, scene, beat, look);
}

function paintSettledWords(context: CanvasRenderingContext2D, scene: Scene, look: RippleLook): void {
  const { show, shown } = look;
  const isClose = scene.cards.size > manyParties;
  for (const one of linkedTravels(scene, look)) {
    if (!one.shield || !hasSettled(one.travel.to, look)) continue;
    if (!shown || overlaps(routeBox(one.link.route), shown)) paintShield(context, one, look, isClose);
  }
  for (const beat of settledBeats(scene, look)) paintBadges(context, scene, beat, look);
  // A card takes on its colour over what stands on it: its shield comes when it has done so.
  for (const [card, { at, minutes }] of show.absorbedInside ?? []) {
    const box = scene.boxes.get(card);
    const beat = show.beats.get(card);
    const settles = beat ? Math.max(at, settlesAt(beat)) : at;
    if (box && hasSettled(settles, look) && isSeen(box, look))
      paintInnerShield(context, box, minutes, look, isClose);
  }
  for (const [party, time] of show.spared)
    if (hasSettled(time, look) && isSeen(scene.boxes.get(party), look))
      paintSparedWord(context, scene, party, look);
}

/** What is said above one card, over what was drawn around it. */
export function paintWordsAt(
  context: CanvasRenderingContext2D,
  scene: Scene,
  party: string,
  look: RippleLook,
): void {
  const { show, position } = look;
  const beat = show.beats.get(party);
  if (beat) paintBadges(context, scene, beatAt(beat, position), look);
  else if ((show.spared.get(party) ?? Infinity) <= position) paintSparedWord(context, scene, party, look);
}

function paintSparedWord(
  context: CanvasRenderingContext2D,
  scene: Scene,
  party: string,
  { palette, words, zoom }: RippleLook,
): void {
  const pill = {
    text: words.spared,
    background: palette.spared,
    ink: inkOn(palette.spared),
    size: sizeOfSpared,
  };
  paintPill(context, scene, party, pill, zoom);
}

/** Cards too small for words are areas of a colour. */
function paintHitsFromAfar(
  context: CanvasRenderingContext2D,
  scene: Scene,
  beats: readonly PartyBeat[],
  { palette }: RippleLook,
): void {
  const colours = Array.from({ length: shades + 1 }, (_, shade) => hitColour(palette, shade / shades));
  for (const beat of beats) {
    const { x, y, width, height } = scene.boxes.get(beat.party)!;
    context.fillStyle = colours[Math.round(shadeOf(beat) * shades)]!;
    context.fillRect(x, y, width, height);
  }
}

const shadeOf = ({ part, strength }: PartyBeat): number => (part === 'origin' ? 1 : strength);

function paintHit(context: CanvasRenderingContext2D, scene: Scene, beat: PartyBeat, look: RippleLook): void {
  const { palette, position } = look;
  const box = scene.boxes.get(beat.party)!;
  const card = scene.cards.get(beat.party)!;
  const isStrongest = beat.part !== 'hit';
  paintCard(context, card, box, palette, look.zoom, {
    fill: hitColour(palette, shadeOf(beat)),
    outline: isStrongest ? palette.hits[3] : hitColour(palette, beat.strength / 2 + 0.5),
    part: Math.min(1, (position - beat.reachedAt) / flushSeconds),
  });
  if (beat.part !== 'customer') return;
  cardShape(context, card, box, 1);
  context.lineWidth = 3.5;
  context.strokeStyle = palette.hits[3];
  context.stroke();
}

function paintRings(
  context: CanvasRenderingContext2D,
  scene: Scene,
  beat: PartyBeat,
  { palette, position }: RippleLook,
): void {
  for (const age of ringAges(beat, position)) {
    const isCustomer = beat.part === 'customer';
    const box = scene.boxes.get(beat.party)!;
    cardShape(context, scene.cards.get(beat.party)!, box, 3 + age * (isCustomer ? 30 : 15));
    context.globalAlpha = (1 - age) * 0.7;
    context.lineWidth = isCustomer ? 3 : 2;
    context.strokeStyle = palette.hits[3];
    context.stroke();
    context.globalAlpha = 1;
  }
}

function paintOutline(
  context: CanvasRenderingContext2D,
  scene: Scene,
  party: string,
  look: RippleLook,
  isInconvenienced: boolean,
): void {
  const { palette, zoom } = look;
  const box = scene.boxes.get(party);
  if (!box || !isSeen(box, look)) return;
  cardShape(context, scene.cards.get(party)!, box, 0.5);
  context.lineWidth = Math.max(2.5, 1.2 / zoom);
  context.strokeStyle = isInconvenienced ? palette.hits[2] : palette.spared;
  context.setLineDash(isInconvenienced ? [5, 4] : []);
  context.stroke();
  context.setLineDash([]);
}
