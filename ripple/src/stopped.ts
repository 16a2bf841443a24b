/** Asked now and then while the engine works; true makes it throw `Stopped`. The engine itself has no clock. */
export type ShouldStop = () => boolean;

/** Thrown where `shouldStop` said so: a deadline has passed, or nobody waits for the answer any more. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor() {
    super('The engine was asked to stop before it had an answer.');
  }
}

export function stopIf(shouldStop: ShouldStop | undefined): void {
  if (shouldStop?.()) throw new Stopped();
}
