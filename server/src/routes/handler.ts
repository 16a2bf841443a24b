import type { routes, RouteName } from '@downstream/graph-schema/route-table';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Engine } from '../engine/engine.js';
import type { TextBody } from '../http/read-body.js';
import type { LogFollower } from '../live/follow-logs.js';
import type { Streams } from '../live/streams.js';
import type { Metrics } from '../metrics.js';
import type { Store } from '../store/store.js';
import type { Admitted, Caller } from '../who-may/caller.js';
import type { FailedTries } from '../who-may/failed-tries.js';
import type { Workers } from '../workers/workers.js';

/** What handlers work with. */
export interface Services {
  store: Store;
  engine: Engine;
  workers: Workers;
  follower: LogFollower;
  streams: Streams;
  metrics: Metrics;
  log: Logger;
  failedTries: FailedTries;
  mapSizeLimits: { parties: number; links: number };
  bodyLimit: number;
  version: string;
}

type Routes = typeof routes;
type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** A request that may be answered: everything in it is read, checked and typed by the route table. */
export interface Call<N extends RouteName> {
  params: Record<NamesIn<Routes[N]['path']>, string>;
  query: Routes[N] extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined;
  body: Routes[N] extends { consumes: readonly string[] }
    ? TextBody
    : Routes[N] extends { body: infer B extends z.ZodType }
      ? z.output<B>
      : undefined;
  /** As whom the caller acts here; nobody on routes that anyone may call. */
  principal: Routes[N]['may'] extends 'anyone' ? undefined : Admitted;
  /** Who calls, asked of the store at each use. */
  caller: () => Promise<Caller>;
  /** Aborted once nobody waits for the answer any more. */
  gone: AbortSignal;
  request: Request;
  response: Response;
}

/** What a handler gives: what goes out as JSON, or nothing where it has answered itself. */
export type Handler<N extends RouteName> = (
  call: Call<N>,
  services: Services,
) => Promise<Routes[N] extends { output: infer O extends z.ZodType } ? z.output<O> : undefined>;
