export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Runs something once and says how many milliseconds it took. */
export type Contender = () => number | Promise<number>;

/** So long, and so often at most, a contender in this process runs before it is measured: its code has to be compiled. */
const warmUpMs = 300;
const warmUpRuns = 300;

/** A contender that runs in this process, warmed up. */
export function here(work: () => unknown): () => number {
  const run = (): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  let spent = 0;
  for (let runs = 0; runs < warmUpRuns && spent < warmUpMs; runs++) spent += run();
  return run;
}

/** Nobody is run again once it has taken so much time in all; who is slower than that runs once. */
const patienceMs = 6_000;
/** One turn repeats what is quick, so that it is measured warm, as it would be in a program of its own. */
const turnMs = 60;
const turnRuns = 6;

/**
 * Medians in milliseconds of contenders that take turns, so that a noisy minute hits all of them. The first run of
 * each turn warms up and does not count, unless it is slow.
 */
export async function sideBySide<Name extends string>(
  contenders: Partial<Record<Name, Contender>>,
  rounds = 9,
): Promise<Partial<Record<Name, number>>> {
  const times = new Map<Name, number[]>();
  const spent = new Map<Name, number>();
  const entries = Object.entries(contenders) as [Name, Contender][];
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of entries) {
      if ((spent.get(name) ?? 0) > patienceMs) continue;
      const turn: number[] = [];
      let sum = 0;
      do {
        const took = await run();
        turn.push(took);
        sum += took;
      } while (turn.length < turnRuns && sum < turnMs);
      spent.set(name, (spent.get(name) ?? 0) + sum);
      times.set(name, [...(times.get(name) ?? []), ...(turn.length > 1 ? turn.slice(1) : turn)]);
    }
  }
  return Object.fromEntries([...times].map(([name, found]) => [name, median(found)])) as Record<Name, number>;
}

/**
 * One figure as one line of JSON: the ratio or limit, what was asked of it, and whether it held; null where a peer that
 * it is measured against is missing.
 */
export function tell(figure: string, values: Record<string, unknown>, holds: boolean | null): void {
  process.stdout.write(`${JSON.stringify({ figure, ...values, holds })}\n`);
  if (holds === false) process.exitCode = 1;
}

/** Whether all that was wanted holds, each part undefined where a peer is missing. */
export function allHold(parts: readonly (boolean | undefined)[]): boolean | null {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? null : true;
}

/** Whether a ratio is as wanted; undefined where there is none. */
export const atLeast = (ratio: number | undefined, wanted: number): boolean | undefined =>
  ratio === undefined ? undefined : ratio >= wanted;

/** To three significant digits: more would only be noise. */
export const round = (value: number): number => Number(value.toPrecision(3));
