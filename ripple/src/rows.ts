/** Lists side by side in two arrays: the items of row r are items[start[r]] … items[start[r + 1]). */
export interface Rows {
  start: Int32Array;
  items: Int32Array;
}

/** The row of an item that is left out. */
export const leftOut = -1;

/** Items by their row, by counting sort; within a row their order is kept. O(items + rows). */
export function rows(rowCount: number, rowOf: Int32Array): Rows {
  // Each row's cursor stands one place ahead, and is where the row begins when all are in: no second array is needed.
  const start = new Int32Array(rowCount + 2);
  for (let i = 0; i < rowOf.length; i++) {
    const row = rowOf[i]!;
    if (row !== leftOut) start[row + 2]! += 1;
  }
  for (let row = 0; row < rowCount; row++) start[row + 2]! += start[row + 1]!;
  const items = new Int32Array(start[rowCount + 1]!);
  for (let i = 0; i < rowOf.length; i++) {
    const row = rowOf[i]!;
    if (row !== leftOut) items[start[row + 1]!++] = i;
  }
  return { start: start.subarray(0, rowCount + 1), items };
}
