import type { Box } from './placement';
import { viewThatFits } from './view';

/** Pixels that the verdict takes of a picture: above it over its whole width, or to its left over its whole height. */
export interface VerdictRoom {
  top: number;
  left: number;
}

const nothing: VerdictRoom = { top: 0, left: 0 };
/** Above is where one looks first; beside must leave the map this much larger. */
const worthwhile = 1.05;

/** Of the picture's width, and in pixels at the most, for a verdict beside it. */
const shareAside = 0.27;
const mostAside = 1_000;

/**
 * Where a verdict for a whole room has its place, kept free from the beginning so that nothing jumps at the end: on the
 * side that leaves more of the screen to the map.
 */
export function verdictRoom(
  bounds: Box | undefined,
  { width, height }: { width: number; height: number },
): VerdictRoom {
  // Two lines as `picture.css` sets them, and the air around them.
  const letters = Math.max(24, Math.min(52, width * 0.026));
  const above = { ...nothing, top: 2.5 * letters + 44 };
  if (!bounds) return above;
  const aside = { ...nothing, left: Math.min(mostAside, width * shareAside) };
  const zoomBeside = (taken: VerdictRoom): number =>
    viewThatFits(bounds, { width, height, right: 0, bottom: 0, ...taken }).zoom;
  return zoomBeside(aside) > zoomBeside(above) * worthwhile ? aside : above;
}

export const noVerdict = nothing;
