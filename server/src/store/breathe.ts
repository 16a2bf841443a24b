import { setImmediate } from 'node:timers/promises';

/**
 * Long work in slices: awaiting the returned function lets everything else that waits for this thread go first,
 * once a slice has taken its milliseconds.
 */
export function breather(milliseconds = 10): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < milliseconds) return;
    await setImmediate();
    since = performance.now();
  };
}
