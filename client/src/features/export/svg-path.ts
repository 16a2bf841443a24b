/** Hundredths of a pixel: what is finer than that no eye and no printer tells apart. */
export const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const fullTurn = 2 * Math.PI;

/** The path of a canvas, written as the `d` of an SVG path while it is traced. */
export interface SvgPath {
  begin: () => void;
  /** What was traced since `begin`. */
  traced: () => string;
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  bezierCurveTo: (ax: number, ay: number, bx: number, by: number, x: number, y: number) => void;
  quadraticCurveTo: (ax: number, ay: number, x: number, y: number) => void;
  closePath: () => void;
  rect: (x: number, y: number, width: number, height: number) => void;
  roundRect: (
    x: number,
    y: number,
    width: number,
    height: number,
    radii?: number | readonly number[],
  ) => void;
  arc: (x: number, y: number, radius: number, from: number, to: number, backwards?: boolean) => void;
  ellipse: (
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    from: number,
    to: number,
    backwards?: boolean,
  ) => void;
}

export function svgPath(): SvgPath {
  let d: string[] = [];
  const add = (command: string, ...values: number[]): void => {
    d.push(command + values.map(rounded).join(' '));
  };
  const path: SvgPath = {
    begin: () => {
      d = [];
    },
    traced: () => d.join(''),
    moveTo: (x, y) => add('M', x, y),
    // As on a canvas: a line from nowhere begins where it would end.
    lineTo: (x, y) => add(d.length === 0 ? 'M' : 'L', x, y),
    bezierCurveTo: (ax, ay, bx, by, x, y) => {
      if (d.length === 0) path.moveTo(ax, ay);
      add('C', ax, ay, bx, by, x, y);
    },
    quadraticCurveTo: (ax, ay, x, y) => {
      if (d.length === 0) path.moveTo(ax, ay);
      add('Q', ax, ay, x, y);
    },
    closePath: () => add('Z'),
    rect: (x, y, width, height) => d.push(boxPath(x, y, width, height, [0, 0, 0, 0])),
    roundRect: (x, y, width, height, radii = 0) =>
      d.push(boxPath(x, y, width, height, corners(radii, width, height))),
    arc: (x, y, radius, from, to, backwards) => path.ellipse(x, y, radius, radius, 0, from, to, backwards),
    ellipse: (x, y, radiusX, radiusY, rotation, from, to, backwards = false) => {
      const at = (angle: number): [number, number] => {
        const [along, across] = [radiusX * Math.cos(angle), radiusY * Math.sin(angle)];
        const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
        return [x + along * cos - across * sin, y + along * sin + across * cos];
      };
      const sweep = sweepOf(from, to, backwards);
      path.lineTo(...at(from));
      // An arc of SVG cannot be a whole turn, so every one is drawn as two halves.
      for (const part of [0.5, 1]) {
        const degrees = (rotation * 180) / Math.PI;
        add('A', radiusX, radiusY, degrees, 0, backwards ? 0 : 1, ...at(from + sweep * part));
      }
    },
  };
  return path;
}

/** How far an arc turns, as a canvas reads its two angles: at most once around. */
function sweepOf(from: number, to: number, backwards: boolean): number {
  const turn = backwards ? from - to : to - from;
  const sweep = turn >= fullTurn ? fullTurn : ((turn % fullTurn) + fullTurn) % fullTurn;
  return backwards ? -sweep : sweep;
}

function corners(radii: number | readonly number[], width: number, height: number): number[] {
  const given = typeof radii === 'number' ? [radii] : radii;
  const [a = 0, b = a, c = a, d = b] = given;
  const most = Math.max(a + b, c + d) / width;
  const mostDown = Math.max(a + d, b + c) / height;
  const shrink = Math.max(1, most, mostDown);
  return [a, b, c, d].map((radius) => radius / shrink);
}

function boxPath(x: number, y: number, width: number, height: number, radii: number[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = radii;
  const [right, bottom] = [x + width, y + height];
  const point = (...values: number[]): string => values.map(rounded).join(' ');
  const corner = (radius: number, toX: number, toY: number): string =>
    radius > 0 ? `A${point(radius, radius, 0, 0, 1, toX, toY)}` : '';
  return [
    `M${point(x + a, y)}`,
    `L${point(right - b, y)}${corner(b, right, y + b)}`,
    `L${point(right, bottom - c)}${corner(c, right - c, bottom)}`,
    `L${point(x + d, bottom)}${corner(d, x, bottom - d)}`,
    `L${point(x, y + a)}${corner(a, x + a, y)}Z`,
  ].join('');
}
