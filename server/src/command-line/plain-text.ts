const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const widthOf = (text: string): number => Array.from(characters.segment(text)).length;

/** Rows as columns of equal width, a gap of two between them; the last column is left as long as it is. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + ' '.repeat(widths[index]! - widthOf(cell)),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Folds text at blanks so that no line is wider than this, each line after the first indented. */
export function folded(text: string, width = 96, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Characters that would move a terminal's cursor or change its colours have no place in a name. */
export const printable = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, '�');
