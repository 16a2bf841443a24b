import { openAccess as open } from '../commands/open-access.js';
import { browserToken, giveBrowserToken } from '../who-may/browser-cookie.js';
import type { Handler } from './handler.js';

export const openAccess: Handler<'openAccess'> = async (
  { body, request, response },
  { store, failedTries },
) => {
  const opened = await open(store, body.secret, browserToken(request));
  if (!opened) throw await failedTries.refuse(request.ip);
  giveBrowserToken(request, response, opened.token);
  const { scope, role } = opened.access;
  return scope === 'host' ? { host: true } : { map: scope.map, role };
};
