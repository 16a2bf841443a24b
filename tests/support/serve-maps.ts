import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@downstream/graph-schema/principal';
import { createApp, type AppOptions } from '@downstream/server/app';
import { createAccess, newHostLink } from '@downstream/server/commands/create-access';
import { createEngine } from '@downstream/server/engine/engine';
import { followLogs } from '@downstream/server/live/follow-logs';
import { countStreams } from '@downstream/server/live/streams';
import { createLog } from '@downstream/server/log';
import { createMetrics } from '@downstream/server/metrics';
import type { Services } from '@downstream/server/routes/handler';
import { openEmbeddedStore } from '@downstream/server/store/embedded/open-embedded-store';
import type { Store } from '@downstream/server/store/store';
import { localHost } from '@downstream/server/who-may/caller';
import { countFailedTries } from '@downstream/server/who-may/failed-tries';
import { workHere } from '@downstream/server/workers/workers';
import type { MapBuilder } from './a-map.js';

export interface ServedMaps {
  /** The address without a slash at the end. */
  url: string;
  store: Store;
  services: Services;
  /** A new link to a map, with its secret. */
  link(map: string, role: Role): Promise<{ id: string; secret: string }>;
  hostLink(): Promise<{ id: string; secret: string }>;
  /** Calls an address as whoever holds the secret, as a script does; without one, as nobody known. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

interface CallOptions {
  secret?: string | undefined;
  cookie?: string;
  /** Sent as JSON; a string as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

interface Answer {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON, else text. */
  body: unknown;
}

export interface ServeOptions extends Partial<AppOptions> {
  /** Lines that the log writes. */
  logged?: (line: string) => void;
  services?: Partial<Services>;
}

/**
 * These maps served by the whole app over a real embedded store, in this process and from sources. Unless asked
 * otherwise it behaves as on a machine that others can reach: nobody is let in by address.
 */
export async function serveMaps(
  maps: readonly MapBuilder[],
  options: ServeOptions = {},
): Promise<ServedMaps> {
  const { logged, services: replaced, ...appOptions } = options;
  const folder = await mkdtemp(join(tmpdir(), 'downstream-served-'));
  const mapSizeLimits = { parties: 50, links: 100 };
  const store = await openEmbeddedStore({ folder, limits: mapSizeLimits, now: () => new Date() });
  for (const map of maps) await store.createMap(map.items(), 'host');

  const log = logged ? createLog('debug', { write: logged }) : createLog('silent');
  const metrics = createMetrics({ process: false });
  const workers = workHere();
  const failedTries = countFailedTries(5);
  const streams = countStreams({ most: 20, metrics });
  const follower = followLogs({ store, log, everyMs: 20 });
  const services: Services = {
    store,
    workers,
    follower,
    streams,
    metrics,
    failedTries,
    log,
    mapSizeLimits,
    engine: createEngine({ store, workers, metrics, deadlineMs: { ripple: 5_000, wholeMap: 60_000 } }),
    bodyLimit: 1024 * 1024,
    version: '0.0.0-test',
    ...replaced,
  };
  const app = createApp(services, {
    host: '127.0.0.1',
    loopback: false,
    allowedHosts: [],
    trustProxy: undefined,
    site: join(folder, 'site'),
    ...appOptions,
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    store,
    services,
    link: (map, role) => createAccess(services, { map, role }, localHost),
    hostLink: () => newHostLink(store),
    call: (method, path, sent = {}) => call(`${url}${path}`, method, sent),
    async close() {
      services.follower.close();
      services.streams.close();
      server.close();
      server.closeAllConnections();
      failedTries.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function call(
  address: string,
  method: string,
  { secret, cookie, body, headers }: CallOptions,
): Promise<Answer> {
  const answer = await fetch(address, {
    method,
    redirect: 'manual',
    headers: {
      ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
      ...(cookie !== undefined && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text !== '';
  return {
    status: answer.status,
    headers: answer.headers,
    body: isJson ? (JSON.parse(text) as unknown) : text,
  };
}
