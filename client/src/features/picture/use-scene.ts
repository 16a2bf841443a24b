import type { MapContent } from '@downstream/graph-schema/map-content';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Card } from './card';
import { cardShape } from './card-shape';
import { startLayout, type Layout } from './layout';
import type { Orientation } from './place-chain';
import { emptyPlacement, type Placement } from './placement';
import { cardsOf, placementBetween, placementKey, sceneOf, sizeKey, type Scene } from './scene';
import { canvasMeasure } from './type-face';

/** A change of words waits this long for the next one before cards are placed anew. */
const typingPause = 400;
const moveSeconds = 0.32;
/** Above this, a move costs more than it explains. */
const mostMovingParties = 300;

export interface SceneState {
  /** The last settled scene; what is on the way is only shown. */
  scene: Scene;
  status: 'laying-out' | 'settled' | 'failed';
}

/** The room a picture is laid out for; it is laid out anew only where this changes. */
export interface SceneRoom {
  orientation: Orientation;
  shape: number;
}

/**
 * Keeps the scene of a map: lays it out in the worker when its parties or links change, lets cards grow in place while
 * somebody types, and moves from one layout to the next. `onFrame` gets every step of a move, outside React.
 */
export function useScene(
  content: MapContent,
  { orientation, shape }: SceneRoom,
  reduceMotion: boolean,
  onFrame: (scene: Scene) => void,
): SceneState {
  const [measure] = useState(canvasMeasure);
  const cards = useMemo(
    () => cardsOf(content, measure, cardShape(content, measure, orientation)),
    [content, measure, orientation],
  );
  const structure = useMemo(
    () => `${orientation} ${shape} ${placementKey(content, cards)}`,
    [content, cards, orientation, shape],
  );
  const sizes = useMemo(() => sizeKey(cards), [cards]);
  const [placed, setPlaced] = useState<{
    placement: Placement;
    orientation: Orientation;
    structure: string;
  }>();
  const [failed, setFailed] = useState(false);

  const layout = useRef<Layout>(undefined);
  useEffect(() => {
    layout.current = startLayout();
    return () => {
      layout.current?.stop();
      layout.current = undefined;
    };
  }, []);

  const latest = useRef<{ content: MapContent; cards: Map<string, Card>; placed: typeof placed }>(undefined);
  useEffect(() => {
    latest.current = { content, cards, placed };
  });

  const known = useRef('');
  useEffect(() => {
    let isStale = false;
    const place = async (): Promise<void> => {
      const now = latest.current;
      if (!now || !layout.current) return;
      const before = now.placed?.orientation === orientation ? now.placed.placement : undefined;
      try {
        const placement = await layout.current.placeChain(now.content, now.cards, {
          orientation,
          before,
          shape,
        });
        if (isStale) return;
        known.current = structure;
        setFailed(false);
        setPlaced({ placement, orientation, structure });
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
  const scene = useMemo(() => sceneOf(content, cards, placement), [content, cards, placement]);
  useMove(
    scene,
    placement,
    content,
    cards,
    reduceMotion || content.parties.length > mostMovingParties,
    onFrame,
  );
  const isSettled = placed !== undefined && (failed || placed.structure === structure);
  return { scene, status: failed ? 'failed' : isSettled ? 'settled' : 'laying-out' };
}

function useMove(
  scene: Scene,
  placement: Placement,
  content: MapContent,
  cards: ReadonlyMap<string, Card>,
  atOnce: boolean,
  onFrame: (scene: Scene) => void,
): void {
  const shown = useRef(emptyPlacement);
  useEffect(() => {
    const from = shown.current;
    if (atOnce || from.boxes.size === 0 || from === placement) {
      shown.current = placement;
      onFrame(scene);
      return undefined;
    }
    const start = performance.now();
    let frame = 0;
    const step = (): void => {
      const part = Math.min(1, (performance.now() - start) / (moveSeconds * 1000));
      shown.current = part < 1 ? placementBetween(from, placement, part) : placement;
      onFrame(part < 1 ? sceneOf(content, cards, shown.current) : scene);
      if (part < 1) frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [scene, placement, content, cards, atOnce, onFrame]);
}
