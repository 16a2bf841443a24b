import type { MapContent } from '@downstream/graph-schema/map-content';
import { wrap } from 'comlink';
import { arrangeable } from './arrange';
import type { ArrangeWorker } from './arrange-worker';
import type { Card } from './card';
import { cardShape, freeOrientation } from './card-shape';
import type { FoldedMap } from './folded-map';
import { needsArranging, placeMissing } from './free-places';
import { freeRoutes } from './free-routes';
import { placeFree } from './place-free';
import type { Placement } from './placement';
import type { Point } from './route';
import { cardsOf } from './scene';
import { canvasMeasure } from './type-face';

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
      ? await arranger.arrange(arrangeable(content, sizes))
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
      const sizes = isFolded
        ? cardsOf(content, measure, cardShape(content, measure, freeOrientation))
        : cards;
      const places = await placesOf(content, sizes);
      const placed = placeFree(folded, cards, places);
      ({ shrink } = placed);
      // On a large map the lines take as long as painting them: a frame may come in between.
      await new Promise((resolve) => setTimeout(resolve));
      return placed;
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
