import { rounded } from './svg-path';
import { svgContext } from './svg-context';
import { xmlText } from './xml-text';

export interface PaintedSvg {
  /** In pixels, which are the picture's units. */
  width: number;
  height: number;
  /** What a screen reader and a browser's tab call it. */
  title: string;
  description: string;
  /** The face that most of its text is set in. */
  family: string;
  paint: (context: CanvasRenderingContext2D) => void;
}

/** What painters paint, as an SVG document that stands by itself: no script, no style sheet, nothing from elsewhere. */
export function paintedSvg({ width, height, title, description, family, paint }: PaintedSvg): string {
  const { context, written } = svgContext(document.createElement('canvas').getContext('2d'));
  paint(context);
  const [across, down] = [rounded(width), rounded(height)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${across} ${down}" font-family="${xmlText(family)}" role="img" aria-labelledby="title description">
<title id="title">${xmlText(title)}</title>
<desc id="description">${xmlText(description)}</desc>
${written(family)}</svg>
`;
}
