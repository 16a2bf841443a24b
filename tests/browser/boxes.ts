import type { Box } from '../../client/src/features/picture/placement.js';
import { canvasMeasure } from '../../client/src/features/picture/type-face.js';

/** There only in a browser. */
export const measure = typeof document === 'undefined' ? undefined : canvasMeasure();

/** By more than a hair. */
export const covers = (a: Box, b: Box): boolean =>
  a.x + 0.5 < b.x + b.width &&
  b.x + 0.5 < a.x + a.width &&
  a.y + 0.5 < b.y + b.height &&
  b.y + 0.5 < a.y + a.height;

export const around = ({ x, y }: { x: number; y: number }, width: number, height: number): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});
