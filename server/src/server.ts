import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { availableParallelism } from 'node:os';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createApp } from './app.js';
import { createEngine } from './engine/engine.js';
import type { Environment } from './environment.js';
import { builtSite } from './http/serve-site.js';
import { followLogs } from './live/follow-logs.js';
import { countStreams } from './live/streams.js';
import { createMetrics } from './metrics.js';
import type { Store } from './store/store.js';
import { version } from './version.js';
import { countFailedTries } from './who-may/failed-tries.js';
import { startWorkers } from './workers/workers.js';

export interface RunningServer {
  /** Where a browser on this machine, or on the network if it listens there, finds it. */
  url: string;
  /** Stops as `docs/operating.md` says: no new requests, streams ended, requests under way finished; the store stays open. */
  close(): Promise<void>;
}

/** Puts the parts together on an open store and listens. */
export async function listen(store: Store, environment: Environment, log: Logger): Promise<RunningServer> {
  const metrics = createMetrics({ process: true });
  const workers = startWorkers({ threads: Math.max(2, availableParallelism() - 1) });
  const follower = followLogs({ store, log });
  const streams = countStreams({ most: environment.maxStreams, metrics });
  const failedTries = countFailedTries();
  const app = createApp(
    {
      store,
      workers,
      follower,
      streams,
      metrics,
      failedTries,
      log,
      version,
      engine: createEngine({ store, workers, metrics, deadlineMs: environment.rippleDeadlineMs }),
      mapSizeLimits: { parties: environment.maxParties, links: environment.maxLinks },
      bodyLimit: environment.bodyLimit,
    },
    { ...environment, site: builtSite },
  );
  const server = createServer(app);
  server.listen(environment.port, environment.host);
  await once(server, 'listening');
  return {
    url: addressOf(server, environment.host),
    async close() {
      follower.close();
      streams.close();
      await stopServing(server, environment.shutdownGraceMs);
      failedTries.close();
      await workers.close();
    },
  };
}

async function stopServing(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
