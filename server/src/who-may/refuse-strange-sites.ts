import { isIP } from 'node:net';
import { hostname as machineName } from 'node:os';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Request, RequestHandler } from 'express';
import { isLoopbackName } from './loopback.js';

/**
 * Refuses requests for a name that this server does not go by: a page that rebinds its own name to this address
 * would otherwise speak with it as if it were its own. Addresses are safe, for nobody can rebind them; on a
 * server for its own machine only loopback names are.
 */
export function checkHost(options: {
  host: string;
  loopback: boolean;
  allowedHosts: readonly string[];
}): RequestHandler {
  const machine = machineName().toLowerCase();
  const names = new Set([
    ...options.allowedHosts,
    ...(options.loopback ? [] : [options.host, machine, `${machine}.local`]),
  ]);
  return (request, _response, next) => {
    const name = hostNameOf(request);
    const known =
      name !== undefined &&
      (isLoopbackName(name) ||
        names.has(name) ||
        (!options.loopback && isIP(name.replace(/^\[|\]$/g, '')) !== 0));
    next(known ? undefined : new DownstreamError('HOST_REFUSED'));
  };
}

/**
 * Throws ORIGIN_REFUSED for a request that another site's page sent. Scripts send neither header. Only names and
 * ports are compared, because behind a proxy that ends TLS this server sees another scheme than the browser.
 */
export function checkOrigin(request: Request): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const strange =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && hostIn(origin) !== request.host.toLowerCase());
  if (strange) throw new DownstreamError('ORIGIN_REFUSED');
}

function hostIn(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function hostNameOf(request: Request): string | undefined {
  // Express answers with X-Forwarded-Host here where the environment trusts the proxy that sent it.
  const address = `http://${request.host}`;
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase() : undefined;
}
