import { signSize, type LegendEntry } from './legend-signs';
import { paintSign } from './paint-sign';
import type { Palette } from './palette';
import type { PaperPicture } from './paper';
import { plainFont, canvasMeasure, nameFont } from './type-face';
import { wrapText } from './wrap-text';

/** What stands around a picture that leaves the tool. */
export interface SheetWords {
  name: string;
  mission: string | undefined;
  /** What the ripple came to and what was asked; absent on a calm map. */
  verdict: string | undefined;
  asked: string | undefined;
  /** What each sign of the key means. */
  sign: (entry: LegendEntry) => string;
  /** Where and when it was drawn. */
  source: string;
}

export interface Sheet {
  /** In pixels at scale 1. */
  width: number;
  height: number;
  paint: (context: CanvasRenderingContext2D, scale: number) => void;
}

/** Titles are set for a sheet this wide, and grow with a wider one. */
const usualWidth = 1_400;
const narrowestSheet = 760;
const margin = 32;

interface Line {
  text: string;
  x: number;
  /** Where the letters stand. */
  y: number;
  size: number;
  bold: boolean;
  soft: boolean;
}

/** A picture with its title, its verdict and its key around it, on light paper. */
export function sheetOf(picture: PaperPicture, words: SheetWords, palette: Palette): Sheet {
  const { bounds } = picture;
  const width = Math.max(narrowestSheet, bounds.width + 2 * margin);
  const size = Math.max(1, width / usualWidth);
  const measure = canvasMeasure();
  const lines: Line[] = [];
  let y = margin;
  const write = (text: string | undefined, letters: number, bold: boolean, soft: boolean, gap: number) => {
    if (text === undefined || text === '') return;
    const set = letters * size;
    for (const line of wrapText(text, width - 2 * margin, (part) =>
      measure(part, set, bold ? 'name' : 'purpose'),
    )) {
      y += set * 1.25;
      lines.push({ text: line, x: margin, y: y - set * 0.25, size: set, bold, soft });
    }
    y += gap * size;
  };
  write(words.name, 26, true, false, 4);
  write(words.mission, 14, false, true, 6);
  write(words.verdict, 20, true, false, 2);
  write(words.asked, 14, false, true, 6);
  const top = y + 10 * size;
  y = top + bounds.height + 16 * size;

  const signs = rowsOfSigns(picture.legend, words, width - 2 * margin, size, measure);
  const signTop = y;
  y += signs.height + 8 * size;
  write(words.source, 11.5, false, true, 0);
  const height = y + margin;
  const left = (width - bounds.width) / 2;

  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    paint: (context, scale) => {
      context.fillStyle = palette.paper;
      context.fillRect(0, 0, Math.ceil(width), Math.ceil(height));
      context.save();
      context.translate(left - bounds.x, top - bounds.y);
      picture.paint(context, Math.min(1, scale));
      context.restore();
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      for (const line of lines) {
        context.font = (line.bold ? nameFont : plainFont)(line.size);
        context.fillStyle = line.soft ? palette.soft : palette.ink;
        context.fillText(line.text, line.x, line.y);
      }
      for (const sign of signs.placed) {
        context.save();
        context.translate(margin + sign.x, signTop + sign.y);
        context.scale(size, size);
        paintSign(context, sign.entry, palette);
        context.font = plainFont(12.5);
        context.fillStyle = palette.ink;
        context.fillText(sign.text, signSize.width + 7, 12.5);
        context.restore();
      }
    },
  };
}

interface PlacedSign {
  entry: LegendEntry;
  text: string;
  x: number;
  y: number;
}

function rowsOfSigns(
  entries: readonly LegendEntry[],
  words: SheetWords,
  room: number,
  size: number,
  measure: ReturnType<typeof canvasMeasure>,
): { placed: PlacedSign[]; height: number } {
  const rowHeight = 24 * size;
  const placed: PlacedSign[] = [];
  let [x, row] = [0, 0];
  for (const entry of entries) {
    const text = words.sign(entry);
    const width = (signSize.width + 7 + measure(text, 12.5, 'purpose') + 22) * size;
    if (x > 0 && x + width > room) [x, row] = [0, row + 1];
    placed.push({ entry, text, x, y: row * rowHeight });
    x += width;
  }
  return { placed, height: entries.length > 0 ? (row + 1) * rowHeight : 0 };
}
