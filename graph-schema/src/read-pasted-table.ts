import Papa from 'papaparse';
import {
  delimiterOf,
  linkColumns,
  plainHeading,
  readCell,
  withoutApostrophe,
  type LinkColumn,
} from './csv-columns.js';
import type { Dependence } from './link.js';

/** One pasted row as a link to be, with all that is wrong in it, so that a preview can show it beside the row. */
export interface PastedRow {
  /** The row's number in what was pasted, from 1, a header included. */
  row: number;
  provider: string;
  customer: string;
  output: string;
  slack?: number;
  dependence?: Dependence;
  alternativeGroup?: string;
  switchTime?: number;
  leadTime?: number;
  defectPass?: number;
  problems: { column: LinkColumn; message: string }[];
}

export interface PastedTable {
  rows: PastedRow[];
  /** Headings that name no column; what stands below them is left out. */
  unknownHeadings: string[];
  /** True where more rows were pasted than are read. */
  cut: boolean;
}

const withoutHeader: LinkColumn[] = ['provider', 'customer', 'output', 'slack'];
const headings = new Map<string, LinkColumn>(
  [
    ...Object.keys(linkColumns).map((column) => [column, column] as const),
    ['from', 'provider'] as const,
    ['to', 'customer'] as const,
    ['what', 'output'] as const,
  ].map(([heading, column]) => [plainHeading(heading), column as LinkColumn]),
);

/**
 * Reads what was copied from a spreadsheet or typed as a list: cells apart by tabs, semicolons or commas, with a
 * header in the first row or without one (then provider, customer, output, slack). Blank rows are passed over;
 * blanks around a cell are not meant. Never refuses the whole for one row.
 */
export function readPastedTable(text: string, mostRows = 50_000): PastedTable {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: delimiterOf(text),
    skipEmptyLines: false,
    preview: mostRows + 2,
  });
  const rows = data
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => withoutApostrophe(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const first = rows[0]?.cells.map((cell) => headings.get(plainHeading(cell))) ?? [];
  const hasHeader = first.includes('provider') && first.includes('customer');
  const columns = hasHeader ? first : withoutHeader;
  const body = hasHeader ? rows.slice(1) : rows;
  return {
    rows: body.slice(0, mostRows).map(({ row, cells }) => readRow(row, cells, columns)),
    unknownHeadings: hasHeader ? rows[0]!.cells.filter((cell, index) => cell !== '' && !columns[index]) : [],
    cut: body.length > mostRows,
  };
}

function readRow(row: number, cells: string[], columns: readonly (LinkColumn | undefined)[]): PastedRow {
  const read: Record<string, unknown> = {};
  const problems: PastedRow['problems'] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (column === undefined || cell === '') continue;
    const found = readCell<unknown>(column, linkColumns[column], cell);
    if (found.problem === undefined) read[column] = found.value;
    else problems.push({ column, message: found.problem });
  }
  for (const column of ['provider', 'customer'] as const) {
    const index = columns.indexOf(column);
    if ((cells[index] ?? '') === '')
      problems.push({ column, message: 'is missing; write the name of a party' });
  }
  if (read['provider'] !== undefined && read['provider'] === read['customer']) {
    problems.push({ column: 'customer', message: 'is the provider itself; write another party' });
  }
  return { provider: '', customer: '', output: '', ...read, row, problems };
}
