import { waitingSchema, type Waiting } from './waiting';

/** Where edits wait while the network, or the page, is away. */
export interface WaitingStorage {
  keep(waiting: Waiting): void;
  forget(key: string): void;
  /** In the order in which they were made. */
  kept(): Waiting[];
}

const prefixOf = (map: string): string => `downstream.waiting.${encodeURIComponent(map)}.`;

/**
 * Edits in this browser's storage, one entry each. Two tabs on one map may both find and send the same edit;
 * its idempotency key makes that harmless. Where storage is closed or full, edits wait in memory alone.
 */
export function browserStorage(map: string): WaitingStorage {
  const prefix = prefixOf(map);
  return {
    keep: (waiting) => quietly(() => localStorage.setItem(prefix + waiting.key, JSON.stringify(waiting))),
    forget: (key) => quietly(() => localStorage.removeItem(prefix + key)),
    kept: () =>
      (quietly(() => Object.keys(localStorage)) ?? [])
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => {
          const read = waitingSchema.safeParse(
            quietly((): unknown => JSON.parse(localStorage.getItem(key) ?? 'null')),
          );
          return read.success ? [read.data] : [];
        })
        .sort((a, b) => a.madeAt - b.madeAt),
  };
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
