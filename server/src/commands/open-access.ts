import type { AccessRecord, Store } from '../store/store.js';
import type { BrowserKeys } from '../who-may/browser-cookie.js';
import { hashOf, looksLikeSecret, newSecret } from '../who-may/secret.js';

/**
 * Lets a browser in by an access link's secret; `undefined` where the secret opens nothing. A viewer signs nothing, so
 * its browser keeps the secret itself, and no loop that opens a link makes the store grow. Everyone else is let in by a
 * token, which the browser keeps, and so its other places, only where it is known here: one that somebody made up is
 * replaced.
 */
export async function openAccess(
  store: Pick<Store, 'findAccess' | 'principalsOf' | 'admit'>,
  secret: string,
  { token, views }: BrowserKeys,
): Promise<{ access: AccessRecord; keys: BrowserKeys } | undefined> {
  const access = looksLikeSecret(secret) ? await store.findAccess(hashOf(secret)) : undefined;
  if (!access) return undefined;
  if (access.role === 'viewer') {
    return { access, keys: { token, views: [...views.filter((view) => view !== secret), secret] } };
  }
  const known = token !== undefined && (await store.principalsOf(hashOf(token))).length > 0;
  const kept = known ? token : newSecret();
  await store.admit(access, hashOf(kept));
  return { access, keys: { token: kept, views } };
}
