import { legendSigns, type LegendEntry, type SignColour, type SignPiece } from './legend-signs';
import type { Palette } from './palette';

/** Paints a sign of the key with its left upper corner at the origin. */
export function paintSign(context: CanvasRenderingContext2D, entry: LegendEntry, palette: Palette): void {
  const colour = (name: SignColour): string => colours[name](palette);
  for (const piece of legendSigns[entry]) {
    context.beginPath();
    tracePiece(context, piece);
    if (piece.fill) {
      context.fillStyle = colour(piece.fill);
      context.fill();
    }
    if (!piece.stroke) continue;
    context.strokeStyle = colour(piece.stroke);
    context.lineWidth = piece.strokeWidth ?? 1;
    context.setLineDash([...(piece.dash ?? [])]);
    context.stroke();
    context.setLineDash([]);
  }
}

const colours: Record<SignColour, (palette: Palette) => string> = {
  card: ({ card }) => card,
  ink: ({ ink }) => ink,
  soft: ({ soft }) => soft,
  line: ({ line }) => line,
  edge: ({ edge }) => edge,
  cust: ({ customer }) => customer,
  shield: ({ shield }) => shield,
  spared: ({ spared }) => spared,
  hit1: ({ hits }) => hits[0],
  hit2: ({ hits }) => hits[1],
  hit3: ({ hits }) => hits[2],
  hit4: ({ hits }) => hits[3],
};

function tracePiece(context: CanvasRenderingContext2D, { box, line = '' }: SignPiece): void {
  if (box) {
    context.roundRect(box.x, box.y, box.width, box.height, box.radius);
    return;
  }
  for (const [, command, written = ''] of line.matchAll(/([MLCZ])([^MLCZ]*)/gu)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = written.trim().split(/\s+/u).map(Number);
    if (command === 'M') context.moveTo(a, b);
    else if (command === 'L') context.lineTo(a, b);
    else if (command === 'C') context.bezierCurveTo(a, b, c, d, e, f);
    else context.closePath();
  }
}
