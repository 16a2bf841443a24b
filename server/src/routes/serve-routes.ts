import { detailsOf, DownstreamError } from '@downstream/graph-schema/problem';
import { routes, type Route, type RouteName } from '@downstream/graph-schema/route-table';
import { idSchema } from '@downstream/graph-schema/text';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { readBody } from '../http/read-body.js';
import { sendJson } from '../http/send-json.js';
import { authorise } from '../who-may/authorise.js';
import { identifyCaller } from '../who-may/identify-caller.js';
import { checkOrigin } from '../who-may/refuse-strange-sites.js';
import type { Call, Services } from './handler.js';
import { handlers } from './handlers.js';

/** Every route of the table: where it came from, who calls, whether they may, what they sent, then its handler. */
export function serveRoutes(services: Services & { loopback: boolean }): Router {
  const router = Router({ caseSensitive: true });
  const methods = new Map<string, string[]>();
  for (const [name, route] of Object.entries<Route>(routes)) {
    methods.set(route.path, [...(methods.get(route.path) ?? []), route.method.toUpperCase()]);
    router[route.method](route.path, (request, response) =>
      answer(name as RouteName, route, request, response),
    );
  }
  for (const [path, allowed] of methods) {
    router.all(path, (_request, response) => {
      response.set('Allow', allowed.join(', '));
      throw new DownstreamError('METHOD_NOT_ALLOWED');
    });
  }

  async function answer(name: RouteName, route: Route, request: Request, response: Response): Promise<void> {
    measure(name, response);
    // Express answers HEAD by GET's handler, which for a stream would never end.
    if (request.method === 'HEAD' && name === 'stream') throw new DownstreamError('METHOD_NOT_ALLOWED');
    if (route.method !== 'get' || name === 'stream') checkOrigin(request);
    const caller = () => identifyCaller(request, services);
    const params = check(z.record(z.string(), idSchema), request.params);
    const principal =
      route.may === 'anyone' ? undefined : authorise(await caller(), route.may, params['map']);
    const query = route.query && check(route.query, request.query);
    const body = route.body && (await readBody(name, route, { request, response, ...reading }));
    if (route.path.startsWith('/api/')) response.set('Cache-Control', 'no-store');
    // The table's schemas, by which all of this was just read, are what gives each handler's call its type.
    const gone = whenGone(response);
    const call = {
      params,
      query,
      body,
      principal,
      caller,
      gone,
      request,
      response,
    } as unknown as Call<RouteName>;
    const output = await (handlers[name] as (call: Call<RouteName>, services: Services) => Promise<unknown>)(
      call,
      services,
    );
    if (route.output) await sendJson(response, route.status, output);
    else if (route.status === 204) response.status(204).end();
  }

  const reading = { limit: services.bodyLimit, workers: services.workers };
  function measure(name: RouteName, response: Response): void {
    const started = performance.now();
    response.once('close', () =>
      services.metrics.request(name, response.statusCode, (performance.now() - started) / 1000),
    );
  }
  return router;
}

/** An answer that has been sent whole has closed too, but by then nothing listens. */
function whenGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new DownstreamError('INPUT_INVALID', detailsOf(parsed.error, value));
  return parsed.data;
}
