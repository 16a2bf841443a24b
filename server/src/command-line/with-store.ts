import { loadEnvironmentFile, readEnvironment, type Environment } from '../environment.js';
import type { Store } from '../store/store.js';

/** Opens the store that the environment names, or this one, for as long as the work takes. */
export async function withStore<T>(
  work: (store: Store, environment: Environment) => Promise<T>,
  address?: Environment['store'],
): Promise<T> {
  loadEnvironmentFile();
  const environment = readEnvironment(process.env);
  const { openStore } = await import('../main.js');
  const store = await openStore(address ? { ...environment, store: address } : environment);
  try {
    return await work(store, environment);
  } finally {
    await store.close();
  }
}
