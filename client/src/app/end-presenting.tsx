import { useTranslation } from 'react-i18next';
import './end-presenting.css';

/** The one button that a projector shows; it lies over the picture's lower edge. */
export function EndPresenting({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="end-presenting quiet-control no-print" onClick={onEnd}>
      {t('map.endPresenting')}
    </button>
  );
}

/** Pixels under the button, and the air above it. */
const endHeight = 62;

const insets = new Map<number, { top: number; bottom: number }>();

/** What of the picture to keep free of cards beside what a bar takes; the same object for the same room. */
export function insetWith(
  bar: { top: number } | undefined,
  isPresenting: boolean,
): { top: number; bottom?: number } | undefined {
  if (!isPresenting) return bar;
  const top = bar?.top ?? 0;
  const inset = insets.get(top) ?? { top, bottom: endHeight };
  insets.set(top, inset);
  return inset;
}
