import { useEffect, useRef } from 'react';
import { lifted, placementOfScene, restOf, type Lifted } from './lift-card';
import type { PlaceCards } from './place-cards';
import type { Placement } from './placement';
import type { Point } from './route';
import type { Scene } from './scene';

/** Keys that follow each other within this many milliseconds are one move, and one step of undo. */
const oneMove = 700;

export interface Lifting {
  scene: Scene;
  /** Absent where cards may not be moved. */
  placeCards: PlaceCards | undefined;
  onMove: ((card: string, by: Point) => void) | undefined;
  onLift: (lifted: Lifted) => void;
  settle: (placement: Placement) => void;
}

/** Cards that are moved: by a hand, which sees them move at once, or step by step with the keys. */
export function useLifting({ scene, placeCards, onMove, onLift, settle }: Lifting) {
  const taken = useRef<{ card: string; from: Scene; resting: Scene }>(undefined);
  const pushed = useRef<{ card: string; by: Point; timer: ReturnType<typeof setTimeout> }>(undefined);
  const save = useRef(onMove);
  useEffect(() => {
    save.current = onMove;
  });
  const finishPush = () => {
    const done = pushed.current;
    pushed.current = undefined;
    if (!done) return;
    clearTimeout(done.timer);
    save.current?.(done.card, done.by);
  };
  const finish = useRef(finishPush);
  useEffect(() => () => finish.current(), []);

  const onDrag = (card: string, middle: Point, isDrop: boolean): void => {
    if (!placeCards || !scene.boxes.has(card)) return;
    if (taken.current?.card !== card) taken.current = { card, from: scene, resting: restOf(scene, card) };
    const { from, resting } = taken.current;
    const now = lifted(from, resting, card, middle, placeCards.routes);
    if (!isDrop) {
      onLift(now);
      return;
    }
    taken.current = undefined;
    settle(placementOfScene(now.scene));
    const stood = from.boxes.get(card)!;
    onMove?.(card, { x: middle.x - stood.x - stood.width / 2, y: middle.y - stood.y - stood.height / 2 });
  };

  const push = (card: string, by: Point): void => {
    const box = scene.boxes.get(card);
    if (!placeCards || !onMove || !box) return;
    if (pushed.current && pushed.current.card !== card) finishPush();
    const middle = { x: box.x + box.width / 2 + by.x, y: box.y + box.height / 2 + by.y };
    settle(placementOfScene(lifted(scene, restOf(scene, card), card, middle, placeCards.routes).scene));
    const sum = pushed.current?.by ?? { x: 0, y: 0 };
    clearTimeout(pushed.current?.timer);
    pushed.current = {
      card,
      by: { x: sum.x + by.x, y: sum.y + by.y },
      timer: setTimeout(finishPush, oneMove),
    };
  };

  return { onDrag, push };
}
