import type { Viewer } from '@downstream/graph-schema/audience';
import type { RecentlyUsed } from '../recently-used.js';
import type { Store } from './store.js';

/**
 * The same store, where all who ask for a map meanwhile, with the same eyes, get one reading of it: a room that opens a
 * large map at once would otherwise wait for, and hold, as many copies of it as there are phones.
 */
export const readTogether = (store: Store): Store => ({
  ...store,
  loadMap: readingTogether({ store, read: (map, viewer) => store.loadMap(map, viewer) }),
});

/**
 * Shares what `read` gives, or what is kept of it, among all who ask for the same map with the same eyes; nobody gets an
 * older revision than the newest when they asked. `read` is told the name of what is seen, too.
 */
export function readingTogether<Reading extends { revision: number }>({
  store,
  read,
  kept,
}: {
  store: Pick<Store, 'latestRevisions'>;
  read: (map: string, viewer: Viewer, sight: string) => Promise<Reading>;
  kept?: RecentlyUsed<Reading>;
}): (map: string, viewer: Viewer) => Promise<Reading> {
  const underWay = new Map<string, Promise<Reading>>();

  function begin(map: string, viewer: Viewer, sight: string): Promise<Reading> {
    const reading = read(map, viewer, sight)
      .then((whole) => kept?.set(sight, whole) ?? whole)
      .finally(() => underWay.delete(sight));
    underWay.set(sight, reading);
    return reading;
  }

  return async (map, viewer) => {
    const sight = JSON.stringify([map, sightOf(viewer)]);
    const newest = (await store.latestRevisions([map])).get(map);
    // Reading it says why there is none; should it have come meanwhile, that reading is as new as any.
    if (typeof newest !== 'number') return read(map, viewer, sight);
    let known = kept?.get(sight);
    // A reading that somebody else began may be of a revision before the newest; the one after it is not.
    while (!known || known.revision < newest) {
      known = await (underWay.get(sight) ?? begin(map, viewer, sight));
    }
    return known;
  };
}

/** Readers for whom the same audiences are open see the same map, and share what was made of it. */
const sightOf = (viewer: Viewer): unknown =>
  viewer === 'server' ? viewer : [viewer.role === 'owner', [...viewer.speaksFor].sort()];
