import type { MapContent } from '@downstream/graph-schema/map-content';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Card } from './card';
import { cardShape } from './card-shape';
import { startLayout } from './layout';
import type { Orientation } from './place-chain';
import type { PlaceCards } from './place-cards';
import { emptyPlacement, type Placement } from './placement';
import { cardsOf, moveSeconds, placementBetween, placementKey, sceneOf, sizeKey, type Scene } from './scene';
import { canvasMeasure } from './type-face';

/** A change of words waits this long for the next one before cards are placed anew. */
const typingPause = 400;
/** Above this, a move costs more than it explains. */
const mostMovingParties = 300;

export interface SceneState {
  /** The last settled scene; what is on the way is only shown. */
  scene: Scene;
  status: 'laying-out' | 'settled' | 'failed';
  /** A hand has put things where they are now: nothing moves there. */
  settle: (placement: Placement) => void;
}

/** The room a picture is laid out for; it is laid out anew only where this changes. */
export interface SceneRoom {
  orientation: Orientation;
  shape: number;
}

/**
 * Keeps the scene of a map: lays it out in the worker when its parties or links change, lets cards grow in place while
 * somebody types, and moves from one layout to the next. `onFrame` gets every step of a move and
 * where it ends, outside React.
 */
export function useScene(
  content: MapContent,
  { orientation, shape }: SceneRoom,
  /** Instead of the chain; `waits` where another way is asked for and not there yet. */
  placeCards: PlaceCards | 'waits' | undefined,
  reduceMotion: boolean,
  onFrame: (scene: Scene, goal: Scene) => void,
): SceneState {
  const [measure] = useState(canvasMeasure);
  // Taken apart, so that cards are measured anew only where their shape has changed.
  const { width, padding, isCompact } = useMemo(
    () => cardShape(content, measure, orientation, shape),
    [content, measure, orientation, shape],
  );
  const cards = useMemo(
    () => cardsOf(content, measure, { width, padding, isCompact }),
    [content, measure, width, padding, isCompact],
  );
  const structure = useMemo(
    () => `${placeCards ? wayOf(placeCards) : `${orientation} ${shape}`} ${placementKey(content, cards)}`,
    [content, cards, orientation, shape, placeCards],
  );
  const sizes = useMemo(() => sizeKey(cards), [cards]);
  const [placed, setPlaced] = useState<{
    placement: Placement;
    /** Only what was placed the same way is kept in place by the next layout. */
    way: Orientation | 'cards';
    structure: string;
    /** As they were placed. */
    cards: ReadonlyMap<string, Card>;
  }>();
  const [failed, setFailed] = useState(false);

  const wayNow = placeCards ? 'cards' : orientation;
  const now = { content, cards, placed, placeCards };
  const latest = useRef<typeof now>(undefined);
  useEffect(() => {
    latest.current = now;
  });

  const known = useRef('');
  useEffect(() => {
    let isStale = false;
    const place = async (): Promise<void> => {
      const now = latest.current;
      if (!now || now.placeCards === 'waits') return;
      const way = now.placeCards ? 'cards' : orientation;
      const before = now.placed?.way === way ? now.placed.placement : undefined;
      try {
        const placement = now.placeCards
          ? await now.placeCards.place(now.content, now.cards)
          : await startLayout().placeChain(now.content, now.cards, { orientation, before, shape });
        if (isStale) return;
        known.current = structure;
        setFailed(false);
        // The page goes on meanwhile.
        startTransition(() => setPlaced({ placement, way, structure, cards: now.cards }));
      } catch {
        if (!isStale) setFailed(true);
      }
    };
    const onlySizes = known.current === structure;
    const timer = setTimeout(() => void place(), onlySizes ? typingPause : 0);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [structure, sizes, orientation, shape]);

  const placement = placed?.placement ?? emptyPlacement;
  // Cards of another layout are of another shape: until they have places there, they are shown as they stand.
  const isOnTheWay = placed !== undefined && !failed && placed.way !== wayNow;
  const shownCards = isOnTheWay ? placed.cards : cards;
  const scene = useMemo(() => sceneOf(content, shownCards, placement), [content, shownCards, placement]);
  const stand = useMove(
    scene,
    placement,
    content,
    shownCards,
    reduceMotion || content.parties.length > mostMovingParties,
    onFrame,
  );
  const settle = useCallback(
    (moved: Placement) => {
      stand(moved);
      setPlaced((before) => before && { ...before, placement: moved });
    },
    [stand],
  );
  const isSettled = placed !== undefined && (failed || placed.structure === structure);
  return { scene, status: failed ? 'failed' : isSettled ? 'settled' : 'laying-out', settle };
}

const wayOf = (placeCards: PlaceCards | 'waits'): string =>
  placeCards === 'waits' ? placeCards : `cards ${placeCards.key}`;

/** Moves to each new placement; what it returns says that everything stands so already. */
function useMove(
  scene: Scene,
  placement: Placement,
  content: MapContent,
  cards: ReadonlyMap<string, Card>,
  atOnce: boolean,
  onFrame: (scene: Scene, goal: Scene) => void,
): (placement: Placement) => void {
  const shown = useRef(emptyPlacement);
  useEffect(() => {
    const from = shown.current;
    if (atOnce || from.boxes.size === 0 || from === placement) {
      shown.current = placement;
      onFrame(scene, scene);
      return undefined;
    }
    const start = performance.now();
    let frame = 0;
    const step = (): void => {
      const part = Math.min(1, (performance.now() - start) / (moveSeconds * 1000));
      shown.current = part < 1 ? placementBetween(from, placement, part) : placement;
      onFrame(part < 1 ? sceneOf(content, cards, shown.current) : scene, scene);
      if (part < 1) frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [scene, placement, content, cards, atOnce, onFrame]);
  return useCallback((placement) => {
    shown.current = placement;
  }, []);
}
