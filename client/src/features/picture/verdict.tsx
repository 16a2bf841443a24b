import { useStore } from 'zustand';
import { isOver, type Playhead } from '../../show/playhead';

export interface VerdictProps {
  text: string;
  playhead: Playhead;
  /** Pixels at the left that are kept for it; 0 where it stands above the map. */
  aside: number;
}

/** What the ripple came to, on the picture, before a room that has watched it to its end. */
export function Verdict({ text, playhead, aside }: VerdictProps) {
  if (!useStore(playhead, isOver)) return null;
  return (
    <p
      className="picture-verdict"
      data-at={aside > 0 ? 'left' : 'above'}
      style={aside > 0 ? { width: aside - 36 } : undefined}
    >
      {text}
    </p>
  );
}
