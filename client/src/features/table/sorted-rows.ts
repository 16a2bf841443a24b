/** By which column, and which way. */
export interface Order {
  key: string;
  falling: boolean;
}

/**
 * Rows by what one column says, as the reader's language orders it; numbers as numbers. Rows that say the same
 * stand by id, so that everyone who opens the map sees one order, and sees it again tomorrow.
 */
export function sortedRows<Row extends { id: string }>(
  rows: readonly Row[],
  value: (row: Row) => string | number,
  falling: boolean,
  language: string,
): Row[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const rising = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
  return rows
    .map((row) => ({ row, by: value(row) }))
    .sort((a, b) => {
      const order = falling ? rising(b.by, a.by) : rising(a.by, b.by);
      return order !== 0 ? order : a.row.id < b.row.id ? -1 : 1;
    })
    .map(({ row }) => row);
}
