import type { Box } from './placement';
import { shownBox, transformBetween, type View } from './view';

/** From the lowest to the highest. */
export const layerNames = ['base', 'lines', 'motion', 'cards', 'overlay'] as const;
export type LayerName = (typeof layerNames)[number];

/** Paints a layer, or only what is new on it where there is `isMore`; false where nothing is on it. */
export type Painter = (context: CanvasRenderingContext2D, view: View, shown: Box, isMore: boolean) => boolean;

export type Painters = Record<LayerName, Painter>;

export interface Layers {
  /** Asks for layers to be painted anew in the next frame. */
  repaint: (...names: LayerName[]) => void;
  /** Asks for what is new on layers to be added in the next frame. */
  add: (...names: LayerName[]) => void;
  /** The view has moved. */
  move: () => void;
  stop: () => void;
}

/** Milliseconds without a move after which the picture counts as at rest. */
const restAfter = 110;
/** Milliseconds between two paintings while the view moves; more where a painting costs much. */
const often = 100;
/** Time spent moving what is painted for each time spent painting it anew. */
const movesPerPaint = 14;

/**
 * Canvases over each other, painted at most once a frame. While the view moves, what was painted is moved with it; it
 * is painted anew now and then, the more seldom the longer that takes, and at rest: a layer a frame, since all of them
 * are in their places meanwhile.
 */
export function startLayers(
  container: HTMLElement,
  canvases: Record<LayerName, HTMLCanvasElement>,
  painters: Painters,
  view: () => View,
): Layers {
  const dirty = new Set<LayerName>();
  const growing = new Set<LayerName>();
  /** Painted for another view than they are shown at. */
  const moved = new Set<LayerName>();
  const painted = new Map<LayerName, View>();
  const inked = new Set<LayerName>();
  let paintedAt = 0;
  let cost = 0;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const paint = (): void => {
    frame = 0;
    const start = performance.now();
    const size = { width: container.clientWidth, height: container.clientHeight };
    if (dirty.has('base')) cost = 0;
    const [next] = moved;
    if (next) dirty.add(next);
    for (const name of layerNames) {
      const canvas = canvases[name];
      const isAnew = dirty.has(name) || !painted.has(name);
      if (!isAnew && !growing.has(name)) continue;
      if (isAnew) {
        painted.set(name, view());
        moved.delete(name);
      }
      const at = painted.get(name)!;
      const context = prepared(canvas, size, at, isAnew && inked.has(name));
      if (!context) continue;
      const hasInk = painters[name](context, at, shownBox(at, size), !isAnew);
      if (hasInk) inked.add(name);
      else inked.delete(name);
      // What is empty need not be laid over the rest.
      canvas.hidden = !hasInk;
      if (isAnew) canvas.style.transform = '';
    }
    if (next !== undefined || dirty.has('base')) {
      paintedAt = start;
      // What was only asked of a canvas is drawn before the next frame begins.
      requestAnimationFrame((then) => {
        cost += Math.max(0, then - start - 17);
      });
    }
    dirty.clear();
    growing.clear();
    if (moved.size > 0) ask();
  };
  const ask = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const repaintMoved = (): void => {
    cost = 0;
    for (const name of layerNames) moved.add(name);
    ask();
  };

  return {
    repaint: (...names) => {
      for (const name of names) dirty.add(name);
      ask();
    },
    add: (...names) => {
      for (const name of names) growing.add(name);
      ask();
    },
    move: () => {
      const now = view();
      for (const [name, then] of painted) canvases[name].style.transform = transformBetween(then, now);
      clearTimeout(rest);
      rest = setTimeout(repaintMoved, restAfter);
      const isDue = performance.now() - paintedAt > Math.max(often, movesPerPaint * cost);
      if (isDue && moved.size === 0) repaintMoved();
    },
    stop: () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    },
  };
}

function prepared(
  canvas: HTMLCanvasElement,
  size: { width: number; height: number },
  view: View,
  mustClear: boolean,
): CanvasRenderingContext2D | undefined {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  if (mustClear) {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
  }
  const { zoom, pan } = view;
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * pan.x, ratio * pan.y);
  return context;
}
