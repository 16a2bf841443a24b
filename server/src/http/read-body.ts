import { Buffer } from 'node:buffer';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Route, RouteName } from '@downstream/graph-schema/route-table';
import { raw, type Request, type RequestHandler, type Response } from 'express';
import type { Workers } from '../workers/workers.js';

/** Bodies over this many bytes are parsed and checked on another thread. */
export const largeBody = 100_000;

export interface TextBody {
  text: string;
  mediaType: string;
}

/**
 * A request's body, read only now that the caller is known to be allowed here, and checked by the route's schema.
 * Text bodies (map files) come as they are, with their media type. Throws MEDIA_TYPE_UNKNOWN, BODY_TOO_LARGE,
 * MALFORMED, INPUT_INVALID.
 */
export async function readBody(
  name: RouteName,
  route: Route,
  {
    request,
    response,
    limit,
    workers,
  }: { request: Request; response: Response; limit: number; workers: Workers },
): Promise<unknown> {
  const accepted = route.consumes ?? ['application/json'];
  const mediaType = request.is([...accepted]);
  if (typeof mediaType !== 'string') throw new DownstreamError('MEDIA_TYPE_UNKNOWN');
  const bytes = await bytesOf(request, response, limit);
  if (route.consumes) return { text: utf8(bytes), mediaType } satisfies TextBody;
  return workers.readJsonBody(
    { route: name, text: utf8(bytes) },
    bytes.length > largeBody ? 'thread' : 'here',
  );
}

function bytesOf(request: Request, response: Response, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const read: RequestHandler = raw({ type: () => true, limit });
    void read(request, response, (error?: unknown) => {
      if (error !== undefined)
        reject(error instanceof Error ? error : new Error('unreadable', { cause: error }));
      else resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    });
  });
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DownstreamError('MALFORMED', [{ path: [], message: 'is not text in UTF-8' }]);
  }
}
