import { useStore } from 'zustand';
import type { Playhead } from '../../show/playhead';

/** What the ripple came to, on the picture, once it has been watched to its end. */
export function Verdict({ text, playhead }: { text: string; playhead: Playhead }) {
  const isOver = useStore(playhead, ({ show, position }) => show !== undefined && position >= show.duration);
  return isOver ? <p className="picture-verdict">{text}</p> : null;
}
