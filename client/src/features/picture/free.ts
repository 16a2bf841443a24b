import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Party } from '@downstream/graph-schema/party';
import { wrap } from 'comlink';
import type { ArrangeWorker } from './arrange-worker';
import type { Card } from './card';
import { cardShape } from './card-shape';
import type { FoldedMap } from './folded-map';
import { needsArranging, placeMissing } from './free-places';
import { freeRoutes } from './free-routes';
import { freeSpot } from './free-spot';
import { boundsOf, type Box, type Placement } from './placement';
import type { Point } from './route';
import { cardsOf } from './scene';
import { canvasMeasure } from './type-face';
import '../../text/en-groups';

/** Where a party is to stand from now on: the middle of its card, in whole units; null where it is not to be said. */
export interface Move {
  id: string;
  position: Point | null;
}

export interface Free {
  /** Places what is shown of a map: people's own places first, then what was worked out before, then what is worked out now. */
  place: (content: MapContent, folded: FoldedMap, cards: ReadonlyMap<string, Card>) => Promise<Placement>;
  /**
   * What to save when a card was moved by so much, as shown. The first to move a card gives everybody a place of their
   * own, so that from then on nothing moves but by hand.
   */
  moves: (content: MapContent, folded: FoldedMap, card: string, by: Point) => Move[];
  /** What to save for all of it to be arranged anew. */
  anew: (content: MapContent) => Move[];
  routes: typeof freeRoutes;
  stop: () => void;
}

const cardGap = 28;
const furthest = 1e6;

/** The free layout: one arrangement of all parties, of which folded groups are a view. */
export function startFree(): Free {
  const worker = new Worker(new URL('./arrange-worker.ts', import.meta.url), {
    type: 'module',
    name: 'arrange',
  });
  const arranger = wrap<ArrangeWorker>(worker);
  const measure = canvasMeasure();
  /** Places that nobody saved; they hold for as long as the page is open. */
  const workedOut = new Map<string, Point>();
  let shrink = 1;

  const known = ({ parties }: MapContent): Map<string, Point> =>
    new Map(
      parties.flatMap((party) => {
        const at = party.position ?? workedOut.get(party.id);
        return at ? [[party.id, at] as const] : [];
      }),
    );

  async function placesOf(content: MapContent, sizes: ReadonlyMap<string, Card>) {
    const places = known(content);
    if (places.size === content.parties.length) return places;
    const arranged = needsArranging(content, places)
      ? await arranger.arrange({
          parties: content.parties.map((party) => arrangeable(party, sizes.get(party.id)!)),
          links: content.links.map(({ provider, customer }) => ({ provider, customer })),
        })
      : undefined;
    for (const [id, at] of placeMissing(content, sizes, places, arranged)) {
      workedOut.set(id, at);
      places.set(id, at);
    }
    return places;
  }

  return {
    async place(content, folded, cards) {
      const isFolded = folded.cards.size > 0;
      const sizes = isFolded ? cardsOf(content, measure, cardShape(content, measure, 'across')) : cards;
      const places = await placesOf(content, sizes);
      const middles = new Map<string, Point>();
      for (const id of cards.keys()) {
        const members = folded.cards.get(id)?.parties;
        middles.set(id, members ? middleOf(members, places) : places.get(id)!);
      }
      shrink = isFolded ? tightest(middles, cards) : 1;
      const boxes = new Map<string, Box>();
      const put = (card: Card, { x, y }: Point) =>
        boxes.set(card.id, {
          x: x - card.width / 2,
          y: y - card.height / 2,
          width: card.width,
          height: card.height,
        });
      for (const [id, { x, y }] of middles) {
        if (!folded.cards.has(id)) put(cards.get(id)!, { x: x * shrink, y: y * shrink });
      }
      // A folded card gives way to those who stand where they were put.
      for (const id of folded.cards.keys()) {
        const { x, y } = middles.get(id)!;
        const card = cards.get(id);
        if (card) put(card, freeSpot({ x: x * shrink, y: y * shrink }, card, boxes.values(), cardGap / 2));
      }
      return { boxes, routes: freeRoutes(folded.content.links, boxes, cards) };
    },
    moves(content, folded, card, by) {
      const moved = new Set(folded.cards.get(card)?.parties ?? [card]);
      const places = known(content);
      return content.parties.flatMap(({ id, position }) => {
        const at = places.get(id);
        if (!at || (!moved.has(id) && position)) return [];
        const shift = moved.has(id) ? { x: by.x / shrink, y: by.y / shrink } : { x: 0, y: 0 };
        return [{ id, position: { x: within(at.x + shift.x), y: within(at.y + shift.y) } }];
      });
    },
    anew({ parties }) {
      workedOut.clear();
      return parties.flatMap(({ id, position }) => (position ? [{ id, position: null }] : []));
    },
    routes: freeRoutes,
    stop: () => worker.terminate(),
  };
}

const within = (value: number): number => Math.round(Math.max(-furthest, Math.min(furthest, value)));

const arrangeable = ({ id, group, kind }: Party, { width, height }: Card) => ({
  id,
  width,
  height,
  group,
  isLast: kind === 'external-customer',
});

function middleOf(members: readonly string[], places: ReadonlyMap<string, Point>): Point {
  const { x, y, width, height } = boundsOf(
    members.map((id) => ({ ...places.get(id)!, width: 0, height: 0 })),
  )!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** How far the paper may shrink around cards that keep their size, at most to where two of them would touch. */
function tightest(middles: ReadonlyMap<string, Point>, cards: ReadonlyMap<string, Card>): number {
  const all = [...middles].map(([id, at]) => ({ ...cards.get(id)!, ...at }));
  let least = 0;
  all.forEach((a, index) => {
    for (let other = 0; other < index; other += 1) {
      const b = all[other]!;
      const across = ((a.width + b.width) / 2 + cardGap) / Math.max(1, Math.abs(a.x - b.x));
      const up = ((a.height + b.height) / 2 + cardGap) / Math.max(1, Math.abs(a.y - b.y));
      least = Math.max(least, Math.min(across, up));
    }
  });
  return Math.min(1, least || 1);
}
