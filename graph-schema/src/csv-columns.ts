import Papa from 'papaparse';
import type { z } from 'zod';
import { readDuration } from './duration.js';
import { issuesInWords } from './issue-in-words.js';
import { linkSchema } from './link.js';
import { didYouMean } from './nearest-name.js';
import { externalCustomerSchema, partyKindSchema, positionSchema, teamSchema } from './party.js';
import type { ProblemDetail } from './problem.js';
import { statementSchema } from './statement.js';
import { idSchema } from './text.js';

/** The columns of a table of links; the first two are needed, the rest may be left out. */
export const linkColumns = {
  provider: idSchema,
  customer: idSchema,
  output: linkSchema.shape.output,
  slack: statementSchema.shape.slack,
  dependence: linkSchema.shape.dependence,
  alternativeGroup: linkSchema.shape.alternativeGroup,
  switchTime: linkSchema.shape.switchTime,
  leadTime: linkSchema.shape.leadTime,
  defectPass: statementSchema.shape.defectPass,
} as const;
export type LinkColumn = keyof typeof linkColumns;

/** The columns of a table of parties; an id or a name is needed. */
export const partyColumns = {
  id: idSchema,
  name: teamSchema.shape.name,
  kind: partyKindSchema,
  purpose: teamSchema.shape.purpose,
  group: teamSchema.shape.group,
  buffer: teamSchema.shape.buffer,
  catchRate: teamSchema.shape.catchRate,
  weight: externalCustomerSchema.shape.weight,
  feltAs: externalCustomerSchema.shape.feltAs,
  /** Where people put its card in the free view; both or neither. */
  x: positionSchema.shape.x,
  y: positionSchema.shape.y,
} as const;
export type PartyColumn = keyof typeof partyColumns;

const durations = new Set(['slack', 'switchTime', 'leadTime', 'buffer']);
const numbers = new Set(['defectPass', 'catchRate', 'weight', 'x', 'y']);
/** Of these a spreadsheet may show 20 % where 0.2 is meant. */
const probabilities = new Set(['defectPass', 'catchRate']);
const decimal = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** A cell's value by its column's schema, or what would be right. */
export type ReadCell<T = unknown> = { value: T; problem?: undefined } | { problem: string };

/** Durations come out in minutes; a cell does not say how long a day is, so the model's defaults hold. */
export function readCell<T>(column: string, schema: z.ZodType<T>, cell: string): ReadCell<T> {
  let written: unknown = cell;
  if (durations.has(column)) {
    const read = readDuration(cell);
    if (read.problem !== undefined) return { problem: `is "${cell}"; ${read.problem}` };
    written = read.minutes;
  } else if (numbers.has(column)) {
    const percent = probabilities.has(column) ? /^(.*?)\s*%$/.exec(cell.trim())?.[1] : undefined;
    const number = percent ?? cell.trim();
    if (!decimal.test(number)) {
      const orPercent = probabilities.has(column) ? ' or 50%' : '';
      return { problem: `is "${cell}"; write a number with a point, such as 0.5${orPercent}` };
    }
    written = percent === undefined ? Number(number) : Number(number) / 100;
  }
  const checked = schema.safeParse(written);
  if (checked.success) return { value: checked.data };
  const [issue] = issuesInWords(checked.error, numbers.has(column) ? written : cell, () => ({
    called: column,
    fields: [],
  }));
  return { problem: issue!.message };
}

/** Columns repeat a few values a million times; this many are remembered for each. */
const remembered = 5_000;

/** Reads the cells of one column. */
export function columnReader(column: string, schema: z.ZodType): (cell: string) => ReadCell {
  const known = new Map<string, ReadCell>();
  return (cell) => {
    let read = known.get(cell);
    if (!read) {
      read = readCell(column, schema, withoutApostrophe(cell));
      if (known.size < remembered) known.set(cell, read);
    }
    return read;
  };
}

/** A spreadsheet would run a cell that begins so; writing puts an apostrophe before it, reading takes it away. */
export const formula = /^'*[=+\-@\t\r]/;
export const withoutApostrophe = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;

/** The mark between the cells of a table, by its first row with anything in it: spreadsheets write tabs, some semicolons. */
export function delimiterOf(text: string): string {
  const first = /^.*\S.*$/m.exec(text)?.[0] ?? '';
  return ['\t', ';'].find((mark) => first.includes(mark)) ?? ',';
}

/** A heading without what people write differently: capitals, blanks, hyphens. */
export const plainHeading = (heading: string): string => heading.toLowerCase().replace(/[\s_-]/g, '');

/** The column that a heading names, however it is spelt; else the heading itself. */
const columnNamed = (heading: string, columns: readonly string[]): string =>
  columns.find((column) => plainHeading(column) === plainHeading(heading)) ?? heading;

/** Spreadsheets may tell the mark between cells in a line of its own, above the header. */
const isMarkLine = ([first, rest, ...others]: readonly string[]): boolean =>
  first?.toLowerCase() === 'sep=' && rest === '' && others.length === 0;

/** Columns of a table, those that are passed over included: spreadsheets have more only by mistake. */
const mostColumns = 1_000;

/** What to do with a row: its cells in the order of the header, a short row lacking its last. The array is not kept. */
export type VisitRow = (cells: readonly string[], line: number) => void;

/**
 * Goes through a table of cells between commas, semicolons or tabs, with a header, a row at a time, so that a million rows need no second
 * copy of themselves. Blank lines are passed over. Problems of the header and of quoting are returned.
 */
export function forEachCsvRow(
  text: string,
  columns: readonly string[],
  needs: (header: readonly string[]) => string | undefined,
  visitorOf: (header: readonly string[]) => VisitRow,
): ProblemDetail[] {
  const problems: ProblemDetail[] = [];
  const say = (line: number, message: string) =>
    problems.push({ code: 'FILE_INVALID', line, path: [], message });
  const delimiter = delimiterOf(text);
  const mayHoldBreaks = text.includes('"');
  let header: readonly string[] | undefined;
  let visit: VisitRow | undefined;
  let line = 1;
  Papa.parse<string[]>(text.startsWith('\uFEFF') ? text.slice(1) : text, {
    delimiter,
    skipEmptyLines: false,
    step: ({ data: row, errors }, parser) => {
      const begins = line;
      line += 1 + (mayHoldBreaks ? breaksIn(row) : 0);
      for (const { message } of errors) say(begins, `cannot be read: ${message}`);
      if (row.length === 1 && row[0] === '') return;
      if (!visit || !header) {
        if (begins === 1 && isMarkLine(row)) return;
        if (row.length > mostColumns) {
          header = [];
          say(begins, `the header has ${row.length} columns; keep at most ${mostColumns}`);
          parser.abort();
          return;
        }
        header = row.map((heading) => columnNamed(heading, columns));
        visit = visitorOf(header);
        const { unknown, unreadable } = headerProblems(header, columns, needs);
        for (const message of [...unknown, ...unreadable]) say(begins, message);
        if (unreadable.length > 0) parser.abort();
      } else if (row.length > header.length) {
        say(
          begins,
          `has ${row.length} cells, the header ${header.length}; put quotes around a cell that holds ${delimiter === ',' ? 'a comma' : 'the mark between cells'}`,
        );
      } else visit(row, begins);
    },
  });
  if (!header) say(1, `is empty; begin with a header such as ${columns.slice(0, 4).join(',')}`);
  return problems;
}

const breaksIn = (row: readonly string[]): number =>
  row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

/** What is wrong with a header: columns that are passed over, and what leaves the rows without a meaning. */
function headerProblems(
  given: readonly string[],
  columns: readonly string[],
  needs: (given: readonly string[]) => string | undefined,
): { unknown: string[]; unreadable: string[] } {
  const unknown: string[] = [];
  const unreadable: string[] = [];
  for (const [index, name] of given.entries()) {
    if (!columns.includes(name)) {
      const right = didYouMean(name, columns) || `; it may have ${columns.join(', ')}`;
      unknown.push(`the header has "${name}", which is no column${right}`);
    } else if (given.indexOf(name) < index) unreadable.push(`the header has "${name}" twice; keep one`);
  }
  const missing = needs(given);
  if (missing !== undefined) unreadable.push(missing);
  return { unknown, unreadable };
}
