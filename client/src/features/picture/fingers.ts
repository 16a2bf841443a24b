import { heldBy, type Grip, type View } from './view';

/** Pixels a finger on a name may tremble before its press becomes a move. */
const tremble = 8;

export interface FingersOnView {
  view: () => View;
  /** From how far to how near the view may go. */
  zooms: () => readonly [number, number];
  onMove: (next: View) => void;
}

export interface Fingers {
  /** Whether what the stage hears of now are fingers that move the view: no tap, no hold, no card on its way. */
  areMoving: () => boolean;
  stop: () => void;
}

/**
 * Fingers that move the view: two of them anywhere on the picture, or one that came down on a name that stands on the
 * paper. Cytoscape is left the single finger on the stage: to it two fingers closer than 200 pixels are no pinch, and
 * what lies over the stage is not there. The wheel over a name is handed on to it.
 */
export function startFingers(stage: HTMLElement, { view, zooms, onMove }: FingersOnView): Fingers {
  const picture = stage.parentElement!;
  let grip: { held: Grip; from: View; hasMoved: boolean } | undefined;

  const isOnPaper = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest('.picture-paper') !== null;
  const fingersOf = ({ touches }: TouchEvent): Touch[] =>
    [...touches].filter(
      ({ target }) => isOnPaper(target) || (target instanceof Node && stage.contains(target)),
    );
  const gripOf = (fingers: readonly Touch[]): Grip => {
    const { left, top } = stage.getBoundingClientRect();
    const points = fingers.map(({ clientX, clientY }) => ({ x: clientX - left, y: clientY - top }));
    const middle = {
      x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
      y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
    };
    const spread = Math.max(...points.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)));
    return { middle, spread };
  };
  const take = (fingers: readonly Touch[]): void => {
    grip = { held: gripOf(fingers), from: view(), hasMoved: fingers.length > 1 || (grip?.hasMoved ?? false) };
  };

  const onStart = (event: TouchEvent): void => {
    const fingers = fingersOf(event);
    const isOurs = grip !== undefined || fingers.length > 1 || isOnPaper(event.target);
    if (!isOurs || fingers.length === 0) return;
    const isFirst = grip === undefined;
    take(fingers);
    event.stopPropagation();
    // The finger that was there before lets go of what it held.
    if (isFirst && fingers.length > 1)
      stage.dispatchEvent(new TouchEvent('touchend', { bubbles: true, cancelable: true }));
  };
  const onFingers = (event: TouchEvent): void => {
    if (!grip) return;
    event.stopPropagation();
    if (event.cancelable) event.preventDefault();
    const held = gripOf(fingersOf(event));
    grip.hasMoved ||=
      Math.hypot(held.middle.x - grip.held.middle.x, held.middle.y - grip.held.middle.y) > tremble;
    if (grip.hasMoved) onMove(heldBy(grip.from, grip.held, held, zooms()));
  };
  const onEnd = (event: TouchEvent): void => {
    if (!grip || !event.isTrusted) return;
    event.stopPropagation();
    // A name that was only pressed is clicked; one that was moved is not.
    if (grip.hasMoved && event.cancelable) event.preventDefault();
    const left = fingersOf(event);
    if (left.length > 0) take(left);
    else grip = undefined;
  };
  const onWheel = (event: WheelEvent): void => {
    if (!isOnPaper(event.target)) return;
    event.preventDefault();
    stage.firstElementChild?.dispatchEvent(new WheelEvent(event.type, event));
  };

  const listening = new AbortController();
  const early = { capture: true, passive: false, signal: listening.signal };
  picture.addEventListener('touchstart', onStart, early);
  picture.addEventListener('touchmove', onFingers, early);
  picture.addEventListener('touchend', onEnd, early);
  picture.addEventListener('touchcancel', onEnd, early);
  picture.addEventListener('wheel', onWheel, { passive: false, signal: listening.signal });
  return { areMoving: () => grip !== undefined, stop: () => listening.abort() };
}
