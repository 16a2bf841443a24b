import { openAccess as open } from '../commands/open-access.js';
import { browserKeys, giveBrowserKeys } from '../who-may/browser-cookie.js';
import type { Handler } from './handler.js';

export const openAccess: Handler<'openAccess'> = async (
  { body, request, response },
  { store, failedTries },
) => {
  const opened = await open(store, body.secret, browserKeys(request));
  if (!opened) throw await failedTries.refuse(request.ip);
  giveBrowserKeys(request, response, opened.keys);
  const { scope, role } = opened.access;
  return scope === 'host' ? { host: true } : { map: scope.map, role };
};
