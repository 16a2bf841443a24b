import i18next from 'i18next';
import { messages } from '@downstream/ripple/messages';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { begin, finish, prepare } from '../../client/src/engine/engine-answer.js';
import { heightOf, lineHeight, nameAtZoom, type Card } from '../../client/src/features/picture/card.js';
import { badgeText } from '../../client/src/features/picture/describe.js';
import { foldShow } from '../../client/src/features/picture/fold-show.js';
import type { FoldedMap } from '../../client/src/features/picture/folded-map.js';
import type { Box } from '../../client/src/features/picture/placement.js';
import { nameBox, type Region } from '../../client/src/features/picture/regions.js';
import {
  linkedTravels,
  type BadgeWords,
  type SignLook,
} from '../../client/src/features/picture/ripple-look.js';
import type { Scene } from '../../client/src/features/picture/scene.js';
import {
  innerShieldAt,
  pillOn,
  shieldScale,
  sizeOfBadge,
  sizeOfSpared,
} from '../../client/src/features/picture/sign-boxes.js';
import type { Show } from '../../client/src/show/show.js';
import { en } from '../../client/src/text/en.js';
import { around, covers, measure } from './boxes.js';

void i18next.init({ lng: 'en', resources: { en: { translation: en, ripple: messages } } });

/** As the page writes them on regions. */
export const namesOf = (regions: readonly Region[]): Sign[] =>
  regions.map((region) => ({
    said: `the name of ${region.group}`,
    of: '',
    box: nameBox(region, measure!),
  }));

/** What is written on a card, line by line: from the left on a team's, in the middle on a customer's. */
function wordsOn(card: Card, box: Box, zoom: number): Box[] {
  const { name, withPurpose } = nameAtZoom(card, zoom);
  const purpose = withPurpose ? card.purpose : { size: 0, lines: [] };
  const room = box.height - card.personHeight;
  let y = box.y + card.personHeight + (room - heightOf(name) - heightOf(purpose)) / 2;
  return ([name, purpose] as const).flatMap(({ size, lines }, index) =>
    lines.map((line) => {
      const width = measure!(line, size, index === 0 ? 'name' : 'purpose');
      const left = card.personHeight > 0 ? (box.width - width) / 2 : card.padding;
      y += size * lineHeight;
      return { x: box.x + left, y: y - size, width, height: size };
    }),
  );
}

/** Something that a ripple puts on the picture. */
interface Sign {
  said: string;
  /** The party whose card it stands on. */
  of: string;
  box: Box;
}

/** How late whoever begins a ripple is: so that badges are short, and so that they say as much as they ever do. */
const delays = [120, 8_730];

/** Shields and badges of every party's ripple, which cover neither cards nor names of groups nor each other. */
export function coveredByRipples(
  content: MapContent,
  folded: FoldedMap,
  scene: Scene,
  zoom: number,
  names: readonly Sign[],
): string[] {
  const prepared = prepare(content);
  const words: BadgeWords = {
    badge: (badge, isOrigin) => badgeText(badge, isOrigin, content, i18next.t),
    absorbed: String,
    spared: en.picture.spared,
  };
  const flaws = content.parties.flatMap(({ id: party, kind }) => {
    if (kind === 'external-customer') return [];
    return delays.flatMap((minutes) => {
      const begun = begin(prepared, [{ party, kind: 'delay', minutes }]);
      if ('problem' in begun) throw new Error(begun.problem.code);
      const show = foldShow(finish(begun).show, folded);
      const inside = innerShields(scene, show, zoom);
      const look = { show, words, taken: names.map(({ box }) => box) };
      const onCards = [...shields(scene, look, zoom), ...inside, ...pills(scene, look, zoom)];
      const signs = [...onCards, ...names];
      return [
        ...inside.flatMap(({ said, of, box }) =>
          wordsOn(scene.cards.get(of)!, scene.boxes.get(of)!, zoom).some((words) => covers(box, words))
            ? [`${said} covers its words`]
            : [],
        ),
        ...onCards.flatMap(({ said, of, box }) =>
          [...scene.boxes]
            .filter(([id, card]) => id !== of && covers(box, card))
            .map(([id]) => `${said} covers ${id}`),
        ),
        ...onCards.flatMap((sign, index) =>
          signs
            .slice(index + 1)
            .filter(({ box }) => covers(sign.box, box))
            .map(({ said }) => `${sign.said} and ${said} overlap`),
        ),
      ];
    });
  });
  return [...new Set(flaws)];
}

function shields(scene: Scene, look: SignLook, zoom: number): Sign[] {
  return linkedTravels(scene, look).flatMap(({ link, shield }) =>
    shield ? [{ said: `the shield on ${link.id}`, of: '', box: shieldBox(shield, scene, zoom) }] : [],
  );
}

const innerShields = (scene: Scene, { absorbedInside = new Map() }: Show, zoom: number): Sign[] =>
  [...absorbedInside.keys()].map((id) => ({
    said: `the shield inside ${id}`,
    of: id,
    box: shieldBox(innerShieldAt(scene.boxes.get(id)!), scene, zoom),
  }));

function shieldBox(at: { x: number; y: number }, { cards }: Scene, zoom: number): Box {
  const isClose = [...cards.values()].some((card) => card.isCompact);
  const scale = shieldScale(isClose, zoom);
  return around(at, 24 * scale, 28 * scale);
}

function pills(scene: Scene, { show: { beats, spared }, words }: SignLook, zoom: number): Sign[] {
  const pill = (id: string, text: string, size: number, row: number): Sign => {
    const [card, on] = [scene.cards.get(id)!, scene.boxes.get(id)!];
    const { box } = pillOn(on, card, { text, size, row }, zoom, (said, letters) =>
      measure!(said, letters, 'name'),
    );
    return { said: `the badge of ${id}`, of: id, box };
  };
  return [
    ...[...beats.values()].flatMap((beat) =>
      (beat.grows?.at(-1)?.badges ?? beat.badges).map((badge, row) =>
        pill(beat.party, words.badge(badge, beat.part === 'origin'), sizeOfBadge(beat), row),
      ),
    ),
    ...[...spared.keys()].map((id) => pill(id, words.spared, sizeOfSpared, 0)),
  ];
}
