import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import staticGzip from 'express-static-gzip';

/** Where the client's build lies, from `server/src` and from `server/dist` alike. */
export const builtSite = fileURLToPath(new URL('../../../client/dist/site', import.meta.url));

const notBuilt =
  '<!doctype html><title>Downstream</title><p>The page is not built yet: run "npm run build".</p>';

/** However it is spelt: a script that asks with two slashes, or in capitals, should not take a page for its answer. */
const ofApi = /^\/+api(\/|$)/i;

/** The page of a map, and the map's id as the address has it. */
const mapOnPage = /^\/maps\/(?!new$)([\w%.~-]+)(?:\/|$)/;

/**
 * The client: files named after their content are kept for ever, the page itself is asked for anew each time, and
 * every address that is a page's own (`/maps/…`, `/open`) gives that page.
 */
export function serveSite(folder: string): Router {
  const router = Router();
  const page = join(folder, 'index.html');
  // The build holds each script compressed as well: a room of phones that opens at once costs no compressing.
  router.use(
    '/assets',
    staticGzip(join(folder, 'assets'), {
      index: false,
      enableBrotli: true,
      orderPreference: ['br'],
      serveStatic: { immutable: true, maxAge: '1y' },
    }),
  );
  router.use(express.static(folder, { index: false, dotfiles: 'ignore', maxAge: '1h' }));
  router.get('/{*path}', (request, response, next) => {
    // A missing file is a mistake and no page: only what asks for HTML gets the page.
    if (ofApi.test(request.path) || !request.accepts('html') || /\.\w+$/.test(request.path)) next();
    else if (existsSync(page)) {
      const map = mapOnPage.exec(request.path)?.[1];
      // The map is on its way before the page's script has asked for it.
      if (map !== undefined) response.set('Link', `</api/maps/${map}>; rel=preload; as=fetch; crossorigin`);
      response.set('Cache-Control', 'no-cache').sendFile(page);
    } else response.status(503).type('html').send(notBuilt);
  });
  return router;
}
