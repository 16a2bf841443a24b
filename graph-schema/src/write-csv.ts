import Papa from 'papaparse';
import { formula } from './csv-columns.js';

/**
 * Rows as a table for a spreadsheet, with a header. A cell that a spreadsheet would run as a formula gets an
 * apostrophe, which the reader of this project's tables takes away again.
 */
export const writeCsv = (columns: readonly string[], rows: readonly object[]): string =>
  `${Papa.unparse({ fields: [...columns], data: [...rows] }, { escapeFormulae: formula, newline: '\r\n' })}\r\n`;
