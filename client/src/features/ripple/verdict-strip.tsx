import { useStore } from 'zustand';
import { isOver, type Playhead } from '../../show/playhead';

export interface VerdictStripProps {
  text: string;
  playhead: Playhead;
  /** Shows the panel, which says all of it and why. */
  onOpen: () => void;
}

/**
 * What a ripple came to, on a phone, where the panel that says it is put away: below the picture, hiding none of it.
 * Its room is there from the start; its words come once the ripple has been watched to its end.
 */
export function VerdictStrip({ text, playhead, onOpen }: VerdictStripProps) {
  const isShown = useStore(playhead, isOver);
  return (
    <button type="button" className="verdict-strip phone-only no-print" data-shown={isShown} onClick={onOpen}>
      <span>{text}</span>
      <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
        <path d="M2 2L8 8L2 14" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </button>
  );
}
