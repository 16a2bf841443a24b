/** A place in the grid: row 0 holds the names of the columns, column 0 those of the rows. */
export interface GridPlace {
  row: number;
  column: number;
}

/** Rows that a page up or down goes. */
const page = 10;

/**
 * Where a key leads in a grid of this many rows and columns (names not counted), as ARIA's grid pattern has it;
 * undefined for a key that does not move.
 */
export function placeAfter(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { row, column }: GridPlace,
  rows: number,
  columns: number,
): GridPlace | undefined {
  const moved = movedBy(key, ctrlKey, { row, column }, rows, columns);
  if (!moved) return undefined;
  return {
    row: Math.max(0, Math.min(rows, moved.row)),
    column: Math.max(0, Math.min(columns, moved.column)),
  };
}

function movedBy(
  key: string,
  isFar: boolean,
  { row, column }: GridPlace,
  rows: number,
  columns: number,
): GridPlace | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 1 : row - 1, column };
    case 'ArrowDown':
      return { row: isFar ? rows : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isFar ? 1 : column - 1 };
    case 'ArrowRight':
      return { row, column: isFar ? columns : column + 1 };
    case 'Home':
      return { row: isFar ? 1 : row, column: 1 };
    case 'End':
      return { row: isFar ? rows : row, column: columns };
    case 'PageUp':
      return { row: Math.max(1, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return undefined;
  }
}
