import type { Viewer } from '@downstream/graph-schema/audience';
import type { RecentlyUsed } from '../recently-used.js';
import type { Store } from './store.js';

/**
 * The same store, where all who ask for a map, or for what changed on it since the same revision, meanwhile and with the
 * same eyes, get one reading of it: a room that opens a large map at once, or comes back to it after the network was
 * away, would otherwise wait for, and hold, as many copies as there are phones.
 */
export function readTogether(store: Store): Store {
  const changesSince = readingTogether({
    store,
    read: (_sight, map, viewer, since: number) => store.changesSince(map, since, viewer),
  });
  return {
    ...store,
    loadMap: readingTogether({ store, read: (_sight, map, viewer) => store.loadMap(map, viewer) }),
    changesSince: (map, since, viewer) => changesSince(map, viewer, since),
  };
}

/**
 * Shares what `read` gives, or what is kept of it, among all who ask for the same map with the same eyes, and for the
 * same `part` of it where there are parts; nobody gets an older revision than the newest when they asked. `read` is told
 * the name of what is seen, too.
 */
export function readingTogether<Reading extends { revision: number }, Part extends readonly unknown[] = []>({
  store,
  read,
  kept,
}: {
  store: Pick<Store, 'latestRevisions'>;
  read: (sight: string, map: string, viewer: Viewer, ...part: Part) => Promise<Reading>;
  kept?: RecentlyUsed<Reading>;
}): (map: string, viewer: Viewer, ...part: Part) => Promise<Reading> {
  const underWay = new Map<string, Promise<Reading>>();

  function begin(sight: string, map: string, viewer: Viewer, part: Part): Promise<Reading> {
    const reading = read(sight, map, viewer, ...part)
      .then((whole) => kept?.set(sight, whole) ?? whole)
      .finally(() => underWay.delete(sight));
    underWay.set(sight, reading);
    return reading;
  }

  return async (map, viewer, ...part) => {
    const sight = JSON.stringify([map, sightOf(viewer), ...part]);
    const newest = (await store.latestRevisions([map])).get(map);
    // Reading it says why there is none; should it have come meanwhile, that reading is as new as any.
    if (typeof newest !== 'number') return read(sight, map, viewer, ...part);
    let known = kept?.get(sight);
    // A reading that somebody else began may be of a revision before the newest; the one after it is not.
    while (!known || known.revision < newest) {
      known = await (underWay.get(sight) ?? begin(sight, map, viewer, part));
    }
    return known;
  };
}

/** Readers for whom the same audiences are open see the same map, and share what was made of it. */
const sightOf = (viewer: Viewer): unknown =>
  viewer === 'server' ? viewer : [viewer.role === 'owner', [...viewer.speaksFor].sort()];
