import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import { placeBeside, type Place, type Taken } from './place-beside';
import type { Box } from './placement';
import { withBadge, type Scene } from './scene';
import type { Stage } from './stage';
import { toPage, type View } from './view';

export interface BesideProps {
  /** What follows the view, called whenever it moves. */
  ref: Ref<() => void>;
  party: string;
  scene: Scene;
  stage: RefObject<Stage | undefined>;
  /** Pixels of the picture that other things lie over. */
  taken: Taken;
  /** Whose cards the words should not hide. */
  keepClear: ReadonlySet<string>;
  /** Under the mouse only: the hand passes through it. */
  isGlance: boolean;
  children: ReactNode;
}

/** Words beside a card, where they hide the least; they go with the card while the view moves. */
export default function Beside({
  ref,
  party,
  scene,
  stage,
  taken,
  keepClear,
  isGlance,
  children,
}: BesideProps) {
  const element = useRef<HTMLDivElement>(null);
  const place = useRef<Place>(undefined);
  const { top, bottom, left } = taken;

  useImperativeHandle(ref, () => () => {
    place.current = settle(
      element.current,
      stage.current?.view(),
      scene,
      party,
      { top, bottom, left, keepClear },
      place.current,
    );
  });

  // Words that come later, or grow, may need another place.
  useLayoutEffect(() => {
    const find = (): void => {
      place.current = settle(element.current, stage.current?.view(), scene, party, {
        top,
        bottom,
        left,
        keepClear,
      });
    };
    find();
    const sizes = new ResizeObserver(find);
    sizes.observe(element.current!);
    return () => sizes.disconnect();
  }, [party, scene, stage, top, bottom, left, keepClear]);

  return (
    <div ref={element} className="picture-beside" data-glance={isGlance}>
      {children}
    </div>
  );
}

/** Moves the words to their place; answers which place that is. */
function settle(
  words: HTMLElement | null,
  view: View | undefined,
  { boxes }: Scene,
  party: string,
  { keepClear, ...taken }: Taken & { keepClear: ReadonlySet<string> },
  kept?: Place,
): Place | undefined {
  const box = boxes.get(party);
  const room = words?.parentElement;
  if (!words || !room || !view || !box) return kept;
  const onPage = (other: Box): Box => ({
    ...toPage(view, other),
    width: other.width * view.zoom,
    height: other.height * view.zoom,
  });
  const { x, y, place } = placeBeside(
    onPage(box),
    { width: words.offsetWidth, height: words.offsetHeight },
    { width: room.clientWidth, height: room.clientHeight, ...taken },
    kept,
    () =>
      [...boxes].map(([id, other]) =>
        keepClear.has(id) ? { ...onPage(withBadge(other)), weight: 8 } : { ...onPage(other), weight: 1 },
      ),
  );
  words.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  return place;
}
