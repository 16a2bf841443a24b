import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Store } from './store.js';

export interface CopiedMap {
  id: string;
  name: string;
  did: 'copied' | 'was there already';
}

/**
 * Copies every map with all that belongs to it, and then what belongs to no map, from one store to another. A map
 * that the other store has, or ever had, is left as it is there. Repeating it after a failure goes on from there.
 */
export async function copyStore(
  from: Pick<Store, 'listMaps' | 'exportMap' | 'exportHost'>,
  to: Pick<Store, 'importMap' | 'importHost'>,
  done: (map: CopiedMap) => void,
): Promise<void> {
  for (const { id, name } of await from.listMaps('all')) {
    done({ id, name, did: await copyMap(id, from, to) });
  }
  await to.importHost(await from.exportHost());
}

async function copyMap(
  id: string,
  from: Pick<Store, 'exportMap'>,
  to: Pick<Store, 'importMap'>,
): Promise<CopiedMap['did']> {
  const archive = await from.exportMap(id);
  try {
    await to.importMap(archive);
    return 'copied';
  } catch (error) {
    if (error instanceof DownstreamError && error.code === 'MAP_EXISTS') return 'was there already';
    throw error;
  }
}
