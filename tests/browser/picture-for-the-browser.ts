import { contentOf, type MapAtRevision, type MapContent } from '@downstream/graph-schema/map-content';
import { arrange, arrangeable } from '../../client/src/features/picture/arrange.js';
import { acrossRoom, heightOf, nameAtZoom, type Card } from '../../client/src/features/picture/card.js';
import { cardShape, freeOrientation } from '../../client/src/features/picture/card-shape.js';
import { foldGroups, groupsOf } from '../../client/src/features/picture/fold-groups.js';
import { isFolded, stackDepth } from '../../client/src/features/picture/folded-id.js';
import { unfolded, type FoldedMap } from '../../client/src/features/picture/folded-map.js';
import { placeMissing } from '../../client/src/features/picture/free-places.js';
import { labelOf } from '../../client/src/features/picture/link-label.js';
import { markPlaces } from '../../client/src/features/picture/mark-places.js';
import { placeChain, type Orientation } from '../../client/src/features/picture/place-chain.js';
import { placeFree } from '../../client/src/features/picture/place-free.js';
import type { Box } from '../../client/src/features/picture/placement.js';
import { regionsOf, regionTitle, type Region } from '../../client/src/features/picture/regions.js';
import { isHidden, pointAt } from '../../client/src/features/picture/route.js';
import { cardsOf, sceneBounds, sceneOf, type Scene } from '../../client/src/features/picture/scene.js';
import { spread } from '../../client/src/features/picture/spread.js';
import { openingView } from '../../client/src/features/picture/view.js';
import { around, covers, measure } from './boxes.js';
import { coveredByRipples, namesOf } from './ripple-signs.js';

/** A screen, and what of it the picture has, in pixels; and how far off it is read. */
const devices = {
  desk: { width: 1068, height: 740, distance: 1 },
  phone: { width: 390, height: 620, distance: 1 },
  projector: { width: 1920, height: 990, distance: acrossRoom },
  wall: { width: 3840, height: 2060, distance: acrossRoom },
} as const;
export type Device = keyof typeof devices;

interface Screen {
  width: number;
  height: number;
  distance: number;
}

/** Ways to place parties, each with a scene for a map as it is folded. */
const layouts: Record<string, (folded: FoldedMap, room: Screen, all: MapContent) => Scene> = {
  chain: ({ content }, { width, height, distance }) =>
    layered(content, height > width ? 'down' : 'across', height > width ? 1.6 : 1.9, distance),
  'customers on top': ({ content }, { width, height, distance }) =>
    layered(content, 'up', height > width ? 1.6 : 1 / 1.45, distance),
  free: (folded, { distance }, all) => free(folded, all, distance),
};
export const layoutNames = Object.keys(layouts);

/** How many of its groups a map is shown with as one card each. */
const foldings = { none: 0, some: 0.5, all: 1 } as const;
export type Folding = keyof typeof foldings;

function foldedBy(content: MapContent, folding: Folding): FoldedMap {
  const groups = groupsOf(content).map(({ name }) => name);
  const names = groups.slice(0, Math.ceil(foldings[folding] * groups.length));
  const words = {
    parties: (count: number) => `${count} parties`,
    links: (count: number) => `${count} links`,
  };
  return names.length > 0 ? foldGroups(content, new Set(names), words) : unfolded(content);
}

function layered(content: MapContent, orientation: Orientation, shape: number, distance: number): Scene {
  const ofCards = { ...cardShape(content, measure!, orientation, shape), distance };
  const cards = cardsOf(content, measure!, ofCards);
  return sceneOf(content, cards, placeChain(content, cards, { orientation, shape }));
}

/** As nobody has moved a card yet. */
function free(folded: FoldedMap, all: MapContent, distance: number): Scene {
  const cardsIn = (content: MapContent): Map<string, Card> =>
    cardsOf(content, measure!, { ...cardShape(content, measure!, freeOrientation), distance });
  const [cards, sizes] = [cardsIn(folded.content), cardsIn(all)];
  const places = placeMissing(all, sizes, new Map(), arrange(arrangeable(all, sizes), spread));
  return sceneOf(folded.content, cards, placeFree(folded, cards, places));
}

/** Everything that covers, is cut off or cannot be read in the picture of a map, as sentences. */
async function flawsOf(map: string, layout: string, device: Device, folding: Folding): Promise<string[]> {
  const { items } = (await (await fetch(`/api/maps/${map}`)).json()) as MapAtRevision;
  const all = contentOf(items.map(({ item }) => item));
  const folded = foldedBy(all, folding);
  const { content } = folded;
  const room = { ...devices[device], top: 0, right: 0, bottom: 60, left: 0 };
  const scene = layouts[layout]!(folded, room, all);
  const customers = content.parties.filter(({ kind }) => kind === 'external-customer');
  const focus = customers.map(({ id }) => scene.boxes.get(id)!);
  const groups = layout === 'free' ? groupsOf(content) : [];
  const regions = regionsOf(groups, scene.boxes);
  const bounds = sceneBounds(
    scene,
    regions.map(({ box }) => box),
  )!;
  const { zoom } = openingView(bounds, focus, false, room);
  return [
    ...overlappingCards(scene),
    ...crossedCards(scene),
    ...clippedWords(content, scene, zoom),
    ...smallCustomers(scene, zoom),
    ...coveredByMarks(scene),
    ...coveredByLabels(scene, zoom),
    ...coveredByRipples(all, folded, scene, zoom, namesOf(regions)),
    ...coveredGroupNames(regions, scene),
    ...(regions.length < groups.length ? [`${groups.length - regions.length} groups have no region`] : []),
  ];
}

/** A folded group is drawn as a stack, which sticks out to the right and below. */
const seenBox = (id: string, { x, y, width, height }: Box): Box =>
  isFolded(id) ? { x, y, width: width + stackDepth, height: height + stackDepth } : { x, y, width, height };

function overlappingCards({ boxes }: Scene): string[] {
  const all = [...boxes].map(([id, box]) => [id, seenBox(id, box)] as const);
  return all.flatMap(([a, boxA], index) =>
    all.slice(index + 1).flatMap(([b, boxB]) => (covers(boxA, boxB) ? [`${a} and ${b} overlap`] : [])),
  );
}

/** Where a line leads behind a card it must know so, for it is lit above all cards; in layers it never does. */
function crossedCards({ links, boxes }: Scene): string[] {
  const looks = 200;
  return links.flatMap(({ id, provider, customer, route }) =>
    [...boxes].flatMap(([party, box]) => {
      if (party === provider || party === customer) return [];
      for (let look = 0; look <= looks; look += 1) {
        if (isHidden(route, look / looks)) continue;
        const { x, y } = pointAt(route, look / looks);
        if (covers({ x: x - 0.6, y: y - 0.6, width: 1.2, height: 1.2 }, box))
          return [`${id} runs through ${party}`];
      }
      return [];
    }),
  );
}

/** Letters smaller than this many pixels cannot be read where a map opens. */
const smallestLetters = 6;

function clippedWords({ parties }: MapContent, { cards, boxes }: Scene, zoom: number): string[] {
  return [...cards.values()].flatMap((card) => {
    const { name, withPurpose } = nameAtZoom(card, zoom);
    const written = [
      ...name.lines.map((line) => measure!(line, name.size, 'name')),
      ...(withPurpose ? card.purpose.lines.map((line) => measure!(line, card.purpose.size, 'purpose')) : []),
    ];
    const height = heightOf(name) + card.personHeight + (withPurpose ? heightOf(card.purpose) : 0);
    const said = parties.find(({ id }) => id === card.id)!.name.replaceAll(/\s+/gu, ' ');
    return [
      ...(Math.max(...written) > card.width - card.padding
        ? [`the words of ${card.id} are wider than its card`]
        : []),
      ...(height > boxes.get(card.id)!.height ? [`the words of ${card.id} are higher than its card`] : []),
      ...(name.lines.join(' ') === said ? [] : [`${card.id} reads ${name.lines.join(' ')}`]),
      ...(name.size * zoom < smallestLetters
        ? [`${card.id} is written ${name.size * zoom} pixels high`]
        : []),
    ];
  });
}

/** It is all done for external customers: nobody's name is larger than theirs. */
function smallCustomers({ cards }: Scene, zoom: number): string[] {
  const all = [...cards.values()].map((card) => ({
    id: card.id,
    isCustomer: card.kind === 'external-customer',
    size: nameAtZoom(card, zoom).name.size,
  }));
  const largest = Math.max(...all.map(({ isCustomer, size }) => (isCustomer ? 0 : size)));
  return all
    .filter(({ isCustomer, size }) => isCustomer && size < largest)
    .map(({ id, size }) => `the name of ${id} is ${size} high, that of others ${largest}`);
}

function coveredByMarks(scene: Scene): string[] {
  const marks = [...markPlaces(scene)].flatMap(([id, points]) =>
    points.map((at) => ({ id, box: around(at, 16, 16) })),
  );
  return marks.flatMap(({ id, box }, index) => [
    ...[...scene.boxes]
      .filter(([, card]) => covers(box, card))
      .map(([party]) => `a mark of ${id} covers ${party}`),
    ...marks
      .slice(index + 1)
      .flatMap((mark) => (covers(box, mark.box) ? [`marks of ${id} and ${mark.id} overlap`] : [])),
  ]);
}

/** Where cards stand close a label has no room that is free, but it leaves its own two alone. */
function coveredByLabels(scene: Scene, zoom: number): string[] {
  return scene.links.flatMap((link) => {
    const { box } = labelOf(link, scene.boxes, [], zoom, (text, size) => measure!(text, size, 'purpose'));
    const isOwn = (party: string): boolean => party === link.provider || party === link.customer;
    return [...scene.boxes]
      .filter(([id, card]) => covers(box, card) && (isOwn(id) || !scene.cards.get(id)!.isCompact))
      .map(([party]) => `the words of ${link.id} cover ${party}`);
  });
}

function coveredGroupNames(regions: readonly Region[], scene: Scene): string[] {
  return regions.flatMap(({ group, box }) =>
    [...scene.boxes]
      .filter(([, card]) => covers({ ...box, height: regionTitle }, card))
      .map(([party]) => `${party} covers the name of ${group}`),
  );
}

/** Where the cards of a map stand, in the picture's units, and who of them is an external customer. */
async function cardsOfMap(map: string, orientation: Orientation, shape: number) {
  const { items } = (await (await fetch(`/api/maps/${map}`)).json()) as MapAtRevision;
  const content = contentOf(items.map(({ item }) => item));
  const { boxes } = layered(content, orientation, shape, 1);
  return content.parties.map(({ id, kind }) => ({
    id,
    isCustomer: kind === 'external-customer',
    box: boxes.get(id)!,
  }));
}

const browserPicture = { flawsOf, cardsOfMap };
export type BrowserPicture = typeof browserPicture;

if (typeof window !== 'undefined') globalThis.browserPicture = browserPicture;
