import { openApiDocument } from '@downstream/graph-schema/openapi';
import { DownstreamError } from '@downstream/graph-schema/problem';
import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import swaggerUi from 'swagger-ui-express';
import { securityHeaders } from './http/security-headers.js';
import { sendProblems } from './http/send-problem.js';
import { serveSite } from './http/serve-site.js';
import { logRequests } from './log.js';
import type { Services } from './routes/handler.js';
import { serveRoutes } from './routes/serve-routes.js';
import { checkHost } from './who-may/refuse-strange-sites.js';

export interface AppOptions {
  host: string;
  /** True where only this machine can reach the server. */
  loopback: boolean;
  allowedHosts: readonly string[];
  trustProxy: number | string[] | undefined;
  /** The folder of the client's build. */
  site: string;
}

/** The whole server as an Express app: routes by the table, the client's page, and one place for errors. */
export function createApp(services: Services, options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing');
  if (options.trustProxy !== undefined) app.set('trust proxy', options.trustProxy);

  app.use(logRequests(services.log), securityHeaders(), checkHost(options));
  app.use(
    compression({
      filter: (request, response) =>
        !isStream(response.getHeader('Content-Type')) && compression.filter(request, response),
    }),
  );
  app.use('/api/docs', swaggerUi.serve, (_request: Request, response: Response) => {
    const page = swaggerUi.generateHTML(openApiDocument(services.version), {
      customSiteTitle: 'Downstream: the API',
      customCss: '.swagger-ui .topbar { display: none }',
    });
    // Without it a phone shows the page at the width of a desk.
    response.send(page.replace('<head>', '<head><meta name="viewport" content="width=device-width">'));
  });
  app.use(serveRoutes({ ...services, loopback: options.loopback }));
  app.use(serveSite(options.site));
  app.use(() => {
    throw new DownstreamError('ROUTE_NOT_FOUND');
  });
  app.use(sendProblems(services.log));
  return app;
}

const isStream = (type: unknown): boolean => typeof type === 'string' && type.startsWith('text/event-stream');
