import { randomUUID } from 'node:crypto';
import type { NewAccessLink } from '@downstream/graph-schema/access';
import type { Principal, Role } from '@downstream/graph-schema/principal';
import type { Services } from '../routes/handler.js';
import type { AccessScope, Store } from '../store/store.js';
import { hashOf, newSecret } from '../who-may/secret.js';

/** Makes a link that lets others in to a map. Its secret is in the answer and nowhere else. MAP_NOT_FOUND, MAP_GONE. */
export async function createAccess(
  { store, log }: Pick<Services, 'store' | 'log'>,
  { map, role }: { map: string; role: Role },
  by: Principal,
): Promise<NewAccessLink> {
  const link = await addLink(store, { map }, role);
  log.info({ map, access: link.id, role, by: by.id }, 'access link made');
  return link;
}

/** Makes a link that opens the host's place on this server, for whoever runs it. */
export const newHostLink = (store: Pick<Store, 'addAccess'>): Promise<NewAccessLink> =>
  addLink(store, 'host', 'owner');

async function addLink(
  store: Pick<Store, 'addAccess'>,
  scope: AccessScope,
  role: Role,
): Promise<NewAccessLink> {
  const secret = newSecret();
  const link = { id: randomUUID(), role, createdAt: new Date().toISOString() };
  await store.addAccess({ ...link, scope, secretHash: hashOf(secret) });
  return { ...link, secret };
}
