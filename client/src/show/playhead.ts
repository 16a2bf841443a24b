import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Show } from './show';

export const speeds = [0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

export interface PlayheadState {
  show: Show | undefined;
  /** Seconds into the show. */
  position: number;
  playing: boolean;
  speed: Speed;
  /** Plays in steps from mark to mark, without motion between them. */
  inSteps: boolean;
  play: () => void;
  pause: () => void;
  /** From the beginning, playing. */
  restart: () => void;
  seek: (position: number) => void;
  /** To the next (1) or previous (−1) mark; pauses. */
  step: (direction: 1 | -1) => void;
  setSpeed: (speed: Speed) => void;
  setInSteps: (inSteps: boolean) => void;
  /** Another show takes the place of this one without starting over. */
  setShow: (show: Show | undefined) => void;
}

/** Where a show stands. Read by the picture every frame, so it lives outside React. */
export type Playhead = StoreApi<PlayheadState>;

export function createPlayhead(): Playhead {
  return createStore<PlayheadState>(() => {
    throw new Error('not written yet');
  });
}
