/** So many numbers are kept at most, in all: 128 MB. What does not fit is settled again each time. */
const mostNumbers = 32_000_000;

/** Settled levels by party, a row for each place that they are settled from; kept as far as there is room. */
export interface RowsOfLevels {
  /** May be written to by whoever puts it back as it was before asking for another. */
  of(start: number): Int32Array;
  /** Settled again in any case. */
  anew(start: number): Int32Array;
  /** After the map has changed. */
  forget(): void;
}

/** `settle` writes the levels that are not 0. */
export function rowsOfLevels(
  parties: number,
  settle: (start: number, levels: Int32Array) => void,
): RowsOfLevels {
  let kept = new Map<number, Int32Array>();
  let spare: Int32Array | undefined;
  const anew = (start: number): Int32Array => {
    let levels = kept.get(start);
    if (!levels && (kept.size + 1) * parties <= mostNumbers) {
      levels = new Int32Array(parties);
      kept.set(start, levels);
    } else {
      levels ??= spare ??= new Int32Array(parties);
      levels.fill(0);
    }
    settle(start, levels);
    return levels;
  };
  return {
    anew,
    of: (start) => kept.get(start) ?? anew(start),
    forget: () => (kept = new Map()),
  };
}
