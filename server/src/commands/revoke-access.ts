import type { Principal } from '@downstream/graph-schema/principal';
import type { Services } from '../routes/handler.js';

/** Revokes a link at once, for every browser it let in and every stream they have open. ACCESS_NOT_FOUND. */
export async function revokeAccess(
  { store, follower, log }: Pick<Services, 'store' | 'follower' | 'log'>,
  { map, access }: { map: string; access: string },
  by: Principal,
): Promise<void> {
  await store.revokeAccess({ map }, access, by.id);
  log.info({ map, access, by: by.id }, 'access link revoked');
  follower.nudge(map);
}
