/** So many bytes are kept at most, in all: 192 MB. What does not fit is settled again each time. */
const mostBytes = 192_000_000;

/** Levels settled from one place, by party. */
export interface SettledRow {
  /** 0 where nothing comes. May be written to by whoever puts it back as it was before asking for another row. */
  levels: Int32Array;
  /** When each party that something comes to was settled: after those that gave it its level. */
  turns: Turns;
}

/** Of up to 65,536 parties in half the memory. */
type Turns = Uint16Array | Int32Array;

/** A row for each place that levels are settled from; kept as far as there is room. */
export interface RowsOfLevels {
  of(start: number): SettledRow;
  /** Settled again in any case. */
  anew(start: number): SettledRow;
  /** After the map has changed. */
  forget(): void;
}

/** `settle` writes the levels that are not 0, and the turns of those that have them. */
export function rowsOfLevels(
  parties: number,
  settle: (start: number, row: SettledRow) => void,
): RowsOfLevels {
  const isFew = parties <= 65_536;
  const emptyRow = (): SettledRow => ({
    levels: new Int32Array(parties),
    turns: isFew ? new Uint16Array(parties) : new Int32Array(parties),
  });
  const bytes = parties * (isFew ? 6 : 8);
  const kept = new Map<number, SettledRow>();
  /** Of which rows what is kept still holds: fresh memory for all of them would cost more than settling them. */
  const holds = new Uint8Array(parties);
  let spare: SettledRow | undefined;
  const anew = (start: number): SettledRow => {
    let row = kept.get(start);
    if (!row && (kept.size + 1) * bytes <= mostBytes) {
      row = emptyRow();
      kept.set(start, row);
    } else {
      row ??= spare ??= emptyRow();
      row.levels.fill(0);
    }
    settle(start, row);
    if (row !== spare) holds[start] = 1;
    return row;
  };
  return {
    anew,
    of: (start) => (holds[start] === 1 ? kept.get(start)! : anew(start)),
    forget: () => holds.fill(0),
  };
}
