import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';

export const createLog = (level: string, destination?: DestinationStream): Logger =>
  destination ? pino({ level }, destination) : pino({ level });

/**
 * One line a request, of listed fields only: no headers, cookies, bodies or queries, in which secrets and people's
 * words travel.
 */
export function logRequests(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: () => randomUUID(),
    quietReqLogger: true,
    autoLogging: { ignore: (request) => request.url === '/healthz' || request.url === '/readyz' },
    customLogLevel: (_request, response, error) =>
      error !== undefined || response.statusCode >= 500 ? 'error' : 'info',
    // The error itself is logged where errors become answers; here there is only the status.
    customErrorObject: (_request, _response, _error, line: Record<string, unknown>) => ({
      req: line['req'],
      res: line['res'],
      responseTime: line['responseTime'],
    }),
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({
        method,
        path: url.replace(/\?.*$/s, ''),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
  });
}
