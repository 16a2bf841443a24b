import type { MeasureAt } from './card';

/** The page's own face; a canvas does not inherit it. */
export const face = 'Inter, system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';

export const nameFont = (size: number): string => `650 ${size}px ${face}`;
export const plainFont = (size: number): string => `400 ${size}px ${face}`;
export const badgeFont = (size: number): string => `700 ${size}px ${face}`;

/** Measures what stands on badges by the context that paints them. */
export const badgeMeasure =
  (context: CanvasRenderingContext2D) =>
  (text: string, size: number): number => {
    context.font = badgeFont(size);
    return context.measureText(text).width;
  };

/** Measures by the canvas that will draw. Widths are kept: the same words are measured at every keystroke. */
export function canvasMeasure(): MeasureAt {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, size, kind) => {
    const font = kind === 'name' ? nameFont(size) : plainFont(size);
    const key = `${font} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    if (!context) return text.length * size * 0.56;
    context.font = font;
    const { width } = context.measureText(text);
    if (widths.size > 50_000) widths.clear();
    widths.set(key, width);
    return width;
  };
}
