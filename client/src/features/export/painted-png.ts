/** Two pixels of the bitmap for one of the picture, so that it stays sharp on a wall and on paper. */
export const wantedScale = 2;
/** What browsers give a canvas, with something to spare: pixels along a side, and in all. */
const [longestSide, mostPixels] = [16_000, 64_000_000];

export interface PaintedPng {
  blob: Blob;
  /** Pixels for one of the picture: `wantedScale`, or less where the map is very large. */
  scale: number;
}

/** The largest scale up to the wanted one at which a picture of this size can be a bitmap. */
export const possibleScale = (width: number, height: number): number =>
  Math.min(wantedScale, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));

/**
 * What painters paint, as a bitmap. A device that has no memory for it gets half the size, and half of that; undefined
 * where it has none at all.
 */
export async function paintedPng(
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D, scale: number) => void,
): Promise<PaintedPng | undefined> {
  for (let scale = possibleScale(width, height), tries = 0; tries < 4; tries += 1, scale /= 2) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) continue;
    context.scale(scale, scale);
    paint(context, scale);
    const blob = await new Promise<Blob | null>((give) => canvas.toBlob(give, 'image/png'));
    if (blob) return { blob, scale };
  }
  return undefined;
}
