import { useEffect, useState } from 'react';
import { browserStorage } from '../open-map/waiting-storage';
import { createOpenMap, type OpenMapStore } from '../open-map/open-map-store';
import { follow } from '../server/live';
import { readChanges } from '../server/read-changes';
import { readMap } from '../server/read-map';
import { sendCommit } from '../server/send-commit';

export type LoadedMap =
  | { status: 'loading' }
  | { status: 'failed'; failure: unknown; again: () => void }
  | { status: 'open'; store: OpenMapStore };

/** Opens a map for as long as the page shows it. */
export function useLoadedMap(map: string): LoadedMap {
  const [loaded, setLoaded] = useState<LoadedMap & { of?: string }>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let store: OpenMapStore | undefined;
    let left = false;
    readMap(map).then(
      (read) => {
        if (left) return;
        store = createOpenMap(map, read, { sendCommit, readChanges, follow }, browserStorage(map));
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
  }, [map, attempt]);

  return loaded.of === map ? loaded : { status: 'loading' };
}
