import type { MapAtRevision } from '@downstream/graph-schema/map-content';
import { useEffect, useState } from 'react';
import { browserStorage, type WaitingStorage } from '../open-map/waiting-storage';
import { createOpenMap, type MapServer, type OpenMapStore } from '../open-map/open-map-store';
import { follow } from '../server/live';
import { readChanges } from '../server/read-changes';
import { readMap } from '../server/read-map';
import { sendCommit } from '../server/send-commit';

export type LoadedMap =
  | { status: 'loading' }
  | { status: 'failed'; failure: unknown; again: () => void }
  | { status: 'open'; store: OpenMapStore };

/** As whom a map is read, and where edits wait. */
export interface Door {
  read: (map: string) => Promise<MapAtRevision>;
  server: MapServer;
  storage: (map: string) => WaitingStorage;
}

/** Whoever this browser was let in as. */
const ownDoor: Door = { read: readMap, server: { sendCommit, readChanges, follow }, storage: browserStorage };

/** Opens a map for as long as the page shows it. The door must stay the same object while it leads to the same. */
export function useLoadedMap(map: string, door: Door = ownDoor): LoadedMap {
  const [loaded, setLoaded] = useState<LoadedMap & { of?: string }>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let store: OpenMapStore | undefined;
    let left = false;
    door.read(map).then(
      (read) => {
        if (left) return;
        store = createOpenMap(map, read, door.server, door.storage(map));
        setLoaded({ status: 'open', store, of: map });
      },
      (failure: unknown) => {
        if (!left) setLoaded({ status: 'failed', failure, again: () => setAttempt((n) => n + 1), of: map });
      },
    );
    return () => {
      left = true;
      store?.getState().close();
    };
  }, [map, attempt, door]);

  return loaded.of === map ? loaded : { status: 'loading' };
}
