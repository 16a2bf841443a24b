import { randomUUID } from 'node:crypto';
import { errors } from '@downstream/graph-schema/error-code';
import { DownstreamError, type Problem } from '@downstream/graph-schema/problem';
import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** The one place where errors become answers. What is no DownstreamError is a bug: it is logged under an id, without detail outside. */
export function sendProblems(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    // The name under which pino-http logs this request.
    const id = typeof request.id === 'string' ? request.id : randomUUID();
    if (response.headersSent) {
      // An answer under way cannot become another one: cutting it off tells the reader that it is not whole.
      response.destroy();
      if (isAbort(error)) return;
      log.error({ err: error, id }, 'an answer broke off');
      next(error);
      return;
    }
    const known = asDownstreamError(error);
    // Work that was cut off at the end of a stop: whoever asked was sent away before.
    if (known?.code === 'SERVER_STOPPING' && request.socket.destroyed) return;
    if (!known) log.error({ err: error, id }, 'unexpected error');
    if (known?.code === 'STORE_UNAVAILABLE') {
      log.warn({ err: error, id }, 'the store does not answer');
      // Where the store is, and what its driver says of it, is for whoever runs the server and reads the log.
      sendProblem(response, new DownstreamError('STORE_UNAVAILABLE'), id);
      return;
    }
    sendProblem(response, known ?? new DownstreamError('INTERNAL'), id);
  };
}

function sendProblem(response: Response, { code, details, current }: DownstreamError, id: string): void {
  const { status, sentence } = errors[code];
  const problem: Problem = {
    type: `urn:downstream:problem:${code}`,
    title: sentence,
    status,
    code,
    ...(details.length > 0 && { errors: [...details] }),
    ...(current && { current }),
    ...(code === 'INTERNAL' && { id }),
  };
  if (code === 'TOO_MANY_TRIES') response.set('Retry-After', '60');
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Errors of Express and its body reader that are the sender's to mend. */
function asDownstreamError(error: unknown): DownstreamError | undefined {
  if (error instanceof DownstreamError) return error;
  if (!(error instanceof Error)) return undefined;
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return new DownstreamError('BODY_TOO_LARGE');
  if (type === 'encoding.unsupported') return new DownstreamError('MEDIA_TYPE_UNKNOWN');
  const status = 'status' in error ? error.status : undefined;
  if (error instanceof URIError || (typeof status === 'number' && status >= 400 && status < 500)) {
    return new DownstreamError('MALFORMED');
  }
  return undefined;
}

const isAbort = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
