/** Lists side by side in two arrays: the items of row r are items[start[r]] … items[start[r + 1]). */
export interface Rows {
  start: Int32Array;
  items: Int32Array;
}

/** The row of an item that is left out. */
export const leftOut = -1;

/** Items by their row, by counting sort; within a row their order is kept. O(items + rows). */
export function rows(rowCount: number, rowOf: Int32Array): Rows {
  const start = new Int32Array(rowCount + 1);
  for (let i = 0; i < rowOf.length; i++) {
    const row = rowOf[i]!;
    if (row !== leftOut) start[row + 1]! += 1;
  }
  for (let row = 0; row < rowCount; row++) start[row + 1]! += start[row]!;
  const items = new Int32Array(start[rowCount]!);
  const next = start.slice();
  for (let i = 0; i < rowOf.length; i++) {
    const row = rowOf[i]!;
    if (row === leftOut) continue;
    const at = next[row]!;
    items[at] = i;
    next[row] = at + 1;
  }
  return { start, items };
}
