import { useEffect, useRef, type ReactNode } from 'react';
import './rank-row.css';

export interface RankRowProps {
  /** What the row is known by in the address. */
  name: string;
  chosen: string | undefined;
  onChoose: (name: string | undefined) => void;
  /** The number that the list is ranked by, as it is read: "28 %", "any delay". */
  size: string;
  /** From 0 to 1 of the widest bar; no bar where absent. */
  bar?: number;
  title: ReactNode;
  /** Why it is there and what it buys. */
  why: string;
  numbers?: ReactNode;
  /** Shown where the row is chosen. */
  children?: ReactNode;
}

/** One row of a ranked list: choosing it lights what it is about on the picture. */
export function RankRow({ name, chosen, onChoose, size, bar, title, why, numbers, children }: RankRowProps) {
  const isChosen = chosen === name;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <li ref={row} className="leader-item" data-chosen={isChosen}>
      <button
        type="button"
        className="leader-row"
        aria-pressed={isChosen}
        onClick={() => onChoose(isChosen ? undefined : name)}
      >
        <span className="leader-size numbers">{size}</span>
        <span className="leader-words">
          <span className="leader-name">{title}</span>
          {bar !== undefined && (
            <span className="leader-bar" aria-hidden="true">
              <span style={{ inlineSize: `${Math.max(1, bar * 100)}%` }} />
            </span>
          )}
          <span className="leader-why">{why}</span>
          {numbers !== undefined && <span className="leader-numbers numbers">{numbers}</span>}
        </span>
      </button>
      {isChosen && children !== undefined && <div className="leader-more">{children}</div>}
    </li>
  );
}
