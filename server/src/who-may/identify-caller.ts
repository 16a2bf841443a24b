import type { Request } from 'express';
import type { Store } from '../store/store.js';
import { browserToken } from './browser-cookie.js';
import { callerByLink, callerByPrincipals, localHost, type Caller } from './caller.js';
import type { FailedTries } from './failed-tries.js';
import { isLoopbackAddress } from './loopback.js';
import { hashOf, looksLikeSecret } from './secret.js';

export interface Identifying {
  store: Pick<Store, 'findAccess' | 'principalsOf'>;
  failedTries: FailedTries;
  /** True where the server listens to its own machine alone. */
  loopback: boolean;
}

/**
 * Who sent this request. Asked of the store each time and kept nowhere, so that a revocation on any server bites
 * at the next request. A secret in the Authorization header counts alone, also on the server's own machine: a
 * script that brings a viewer's link is a viewer, and one whose secret was left empty by mistake is nobody.
 */
export async function identifyCaller(
  request: Request,
  { store, failedTries, loopback }: Identifying,
): Promise<Caller> {
  const bearer = /^Bearer\b(.*)$/i.exec(request.headers.authorization ?? '')?.[1]?.trim();
  if (bearer !== undefined) {
    const access = looksLikeSecret(bearer) ? await store.findAccess(hashOf(bearer)) : undefined;
    if (!access) throw await failedTries.refuse(request.ip);
    return callerByLink(access);
  }
  const token = browserToken(request);
  const browserHash = token === undefined ? '' : hashOf(token);
  const caller = callerByPrincipals(
    token === undefined ? [] : await store.principalsOf(browserHash),
    browserHash,
  );
  return loopback && comesFromThisMachine(request) ? { ...caller, host: localHost } : caller;
}

/** Forwarded requests come from somewhere else, whatever their socket says. The Host name was checked before. */
const comesFromThisMachine = (request: Request): boolean =>
  isLoopbackAddress(request.socket.remoteAddress) &&
  !['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (header) => request.headers[header] !== undefined,
  );
