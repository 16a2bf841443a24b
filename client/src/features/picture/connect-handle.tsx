import { useRef, type PointerEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from './route';

export interface ConnectHandleProps {
  ref: Ref<HTMLButtonElement>;
  name: string;
  /** Dragged to a point of the page, relative to the picture; `isDrop` when let go there. */
  onDrag: (to: Point, isDrop: boolean) => void;
  onCancel: () => void;
  /** Pressed without dragging: the customer is chosen by a tap or by keys. */
  onPress: () => void;
}

/** Pixels a finger may tremble before a press becomes a drag. */
const tremble = 6;

/** The knob on a card from which a new link is drawn, by mouse, pen or finger. */
export function ConnectHandle({ ref, name, onDrag, onCancel, onPress }: ConnectHandleProps) {
  const { t } = useTranslation();
  const start = useRef<Point>(undefined);
  const dragged = useRef(false);

  const at = (event: PointerEvent<HTMLButtonElement>): Point => {
    const picture = event.currentTarget.parentElement!.getBoundingClientRect();
    return { x: event.clientX - picture.left, y: event.clientY - picture.top };
  };
  const label = t('picture.connect.handle', { name });
  return (
    <button
      ref={ref}
      type="button"
      className="picture-handle"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = at(event);
        dragged.current = false;
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        const to = at(event);
        dragged.current ||= Math.hypot(to.x - start.current.x, to.y - start.current.y) > tremble;
        if (dragged.current) onDrag(to, false);
      }}
      onPointerUp={(event) => {
        if (start.current && dragged.current) onDrag(at(event), true);
        start.current = undefined;
      }}
      onPointerCancel={() => {
        start.current = undefined;
        onCancel();
      }}
      onClick={() => {
        if (!dragged.current) onPress();
        dragged.current = false;
      }}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 6H10M6.5 2.5L10 6L6.5 9.5" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </button>
  );
}
