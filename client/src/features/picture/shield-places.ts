import type { Travel } from '../../show/show';
import { freePart, isFree, mostWithFreePlaces, spotOff } from './beside-line';
import type { MeasureAt } from './card';
import { manyParties } from './card-shape';
import { markBoxes } from './mark-places';
import { boxAround, padded, type Box } from './placement';
import type { SignLook } from './ripple-look';
import { lengthOf, pointAt, routeBox, type Point, type Route } from './route';
import type { Scene } from './scene';
import { closeShield, innerShieldAt, pillOn, shieldRoom, sizeOfBadge, sizeOfSpared } from './sign-boxes';
import { canvasMeasure } from './type-face';
import { overlaps } from './view';

/** Pixels from a card's edge to the middle of the shield before it. */
const beforeCard = 17;
/** How far off its line a shield may stand, in its own heights, where it would cover another sign on it. */
const furthestOff = 3.5;

let measure: MeasureAt | undefined;

export interface ShieldPlaces {
  /** The place of the next shield. */
  next: (travel: Travel, route: Route) => { part: number; at: Point };
  /** What is covered by all signs, the shields that have a place included. Among many cards nobody looks for room. */
  signs: () => readonly Box[];
}

/**
 * Where shields stand, one after the other: where slack stops a front, or right before the card that makes up for it.
 * On the line, where that covers no card and no other sign; else a little beside it; at worst only off the cards.
 */
export function shieldPlaces(scene: Scene, look: SignLook): ShieldPlaces {
  const scale = scene.boxes.size > manyParties ? closeShield : 1;
  const size = { width: shieldRoom.width * scale, height: shieldRoom.height * scale };
  const isSparse = scene.boxes.size <= mostWithFreePlaces;
  const cards = [...scene.boxes.values()];
  let known: Box[] | undefined;
  const signs = (): Box[] => (known ??= isSparse ? signBoxes(scene, look, size) : []);
  const next: ShieldPlaces['next'] = ({ reach }, route) => {
    const wanted =
      reach === 1 ? Math.max(0.5, 1 - (beforeCard * scale) / Math.max(1, lengthOf(route))) : reach;
    const on = (part: number) => ({ part, at: pointAt(route, part) });
    if (!isSparse) return on(wanted);
    const off = size.height * furthestOff;
    const around = padded(routeBox(route), off + size.height);
    const [near, taken] = [cards, signs()].map((boxes) => boxes.filter((box) => overlaps(box, around)));
    const all = [...near!, ...taken!];
    const part = freePart(route, wanted, size, all);
    const place = isFree(route, part, size, all)
      ? on(part)
      : (spotOff(route, wanted, size, all, off) ?? on(freePart(route, wanted, size, near!)));
    signs().push(boxAround(place.at, size));
    return place;
  };
  return { next, signs };
}

/** What is covered by marks, by names of groups, and at the end of a show by badges and by shields on folded groups. */
function signBoxes(scene: Scene, { show, words, taken = [] }: SignLook, shield: Size): Box[] {
  measure ??= canvasMeasure();
  const pill = (party: string, text: string, size: number, row: number): Box[] => {
    const [card, box] = [scene.cards.get(party), scene.boxes.get(party)];
    if (!card || !box) return [];
    // As large as it becomes when one steps back: it grows from its lower right corner.
    return [
      pillOn(box, card, { text, size, row }, 0, (said, letters) => measure!(said, letters, 'name')).box,
    ];
  };
  const badges = [...show.beats.values()].flatMap((beat) =>
    (beat.grows?.at(-1)?.badges ?? beat.badges).flatMap((badge, row) =>
      pill(beat.party, words.badge(badge, beat.part === 'origin'), sizeOfBadge(beat), row),
    ),
  );
  const spared = [...show.spared.keys()].flatMap((party) => pill(party, words.spared, sizeOfSpared, 0));
  const inside = [...(show.absorbedInside?.keys() ?? [])].flatMap((id) => {
    const box = scene.boxes.get(id);
    return box ? [boxAround(innerShieldAt(box), shield)] : [];
  });
  return [...markBoxes(scene), ...taken, ...badges, ...spared, ...inside];
}

type Size = Pick<Box, 'width' | 'height'>;
