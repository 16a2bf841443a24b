import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import closeWithGrace from 'close-with-grace';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { sampleIds } from '@downstream/seed/sample-maps';
import { newHostLink } from './commands/create-access.js';
import { isNewStore, restoreSamples } from './commands/restore-samples.js';
import type { Environment } from './environment.js';
import { createLog } from './log.js';
import { listen, type RunningServer } from './server.js';
import { openEmbeddedStore } from './store/embedded/open-embedded-store.js';
import { readTogether } from './store/read-together.js';
import type { Store } from './store/store.js';
import { localHost } from './who-may/caller.js';

/**
 * Opens the store that the environment names. The only place that knows which adapters there are. `onThreadLost` hears
 * why the embedded store's thread has died, should it; the store goes on with another.
 */
export async function openStore(
  { store, maxParties, maxLinks }: Environment,
  onThreadLost?: (cause: Error) => void,
): Promise<Store> {
  const limits = { parties: maxParties, links: maxLinks };
  const now = () => new Date();
  if (store.kind === 'embedded') {
    return openEmbeddedStore({ folder: store.folder, limits, now, ...(onThreadLost && { onThreadLost }) });
  }
  // Loaded only where it is used: its driver is heavy, and most servers have no use for it.
  const { openNeo4jStore } = await import('./store/neo4j/open-neo4j-store.js');
  const { uri, user, password, database } = store;
  return openNeo4jStore({ uri, user, password, ...(database !== undefined && { database }), limits, now });
}

/** What people read while the server starts; each line a sentence. */
export type Say = (line: string) => void;

/**
 * Starts the server: opens the store, lays the samples into a new one, listens, and says where. `close` ends open
 * streams, lets requests under way finish and closes the store.
 */
export async function startServer(environment: Environment, say: Say): Promise<RunningServer> {
  const log = createLog(environment.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info'));
  const store = await openStore(environment, (cause) =>
    log.error(
      { err: cause },
      "the store's thread died; another is started, and nothing acknowledged is lost",
    ),
  );
  try {
    if (await isNewStore(store, await sampleIds()))
      await restoreSamples(store, await readSamples(), localHost);
    const server = await listen(readTogether(store), environment, log);
    say(`Downstream is at ${server.url}`);
    if (!environment.loopback) await sayHowToEnter(store, server.url, say);
    return {
      url: server.url,
      close: async () => {
        await server.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The sample maps, read on a thread that ends with it: an idle server keeps none of the 30 MB that reading takes. */
async function readSamples(): Promise<MapContent[]> {
  const thread = new Worker(new URL('./workers/samples-thread.js', import.meta.url), { name: 'samples' });
  const [maps] = (await once(thread, 'message')) as [MapContent[]];
  return maps;
}

/** Milliseconds in which further signals are the same order: npm passes Ctrl+C on to a server that has had it already. */
const sameOrder = 1_000;

/** Stops the server when the process is told to, and ends the process with it; told again, the process ends at once. */
export function stopWhenTold(server: RunningServer, graceMs: number): void {
  const { close } = closeWithGrace(
    { delay: graceMs + 5_000, skip: ['SIGINT', 'SIGTERM'] },
    async ({ err }) => {
      if (err) console.error(err);
      await server.close();
    },
  );
  let toldAt: number | undefined;
  const told = () => {
    if (toldAt !== undefined && performance.now() - toldAt > sameOrder) process.exit(1);
    if (toldAt !== undefined) return;
    toldAt = performance.now();
    close();
  };
  process.on('SIGINT', told).on('SIGTERM', told);
}

/** On a server that others can reach, only links let in. The first is made, and shown, once. */
async function sayHowToEnter(store: Store, url: string, say: Say): Promise<void> {
  if ((await store.listAccess('host')).length > 0) {
    say('Whoever runs it enters by its owner link; "npx downstream owner-link" makes a new one.');
    return;
  }
  const { secret } = await newHostLink(store);
  say(`Open this once, on the machine you work at; it makes that browser the owner of every map here:`);
  say(`  ${url}/open#${secret}`);
  say('It is shown this once. "npx downstream owner-link" makes a new one.');
}
