/**
 * Whole milliseconds by a clock that all threads of this process share and nobody sets: a laptop that wakes up, or whose time
 * is put right, must not end a calculation. It counts from no date.
 */
export const steadyNow = (): number => Number(process.hrtime.bigint() / 1_000_000n);
