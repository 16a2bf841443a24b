import Papa from 'papaparse';
import { formula } from './csv-columns.js';

/**
 * Rows as a table for a spreadsheet, with a header. A cell that a spreadsheet would run as a formula gets an
 * apostrophe, which the reader of this project's tables takes away again.
 */
export function writeCsv(columns: readonly string[], rows: readonly object[]): string {
  const table = { fields: [...columns], data: [...rows] };
  const text = Papa.unparse(table, { escapeFormulae: formula, newline: '\r\n' });
  // The library ends a line itself only after a header that stands alone.
  return rows.length === 0 ? text : `${text}\r\n`;
}
