/**
 * The exact k largest of many values that are dear to compute and cheap to bound from above: by falling bound, each
 * computed, until no bound that is left can reach the k-th (the threshold rule: Fagin, Lotem, Naor 2001).
 */
export interface Valued {
  item: number;
  value: number;
}

/**
 * By value falling, then item. Items with a bound of 0 have the value 0 and are not computed; others as many at once as
 * it says, where that costs less. `onDone` is told before each time how much is done, 0 to 1, of what would have to be if
 * nothing better came.
 */
export function largestByBound(
  bounds: ArrayLike<number>,
  most: number,
  valuesOf: (items: readonly number[]) => readonly number[],
  { atOnce = 1, onDone }: { atOnce?: number; onDone?: (done: number) => void } = {},
): Valued[] {
  const order = Array.from({ length: bounds.length }, (_, item) => item);
  order.sort((a, b) => bounds[b]! - bounds[a]! || a - b);
  const best: Valued[] = [];
  const values = new Map<number, number>();
  let left = order.length;
  for (const [done, item] of order.entries()) {
    const bound = bounds[item]!;
    const last = best[most - 1];
    while (left > 0 && bounds[order[left - 1]!]! < Math.max(last?.value ?? 0, Number.MIN_VALUE)) left -= 1;
    // One that ties with the last may still come before it by id.
    if (last && bound < last.value) break;
    if (bound > 0 && !values.has(item)) {
      onDone?.(done / left);
      const some = order.slice(done, Math.min(left, done + atOnce));
      const found = valuesOf(some);
      some.forEach((one, i) => values.set(one, found[i]!));
    }
    const value = values.get(item) ?? 0;
    if (last && !comesBefore(value, item, last)) continue;
    let at = best.length;
    while (at > 0 && comesBefore(value, item, best[at - 1]!)) at -= 1;
    best.splice(at, 0, { item, value });
    if (best.length > most) best.pop();
  }
  return best;
}

const comesBefore = (value: number, item: number, other: Valued): boolean =>
  value > other.value || (value === other.value && item < other.item);
