import type { Playhead } from './playhead';
import type { Show } from './show';

/** One playhead for as long as the component lives. A show with another origin starts over, playing; the same origin plays on. */
export function usePlayhead(_show: Show | undefined, _reduceMotion: boolean): Playhead {
  throw new Error('not written yet');
}
