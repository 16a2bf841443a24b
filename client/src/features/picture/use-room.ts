import { useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import { freeOrientation } from './card-shape';
import type { PictureLayout } from './map-picture-props';
import type { SceneRoom } from './use-scene';
import { isNarrow, type Room } from './view';

/** Above this ratio of height to width a chain runs down instead of across. */
const upright = 1.15;
/** Across so few pixels names are small, and of uneven sizes: there it runs down where it has nearly as much room so. */
const [widthForAcross, uprightThere] = [1000, 0.9];
/** Above this ratio of width to height a room is flat. */
const flat = 1.62;
/** Length to breadth to lay out for. A few steps only: a panel that opens must not move every card. */
const [uprightShape, broadShape, flatShape] = [1.6, 1.45, 1.9];

export interface MeasuredRoom extends Omit<SceneRoom, 'distance'> {
  width: number;
  height: number;
  /** Pixels at the bottom that the key and the buttons lie over. */
  below: number;
}

/** The room that a picture has on the page, and what it is laid out for. */
export function useRoom(
  container: RefObject<HTMLElement | null>,
  furniture: RefObject<HTMLElement | null>,
  layout: PictureLayout = 'chain',
): MeasuredRoom {
  const [size, setSize] = useState({ width: 0, height: 0, below: 0 });
  useLayoutEffect(() => {
    const measure = (): void => {
      const { clientWidth: width = 0, clientHeight: height = 0 } = container.current ?? {};
      if (width === 0) return;
      const next = { width, height, below: heightUnder(furniture.current, width, height) };
      setSize((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    for (const { current } of [container, furniture]) if (current) sizes.observe(current);
    return () => sizes.disconnect();
  }, [container, furniture]);
  // Another layout is another shape at once: to measure for it would render the picture twice.
  return useMemo(() => ({ ...size, ...roomShape(size, layout) }), [size, layout]);
}

/** Where there is a bar or a rail for the furniture it lies over nothing. */
function heightUnder(furniture: HTMLElement | null, width: number, height: number): number {
  if (!furniture?.offsetHeight || furniture.offsetLeft >= width) return 0;
  return Math.max(0, height - furniture.offsetTop);
}

export function roomShape(
  { width, height }: Pick<Room, 'width' | 'height'>,
  layout: PictureLayout,
): Omit<SceneRoom, 'distance'> {
  if (layout === 'free') return { orientation: freeOrientation, shape: uprightShape };
  if (width === 0) return { orientation: 'across', shape: broadShape };
  const isUpright = height > width * (width < widthForAcross ? uprightThere : upright) || isNarrow({ width });
  if (layout === 'customers-on-top')
    return { orientation: 'up', shape: isUpright ? uprightShape : 1 / broadShape };
  if (isUpright) return { orientation: 'down', shape: uprightShape };
  return { orientation: 'across', shape: width > height * flat ? flatShape : broadShape };
}
