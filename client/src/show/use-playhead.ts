import { useEffect, useState } from 'react';
import { createPlayhead, type Playhead } from './playhead';
import type { Show } from './show';

/**
 * One playhead for as long as the component lives. A show that begins elsewhere starts over, playing; one that begins
 * where the last did takes its place and plays on.
 */
export function usePlayhead(show: Show | undefined, reduceMotion: boolean): Playhead {
  const [playhead] = useState(createPlayhead);

  useEffect(() => playhead.getState().setInSteps(reduceMotion), [playhead, reduceMotion]);

  useEffect(() => {
    const { show: before, setShow, restart } = playhead.getState();
    setShow(show);
    if (show && (!before || originsOf(before) !== originsOf(show))) restart();
  }, [playhead, show]);

  useEffect(() => {
    let frame = 0;
    let last = 0;
    const run = (now: number): void => {
      // A page that was hidden comes back after minutes; the show goes on from where it was.
      playhead.getState().advance(Math.min(0.1, (now - last) / 1000));
      last = now;
      frame = playhead.getState().playing ? requestAnimationFrame(run) : 0;
    };
    const start = (): void => {
      if (frame !== 0 || !playhead.getState().playing) return;
      last = performance.now();
      frame = requestAnimationFrame(run);
    };
    start();
    const stopListening = playhead.subscribe(start);
    return () => {
      stopListening();
      cancelAnimationFrame(frame);
    };
  }, [playhead]);

  return playhead;
}

const originsOf = ({ beats }: Show): string =>
  JSON.stringify(
    [...beats.values()]
      .filter(({ part }) => part === 'origin')
      .map(({ party }) => party)
      .sort(),
  );
