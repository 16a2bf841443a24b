import type { AccessRecord, Store } from '../store/store.js';
import { hashOf, looksLikeSecret, newSecret } from '../who-may/secret.js';

/**
 * Lets a browser in by an access link's secret; `undefined` where the secret opens nothing. The browser keeps its
 * token, and so its other places, only where the token is known here: one that somebody made up is replaced.
 */
export async function openAccess(
  store: Pick<Store, 'findAccess' | 'principalsOf' | 'admit'>,
  secret: string,
  token: string | undefined,
): Promise<{ access: AccessRecord; token: string } | undefined> {
  const access = looksLikeSecret(secret) ? await store.findAccess(hashOf(secret)) : undefined;
  if (!access) return undefined;
  const known = token !== undefined && (await store.principalsOf(hashOf(token))).length > 0;
  const kept = known ? token : newSecret();
  await store.admit(access, hashOf(kept));
  return { access, token: kept };
}
