/** The colours of `ui/palette.css`, as a canvas needs them. */
export interface Palette {
  paper: string;
  card: string;
  ink: string;
  soft: string;
  line: string;
  edge: string;
  accent: string;
  /** From least to most: amber to red. */
  hits: readonly [string, string, string, string];
  shield: string;
  spared: string;
  customer: string;
  isDark: boolean;
}

/** Reads the colours that hold for this element now; read again when the colour scheme changes. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim() || '#888888';
  return {
    paper: colour('paper'),
    card: colour('card'),
    ink: colour('ink'),
    soft: colour('soft'),
    line: colour('line'),
    edge: colour('edge'),
    accent: colour('accent'),
    hits: [colour('hit1'), colour('hit2'), colour('hit3'), colour('hit4')],
    shield: colour('shield'),
    spared: colour('spared'),
    customer: colour('cust'),
    isDark: luminance(colour('paper')) < 0.4,
  };
}

/** The colour of a hit: amber for a small one, red for one as hard as any. `strength` from 0 to 1. */
export function hitColour(palette: Pick<Palette, 'hits'>, strength: number): string {
  const place = Math.max(0, Math.min(1, strength)) * (palette.hits.length - 1);
  const step = Math.min(palette.hits.length - 2, Math.floor(place));
  return mixed(palette.hits[step]!, palette.hits[step + 1]!, place - step);
}

/** Lit links are lines, not areas: the palest ambers would be lost on paper, so they start further up the scale. */
export const litColour = (palette: Pick<Palette, 'hits'>, strength: number): string =>
  hitColour(palette, 0.5 + strength / 2);

const darkInk = '#0f141b';
const lightInk = '#ffffff';

/** Dark or light ink, whichever can better be read on this colour. */
export function inkOn(background: string): string {
  const shade = luminance(background) + 0.05;
  return shade / (luminance(darkInk) + 0.05) > (luminance(lightInk) + 0.05) / shade ? darkInk : lightInk;
}

/** `part` of the way from one colour to another; both as #rrggbb. */
export function mixed(from: string, to: string, part: number): string {
  const [a, b] = [channels(from), channels(to)];
  const mix = a.map((value, index) => Math.round(value + (b[index]! - value) * part));
  return `#${mix.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance as WCAG defines it, from 0 (black) to 1 (white). */
export function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function channels(colour: string): number[] {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replaceAll(/./gu, '$&$&') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) || 0);
}
