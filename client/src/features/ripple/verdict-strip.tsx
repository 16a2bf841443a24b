export interface VerdictStripProps {
  text: string;
  /** Shows the panel, which says all of it and why. */
  onOpen: () => void;
}

/** What a ripple comes to, on a phone, where the panel that says it is put away: below the picture, hiding none of it. */
export function VerdictStrip({ text, onOpen }: VerdictStripProps) {
  return (
    <button type="button" className="verdict-strip phone-only no-print" onClick={onOpen}>
      <span>{text}</span>
      <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
        <path d="M2 2L8 8L2 14" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </button>
  );
}
