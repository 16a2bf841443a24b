import { useEffect, useState } from 'react';
import { paletteOf, type Palette } from './palette';

/** The colours that hold now; read again when the page turns dark or light. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(() => paletteOf(document.documentElement));
  useEffect(() => {
    const read = (): void => setPalette(paletteOf(document.documentElement));
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-mantine-color-scheme'],
    });
    return () => observer.disconnect();
  }, []);
  return palette;
}
