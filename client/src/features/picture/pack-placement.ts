import type { Box, Placement } from './placement';
import type { Piece, Route } from './route';

/** A placement as one array of numbers: it passes from the worker to the page without being copied. */
export interface PackedPlacement {
  boxes: Map<string, Box>;
  links: string[];
  /** For each link how many numbers its line takes, and how many its points. */
  sizes: Int32Array;
  /** For each link: start, pieces, points, lengths. */
  numbers: Float32Array;
}

/** Start of a line and of each piece: two numbers; a piece is two control points and its end. */
const [perPoint, perPiece] = [2, 6];

export function packed({ boxes, routes }: Placement): PackedPlacement {
  const links = [...routes.keys()];
  const sizes = new Int32Array(2 * links.length);
  let total = 0;
  links.forEach((link, index) => {
    const { pieces, points } = routes.get(link)!;
    sizes[2 * index] = perPoint + perPiece * pieces.length;
    sizes[2 * index + 1] = points.length;
    total += sizes[2 * index]! + points.length * 1.5;
  });
  const numbers = new Float32Array(total);
  let at = 0;
  for (const { start, pieces, points, lengths } of routes.values()) {
    numbers.set([start.x, start.y], at);
    at += perPoint;
    for (const piece of pieces) {
      // A straight piece has no control points.
      const [a, b] = piece.kind === 'curve' ? [piece.a, piece.b] : [nowhere, nowhere];
      numbers.set([a.x, a.y, b.x, b.y, piece.to.x, piece.to.y], at);
      at += perPiece;
    }
    numbers.set(points, at);
    at += points.length;
    numbers.set(lengths, at);
    at += lengths.length;
  }
  return { boxes, links, sizes, numbers };
}

const nowhere = { x: Number.NaN, y: Number.NaN };

export function unpacked({ boxes, links, sizes, numbers }: PackedPlacement): Placement {
  const routes = new Map<string, Route>();
  let at = 0;
  links.forEach((link, index) => {
    const start = { x: numbers[at]!, y: numbers[at + 1]! };
    const end = at + sizes[2 * index]!;
    const pieces: Piece[] = [];
    for (let piece = at + perPoint; piece < end; piece += perPiece) {
      const to = { x: numbers[piece + 4]!, y: numbers[piece + 5]! };
      const isLine = Number.isNaN(numbers[piece]!);
      pieces.push(
        isLine
          ? { kind: 'line', to }
          : {
              kind: 'curve',
              a: { x: numbers[piece]!, y: numbers[piece + 1]! },
              b: { x: numbers[piece + 2]!, y: numbers[piece + 3]! },
              to,
            },
      );
    }
    const count = sizes[2 * index + 1]!;
    const points = numbers.subarray(end, end + count);
    const lengths = numbers.subarray(end + count, end + count * 1.5);
    routes.set(link, { start, pieces, points, lengths });
    at = end + count * 1.5;
  });
  return { boxes, routes };
}
