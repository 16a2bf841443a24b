import type { ReactNode } from 'react';
import './mode-bar.css';

export interface ModeBarProps {
  label: string;
  /** What is being looked at, and what there is to see: told to a screen reader when it changes. */
  words: ReactNode;
  endLabel: string;
  onEnd: () => void;
  /** What can be changed about it. */
  children?: ReactNode;
}

/** A bar over the upper edge of what is shown, while it is shown in a way of its own; with the way out. */
export function ModeBar({ label, words, endLabel, onEnd, children }: ModeBarProps) {
  return (
    <section className="mode-bar lifted no-print" aria-label={label}>
      <div className="mode-words" role="status">
        {words}
      </div>
      <div className="mode-tools">
        {children}
        <button type="button" className="mode-end" onClick={onEnd}>
          {endLabel}
          <kbd className="key">Esc</kbd>
        </button>
      </div>
    </section>
  );
}
