import type { Badge, PartyBeat, Show, Travel } from '../../show/show';
import { manyParties } from './card-shape';
import { freePart, isFree, mostWithFreePlaces } from './beside-line';
import { markBoxes } from './mark-places';
import type { Palette } from './palette';
import type { Box } from './placement';
import { lengthOf } from './route';
import type { Scene, SceneLink } from './scene';

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
  /**
   * What had settled by this moment is painted already: it is left out of what settles, and what has settled later
   * still belongs to what moves. Absent where nothing is painted.
   */
  since?: number | undefined;
  palette: Palette;
  zoom: number;
  /** What can be seen of the picture; absent where all of it is painted. */
  shown?: Box | undefined;
  words: BadgeWords;
  /** Links of the chain that is being traced; the rest steps back. Absent where nothing is. */
  chain: ReadonlySet<string> | undefined;
}

/** How far a front has come on its way, from 0 to 1. */
export const progress = ({ from, to }: Travel, position: number): number =>
  to > from ? Math.max(0, Math.min(1, (position - from) / (to - from))) : 1;

/** A card takes this long to take on its colour; then it stays as it is. */
export const flushSeconds = 0.45;
const ringSeconds = 0.84;
const ringsApart = 0.22;
/** The external customers get the strongest beat. */
const ringsOf = ({ part }: PartyBeat): number => (part === 'customer' ? 3 : 1);

export const settlesAt = ({ reachedAt, grows }: PartyBeat): number =>
  (grows?.at(-1)?.reachedAt ?? reachedAt) + flushSeconds;

export const isRinging = (beat: PartyBeat, position: number): boolean =>
  position > beat.reachedAt && position < beat.reachedAt + ringSeconds + ringsApart * (ringsOf(beat) - 1);

/** Ages, from 0 to 1, of the rings that spread around a card that was just hit. */
export function ringAges(beat: PartyBeat, position: number): number[] {
  return Array.from(
    { length: ringsOf(beat) },
    (_, ring) => (position - beat.reachedAt - ring * ringsApart) / ringSeconds,
  ).filter((age) => age > 0 && age < 1);
}

/** Whether what settles at a moment has done so by now, and was not painted before. */
export const hasSettled = (at: number, { position, since = -Infinity }: RippleLook): boolean =>
  at <= position && at > since;

/** Whether something that lasts from one moment to another is on its way, or at its end but not yet painted there. */
export const isMoving = (from: number, to: number, { position, since = position }: RippleLook): boolean =>
  from <= position && to > since;

export interface LinkedTravel {
  travel: Travel;
  link: SceneLink;
  /** Where on the link the shield stands that stops it. */
  shieldAt?: number;
}

/** By links, since a scene may be painted in two parts. */
const prepared = new WeakMap<Scene['links'], { show: Show; travels: LinkedTravel[] }>();

/** Travels with their links, the strongest last. The same for every frame of a show, so it is kept for the next one. */
export function linkedTravels(scene: Scene, show: Show): LinkedTravel[] {
  const { links, boxes } = scene;
  const known = prepared.get(links);
  if (known?.show === show) return known.travels;
  const byId = new Map(links.map((link) => [link.id, link]));
  const isClose = boxes.size > manyParties;
  const isSparse = boxes.size <= mostWithFreePlaces;
  const cards = isSparse ? [...boxes.values()] : [];
  const words = isSparse ? [...markBoxes(scene), ...badgeBoxes(scene, show)] : [];
  const travels = show.travels
    .flatMap((travel) => {
      const link = byId.get(travel.link);
      if (!link) return [];
      if (travel.part !== 'stopped') return [{ travel, link }];
      const shieldAt = shieldPart(travel, link, isClose ? closeShield : 1, cards, words);
      return [{ travel: travel.reach === 1 ? travel : { ...travel, reach: shieldAt }, link, shieldAt }];
    })
    .sort((a, b) => weight(a.travel) - weight(b.travel));
  prepared.set(links, { show, travels });
  return travels;
}

/** About what a badge covers above its card's right corner, whatever it says. */
const badgeRoom = { width: 62, height: 20, beside: 8, below: 4 };

function badgeBoxes({ boxes }: Scene, { beats, spared }: Show): Box[] {
  return [...beats.keys(), ...spared.keys()].flatMap((party) => {
    const card = boxes.get(party);
    if (!card) return [];
    const { width, height, beside, below } = badgeRoom;
    return [{ x: card.x + card.width + beside - width, y: card.y + below - height, width, height }];
  });
}

/** Pixels from a card's edge to the middle of the shield before it. */
const beforeCard = 17;
const shieldRoom = { width: 27, height: 31 };

/**
 * Where slack stops a front, or right before the card that makes up for it: on the line, where it covers no card, and
 * if that can be had no mark and no badge.
 */
function shieldPart(
  { reach }: Travel,
  { route }: SceneLink,
  scale: number,
  cards: readonly Box[],
  words: readonly Box[],
): number {
  const wanted = reach === 1 ? Math.max(0.5, 1 - (beforeCard * scale) / Math.max(1, lengthOf(route))) : reach;
  if (cards.length === 0) return wanted;
  const room = { width: shieldRoom.width * scale, height: shieldRoom.height * scale };
  const all = [...cards, ...words];
  const part = freePart(route, wanted, room, all);
  return isFree(route, part, room, all) ? part : freePart(route, wanted, room, cards);
}

/** Where cards stand close a shield stays as small as the gap between two of them. */
export const closeShield = 0.8;

const weight = ({ part }: Travel): number => ({ stopped: 0, besides: 1, causing: 2 })[part];
