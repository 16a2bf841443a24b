import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { availableParallelism } from 'node:os';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createApp } from './app.js';
import { createEngine } from './engine/engine.js';
import { EnvironmentError, type Environment } from './environment.js';
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
      engine: createEngine({
        store,
        workers,
        metrics,
        deadlineMs: { ripple: environment.rippleDeadlineMs, wholeMap: environment.wholeMapDeadlineMs },
      }),
      mapSizeLimits: { parties: environment.maxParties, links: environment.maxLinks },
      bodyLimit: environment.bodyLimit,
    },
    { ...environment, site: builtSite },
  );
  const server = createServer(app);
  server.listen(environment.port, environment.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    failedTries.close();
    await workers.close();
    throw whyNot(error, environment);
  }
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

/** What keeps a server from listening is nearly always an address that is taken, or not this machine's. */
function whyNot(error: unknown, { host, port }: Environment): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new EnvironmentError(
      `Port ${port} is taken by another program; set PORT to another, such as PORT=${port + 1}.`,
    );
  }
  if (code === 'EACCES')
    return new EnvironmentError(`This user may not listen on port ${port}; set PORT above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new EnvironmentError(
      `HOST is "${host}", which is no address of this machine; 0.0.0.0 stands for all it has.`,
    );
  }
  return error;
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
