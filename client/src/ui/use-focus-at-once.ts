import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus into a field that was opened to be typed in. */
export function useFocusAtOnce<T extends HTMLElement>(wanted: boolean): RefObject<T | null> {
  const field = useRef<T>(null);
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);
  return field;
}
