import type { Principal } from '@downstream/graph-schema/principal';
import type { Services } from '../routes/handler.js';

/** Deletes a map with its history, links and principals, and ends its streams. MAP_NOT_FOUND, MAP_GONE. */
export async function deleteMap(
  { store, follower, log }: Pick<Services, 'store' | 'follower' | 'log'>,
  map: string,
  by: Principal,
): Promise<void> {
  await store.deleteMap(map);
  log.info({ map, by: by.id }, 'map deleted');
  follower.nudge(map);
}
