/** Medians of side-by-side runs: each round runs every contender once, so that a noisy minute hits all of them. */
export function sideBySide<Name extends string>(
  contenders: Record<Name, () => unknown>,
  rounds = 21,
): Record<Name, number> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) contenders[name]();
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      contenders[name]();
      times.get(name)!.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** One figure as one line of JSON: the ratio or limit, what was asked of it, and whether it held. */
export function tell(figure: string, values: Record<string, unknown>, holds: boolean): void {
  process.stdout.write(`${JSON.stringify({ figure, ...values, holds })}\n`);
  if (!holds) process.exitCode = 1;
}
