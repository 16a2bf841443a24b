/**
 * Whoever waits for long work. The engine has no clock: it looks up at the borders of its blocks of work, a few
 * milliseconds apart on any map, and whoever watches decides how often to show something and when it has been enough.
 */
export interface Observer {
  /** Told how much is done, 0 to 1, never less than before. What it throws ends the work. */
  onProgress?: ((done: number) => void) | undefined;
  /** True makes the work throw `Stopped`: a deadline has passed, or nobody waits for the answer any more. */
  shouldStop?: (() => boolean) | undefined;
}

/** Thrown where an observer said so. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor() {
    super('The engine was asked to stop before it had an answer.');
  }
}

export function stopIf(observer: Observer | undefined): void {
  if (observer?.shouldStop?.()) throw new Stopped();
}

export function report(observer: Observer | undefined, done: number): void {
  observer?.onProgress?.(done);
  stopIf(observer);
}

/** For a step of some work: all of the step is what lies between `from` and `to` of the whole. */
export function stepOf(observer: Observer | undefined, from: number, to: number): Observer {
  const onProgress = observer?.onProgress;
  return {
    shouldStop: observer?.shouldStop,
    onProgress: onProgress && ((done) => onProgress(from + done * (to - from))),
  };
}
