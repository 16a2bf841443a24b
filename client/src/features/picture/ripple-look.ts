import type { Badge, PartyBeat, Show, Travel } from '../../show/show';
import type { Palette } from './palette';
import type { Box } from './placement';
import type { Point } from './route';
import type { Scene, SceneLink } from './scene';
import { shieldPlaces } from './shield-places';

/** Writes what stands on badges and shields; given by the page, which knows the language. */
export interface BadgeWords {
  badge: (badge: Badge, isOrigin: boolean) => string;
  absorbed: (minutes: number) => string;
  spared: string;
}

/** What decides where signs stand. */
export interface SignLook {
  show: Show;
  words: BadgeWords;
  /** Where names of groups are written: no sign may stand there. Absent where nothing is. */
  taken?: readonly Box[] | undefined;
}

export interface RippleLook extends SignLook {
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
  /** Where the shield stands that stops it. */
  shield?: Point;
}

interface Prepared {
  look: SignLook;
  travels: LinkedTravel[];
  signs: () => readonly Box[];
}

/** By links, since a scene may be painted in two parts. */
const prepared = new WeakMap<Scene['links'], Prepared>();

/** Travels with their links, the strongest last. */
export const linkedTravels = (scene: Scene, look: SignLook): LinkedTravel[] =>
  preparedFor(scene, look).travels;

/** What the signs of a show cover at its end: badges, pills, shields and marks. */
export const signsOf = (scene: Scene, look: SignLook): readonly Box[] => preparedFor(scene, look).signs();

/** The same for every frame of a show, so it is kept for the next one. */
function preparedFor(scene: Scene, look: SignLook): Prepared {
  const { links } = scene;
  const { show, words, taken } = look;
  const known = prepared.get(links);
  if (known?.look.show === show && known.look.words === words && known.look.taken === taken) return known;
  const byId = new Map(links.map((link) => [link.id, link]));
  const shields = shieldPlaces(scene, look);
  const travels = show.travels
    .flatMap((travel) => {
      const link = byId.get(travel.link);
      if (!link) return [];
      if (travel.part !== 'stopped') return [{ travel, link }];
      const { part, at } = shields.next(travel, link.route);
      return [{ travel: travel.reach === 1 ? travel : { ...travel, reach: part }, link, shield: at }];
    })
    .sort((a, b) => weight(a.travel) - weight(b.travel));
  const next = { look: { show, words, taken }, travels, signs: shields.signs };
  prepared.set(links, next);
  return next;
}

const weight = ({ part }: Travel): number => ({ stopped: 0, besides: 1, causing: 2 })[part];
