import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Scene } from './scene';
import type { Stage } from './stage';
import { toPage } from './view';

/** The hand needs this long, in milliseconds, to get from a card to its handle. */
const handleLinger = 1_200;

interface HandledOptions {
  stage: RefObject<Stage | undefined>;
  scene: Scene;
  /** From whom a new link is being drawn. */
  connecting: string | undefined;
  chosen: string | undefined;
  /** Whether a new link may begin at a party of the scene. */
  mayBegin: (party: string) => boolean;
}

/** Whose handle is shown, from which a new link is drawn: of the card under the hand, or of the one that is chosen. */
export function useHandled({ stage, scene, connecting, chosen, mayBegin }: HandledOptions): {
  handled: string | undefined;
  handle: RefObject<HTMLButtonElement | null>;
  /** The hand is over another card, or over none. */
  setHovered: (party: string | undefined) => void;
  /** Puts the handle where its card is now. */
  place: RefObject<() => void>;
} {
  const handle = useRef<HTMLButtonElement>(null);
  const place = useRef<() => void>(() => undefined);
  const [hovered, setHovered] = useState<string>();
  // It stays while the hand is on its way to it: a card left behind keeps it until another is entered.
  const [lastHovered, setLastHovered] = useState<string>();
  if (hovered !== undefined && hovered !== lastHovered) setLastHovered(hovered);
  const isDrawing = connecting !== undefined;
  useEffect(() => {
    if (hovered !== undefined || isDrawing) return undefined;
    const timer = setTimeout(() => setLastHovered(undefined), handleLinger);
    return () => clearTimeout(timer);
  }, [hovered, isDrawing]);
  const handled = [connecting, lastHovered, chosen].find(
    (id) => id !== undefined && scene.boxes.has(id) && mayBegin(id),
  );
  useLayoutEffect(() => {
    place.current = () => {
      const box = handled === undefined ? undefined : scene.boxes.get(handled);
      const view = stage.current?.view();
      if (!box || !view || !handle.current) return;
      const at = toPage(view, { x: box.x + box.width, y: box.y + box.height });
      handle.current.style.transform = `translate(${Math.round(at.x + 3)}px, ${Math.round(at.y + 3)}px)`;
    };
    place.current();
  }, [handled, scene, stage]);
  return { handled, handle, setHovered, place };
}
