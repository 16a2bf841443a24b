import { rounded, svgPath } from './svg-path';
import { xmlText } from './xml-text';

/** The styles of a canvas context that painters set; a canvas starts with these. */
const plainStyle = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};
type Style = typeof plainStyle;

interface Element {
  name: 'path' | 'text';
  attributes: Map<string, string>;
  text: string;
}

interface Group {
  transform: string;
  elements: Element[];
}

/** A move and a scale, which is all that painters use. */
interface Transform {
  scale: number;
  x: number;
  y: number;
}

export interface SvgContext {
  /** For painters: takes what they use of a canvas context, and throws where they use more. */
  context: CanvasRenderingContext2D;
  /** What was painted, as elements of an SVG whose text is set in `family` where nothing else is said. */
  written: (family: string) => string;
}

const anchors: Record<string, string> = { center: 'middle', right: 'end', end: 'end' };

/**
 * A canvas context that writes SVG: lines and areas as paths, text as text. Painters cannot tell it from a canvas, so
 * that one set of them serves the screen, the bitmap and the vector. `measuring` is a real context, whose fonts decide
 * how wide a text is. Text is set on its baseline whatever was asked, because not every program that reads SVG knows
 * another.
 */
export function svgContext(measuring: CanvasRenderingContext2D | null): SvgContext {
  const style: Style = { ...plainStyle };
  const path = svgPath();
  const groups: Group[] = [{ transform: '', elements: [] }];
  const saved: { style: Style; dash: readonly number[]; transform: Transform }[] = [];
  let dash: readonly number[] = [];
  let transform: Transform = { scale: 1, x: 0, y: 0 };

  const turn = (next: Transform): void => {
    transform = next;
    const { scale, x, y } = next;
    const isPlain = scale === 1 && x === 0 && y === 0;
    const written = isPlain ? '' : `translate(${rounded(x)} ${rounded(y)}) scale(${scale})`;
    if (groups.at(-1)!.transform !== written) groups.push({ transform: written, elements: [] });
  };
  const add = (name: Element['name'], attributes: Record<string, string | undefined>, text = ''): void => {
    const kept = Object.entries({ ...attributes, opacity: alpha() }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    );
    groups.at(-1)!.elements.push({ name, attributes: new Map(kept), text });
  };
  const alpha = (): string | undefined => (style.globalAlpha < 1 ? rounded(style.globalAlpha) : undefined);
  const strokeLook = (): Record<string, string | undefined> => ({
    stroke: style.strokeStyle,
    'stroke-width': style.lineWidth === 1 ? undefined : rounded(style.lineWidth),
    'stroke-linecap': style.lineCap === 'butt' ? undefined : style.lineCap,
    'stroke-linejoin': style.lineJoin === 'miter' ? undefined : style.lineJoin,
    'stroke-dasharray': dash.length > 0 ? dash.map(rounded).join(' ') : undefined,
  });
  /** An area that was just filled gets its outline on the same element. */
  const outlined = (d: string): Element | undefined => {
    const last = groups.at(-1)!.elements.at(-1);
    const isSame = last?.attributes.get('d') === d && last.attributes.get('opacity') === alpha();
    return isSame && !last.attributes.has('stroke') ? last : undefined;
  };
  const write = (text: string, x: number, y: number, look: Record<string, string | undefined>): void => {
    const { size, weight, family } = fontOf(style.font);
    add(
      'text',
      {
        x: rounded(x),
        y: rounded(y + baselineShift(style.textBaseline, size)),
        'text-anchor': anchors[style.textAlign],
        'font-size': rounded(size),
        'font-weight': weight,
        'font-family': family,
        ...look,
      },
      text,
    );
  };

  const painted = Object.assign(style, {
    ...path,
    beginPath: path.begin,
    fill: () => {
      const d = path.traced();
      if (d !== '') add('path', { d, fill: style.fillStyle });
    },
    stroke: () => {
      const d = path.traced();
      if (d === '') return;
      const filled = outlined(d);
      if (!filled) add('path', { d, fill: 'none', ...strokeLook() });
      else
        for (const [key, value] of Object.entries(strokeLook()))
          if (value !== undefined) filled.attributes.set(key, value);
    },
    fillRect: (x: number, y: number, width: number, height: number) => {
      const box = svgPath();
      box.rect(x, y, width, height);
      add('path', { d: box.traced(), fill: style.fillStyle });
    },
    fillText: (text: string, x: number, y: number) => write(text, x, y, { fill: style.fillStyle }),
    strokeText: (text: string, x: number, y: number) => write(text, x, y, { fill: 'none', ...strokeLook() }),
    setLineDash: (segments: readonly number[]) => {
      dash = [...segments];
    },
    measureText: (text: string) => {
      if (!measuring) return { width: text.length * fontOf(style.font).size * 0.56 };
      measuring.font = style.font;
      return measuring.measureText(text);
    },
    save: () => saved.push({ style: styleOf(style), dash, transform }),
    restore: () => {
      const before = saved.pop();
      if (!before) return;
      Object.assign(style, before.style);
      dash = before.dash;
      turn(before.transform);
    },
    translate: (x: number, y: number) =>
      turn({ ...transform, x: transform.x + x * transform.scale, y: transform.y + y * transform.scale }),
    scale: (by: number) => turn({ ...transform, scale: transform.scale * by }),
  });

  return {
    // The painters' own type; a method that is missing here is a TypeError, which the tests of every sample would show.
    context: painted as unknown as CanvasRenderingContext2D,
    written: (family) => groups.map((group) => groupText(group, family)).join(''),
  };
}

const styleOf = (style: Style): Style => {
  const kept = { ...plainStyle };
  for (const key of Object.keys(plainStyle)) Object.assign(kept, { [key]: style[key as keyof Style] });
  return kept;
};

interface Font {
  size: number;
  weight: string | undefined;
  family: string;
}

/** Reads a font as painters write it: "650 14px Inter, sans-serif". */
function fontOf(font: string): Font {
  const [, weight, size = '10', family = 'sans-serif'] =
    /^(?:(\w+) )?([\d.]+)px (.+)$/u.exec(font.trim()) ?? [];
  return { size: Number(size), weight: weight === '400' ? undefined : weight, family };
}

/** From the middle of the letters down to the line that they stand on, for the faces that the page uses. */
const baselineShift = (baseline: string, size: number): number =>
  baseline === 'middle' ? size * 0.36 : baseline === 'top' || baseline === 'hanging' ? size * 0.9 : 0;

function groupText({ transform, elements }: Group, family: string): string {
  const inside = elements.map((element) => elementText(element, family)).join('\n');
  if (inside === '') return '';
  return transform === '' ? `${inside}\n` : `<g transform="${transform}">\n${inside}\n</g>\n`;
}

function elementText({ name, attributes, text }: Element, family: string): string {
  const written = [...attributes]
    .filter(([key, value]) => key !== 'font-family' || value !== family)
    .map(([key, value]) => ` ${key}="${xmlText(value)}"`)
    .join('');
  return name === 'text' ? `<text${written}>${xmlText(text)}</text>` : `<path${written}/>`;
}
