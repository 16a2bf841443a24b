import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Principal } from '@downstream/graph-schema/principal';
import type { newMapSchema } from '@downstream/graph-schema/route-table';
import type { Store } from '../store/store.js';

/** Creates an empty map. MAP_EXISTS where the caller chose an id that is, or ever was, in use. */
export async function createMap(
  store: Pick<Store, 'createMap'>,
  { id = randomUUID(), name, mission }: z.output<typeof newMapSchema>,
  by: Principal,
): Promise<{ id: string; revision: number }> {
  const settings = { type: 'map', id, name, ...(mission !== undefined && { mission }) } as const;
  const { revision } = await store.createMap([settings], by.id);
  return { id, revision };
}
