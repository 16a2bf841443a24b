import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { isOver, type Playhead } from '../../show/playhead';

interface WordsProps {
  text: string;
  /** Pixels at the left that are kept for it; 0 where it stands above the map. */
  aside: number;
}

export interface VerdictProps extends WordsProps {
  playhead: Playhead;
}

/** What the ripple came to, on the picture, before a room that has watched it to its end. */
export function Verdict({ playhead, ...words }: VerdictProps) {
  return useStore(playhead, isOver) && <Words {...words} />;
}

/** Pixels of its frame, and of the air around it. */
const around = 76;

function Words({ text, aside }: WordsProps) {
  const frame = useRef<HTMLParagraphElement>(null);
  // A box with balanced lines stays as wide as it was without: it is drawn in to the longest of them.
  useLayoutEffect(() => {
    const box = frame.current!;
    const words = document.createRange();
    words.selectNodeContents(box);
    const drawIn = (): void => {
      box.style.width = '';
      box.style.width = `${Math.ceil(words.getBoundingClientRect().width)}px`;
    };
    const sizes = new ResizeObserver(drawIn);
    sizes.observe(box.parentElement!);
    drawIn();
    return () => sizes.disconnect();
  }, [text, aside]);
  return (
    <p
      ref={frame}
      className="picture-verdict"
      data-at={aside > 0 ? 'left' : 'above'}
      style={aside > 0 ? { maxWidth: aside - around } : undefined}
    >
      {text}
    </p>
  );
}
