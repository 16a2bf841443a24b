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
  /** Time has passed, in seconds; called once a frame while playing. */
  advance: (seconds: number) => void;
}

/** Where a show stands. Read by the picture every frame, so it lives outside React. */
export type Playhead = StoreApi<PlayheadState>;

/** Whether a show has been watched to its end. */
export const isOver = ({ show, position }: PlayheadState): boolean =>
  show !== undefined && position >= show.duration;

/** How long each step is shown where motion is not wanted. */
const secondsPerStep = 1.4;

export function createPlayhead(): Playhead {
  // Seconds since the last step, where the show plays in steps.
  let sinceStep = 0;
  return createStore<PlayheadState>((set, get) => ({
    show: undefined,
    position: 0,
    playing: false,
    speed: 1,
    inSteps: false,
    play: () => {
      const { show, position } = get();
      if (!show) return;
      sinceStep = secondsPerStep;
      set({ playing: true, position: position >= show.duration ? 0 : position });
    },
    pause: () => set({ playing: false }),
    restart: () => {
      sinceStep = secondsPerStep;
      set(({ show }) => ({ position: 0, playing: show !== undefined }));
    },
    seek: (position) =>
      set(({ show }) => ({ position: Math.max(0, Math.min(show?.duration ?? 0, position)) })),
    step: (direction) =>
      set(({ show, position }) => ({
        playing: false,
        position: show ? stepFrom(show, position, direction) : 0,
      })),
    setSpeed: (speed) => set({ speed }),
    setInSteps: (inSteps) => set({ inSteps }),
    setShow: (show) =>
      set((state) => {
        if (!show) return { show, position: 0, playing: false };
        const part = state.show ? state.position / state.show.duration : 0;
        return { show, position: part * show.duration };
      }),
    advance: (seconds) => {
      const { show, position, playing, speed, inSteps } = get();
      if (!show || !playing) return;
      if (inSteps) {
        sinceStep += seconds * speed;
        if (sinceStep < secondsPerStep) return;
        sinceStep = 0;
      }
      const next = inSteps ? stepFrom(show, position, 1) : position + seconds * speed;
      set({ position: Math.min(show.duration, next), playing: next < show.duration });
    },
  }));
}

/** Just past the next mark, or the previous; the end after the last, the beginning before the first. */
function stepFrom({ marks, duration }: Show, position: number, direction: 1 | -1): number {
  const slightly = 0.01;
  const times = marks.map(({ time }) => time + slightly);
  if (direction === 1) return times.find((time) => time > position + slightly) ?? duration;
  return times.findLast((time) => time < position - slightly) ?? 0;
}
