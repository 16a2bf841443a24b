import { problemSchema } from '@downstream/graph-schema/problem';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { routes, type Route, type RouteName } from '@downstream/graph-schema/route-table';
import type { z } from 'zod';

type Routes = typeof routes;
type PartsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PartsOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
type InPath<N extends RouteName> = [PartsOf<Routes[N]['path']>] extends [never]
  ? { path?: never }
  : { path: Record<PartsOf<Routes[N]['path']>, string> };
type InQuery<N extends RouteName> = Routes[N] extends { query: infer Q extends z.ZodType }
  ? { query?: z.input<Q> }
  : { query?: never };
type InBody<N extends RouteName> = Routes[N] extends { body: infer B extends z.ZodType }
  ? { body: z.input<B> }
  : { body?: never };

/**
 * What a call of a route takes, by the route table. `type` is the media type of a body that is text. With a link's
 * `secret` the call is made by whoever holds that link, and this browser's own cookie stays out of it.
 */
export type Sent<N extends RouteName> = InPath<N> &
  InQuery<N> &
  InBody<N> & { type?: string; signal?: AbortSignal; secret?: string | undefined };
/** What it gives: parsed JSON, or text where the route gives none. */
export type Given<N extends RouteName> = Routes[N] extends { output: infer O extends z.ZodType }
  ? z.output<O>
  : string;

/** The network or the server could not be reached; whether anything was done there is unknown. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Calls a route of the table. Throws `DownstreamError` where the server refuses, `Unreachable` where nobody answers. */
export async function call<N extends RouteName>(name: N, sent: Sent<N>): Promise<Given<N>> {
  const route: Route = routes[name];
  const answer = await fetch(addressOf(route, sent.path ?? {}, sent.query ?? {}), {
    method: route.method.toUpperCase(),
    headers: {
      accept: 'application/json, application/problem+json, text/*',
      ...contentType(sent),
      ...(sent.secret !== undefined && byLink(sent.secret)),
    },
    ...(sent.secret !== undefined && { credentials: 'omit' }),
    ...(sent.body !== undefined && {
      body: typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body),
    }),
    ...(sent.signal && { signal: sent.signal }),
  }).catch((reason: unknown) => {
    if (sent.signal?.aborted) throw reason;
    throw new Unreachable('The server does not answer.', { cause: reason });
  });
  if (!answer.ok) throw await refusalIn(answer);
  const given: unknown = route.output ? await answer.json() : await answer.text();
  return given as Given<N>;
}

/** The address of a route on this server, for a call, a download or a stream. */
export function addressOf(route: Pick<Route, 'path'>, path: object, query: object = {}): string {
  const parts = new Map<string, unknown>(Object.entries(path));
  const filled = route.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(parts.get(key))),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}

/** The header that says who calls, for the holder of a link. */
export const byLink = (secret: string): { authorization: string } => ({ authorization: `Bearer ${secret}` });

function contentType({ body, type }: { body?: unknown; type?: string }): Record<string, string> {
  return body === undefined ? {} : { 'content-type': type ?? 'application/json' };
}

/** A proxy that answers for a server which does not is as good as no answer. */
async function refusalIn(answer: Response): Promise<Error> {
  const read = problemSchema.safeParse(await answer.json().catch(() => undefined));
  if (!read.success) return new Unreachable(`The server answered ${answer.status}.`);
  const { code, errors = [], current, id } = read.data;
  const details = id === undefined ? errors : [...errors, { path: [], message: `id ${id}` }];
  return new DownstreamError(code, details, current);
}
