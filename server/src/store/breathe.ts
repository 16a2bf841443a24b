import { setImmediate } from 'node:timers/promises';

/** Long work in slices: `if (breath.isDue()) await breath.take()` now and then lets whoever else waits go first. */
export interface Breath {
  /** Whether a slice has taken its milliseconds. Asked first, because even a promise of nothing costs a commit time. */
  isDue(): boolean;
  take(): Promise<void>;
}

export function breather(milliseconds = 10): Breath {
  let since = performance.now();
  return {
    isDue: () => performance.now() - since >= milliseconds,
    async take() {
      await setImmediate();
      since = performance.now();
    },
  };
}
