import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The one page that other sites may show in a frame; it uses no cookie and changes nothing. */
const embeddedPage = /^\/embed\/maps\/[^/]+$/;

/** What browsers heed over HTTPS alone; by plain HTTP each page would write a complaint to its console. */
const onlySecure = ['Cross-Origin-Opener-Policy', 'Origin-Agent-Cluster'];

/**
 * Headers that keep a page to itself. Inline styles are allowed because the component library writes them; scripts
 * come from this server alone. Nothing asks for HTTPS by header: a server in a meeting room has none.
 */
export function securityHeaders(): RequestHandler {
  const alone = headers({ frames: "'none'" });
  const embedded = headers({ frames: '*' });
  return (request, response, next) =>
    (embeddedPage.test(request.path) ? embedded : alone)(request, response, (error) => {
      if (!request.secure) for (const header of onlySecure) response.removeHeader(header);
      next(error);
    });
}

/** `frames`: who may show the page in a frame. */
const headers = ({ frames }: { frames: "'none'" | '*' }): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // The engine spreads defects in WebAssembly; this lets the page's scripts compile that, and no text.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [frames],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    // The older header knows no "everybody"; without it the policy above decides alone.
    xFrameOptions: frames === '*' ? false : { action: 'deny' },
  });
