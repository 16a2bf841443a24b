import { Unreachable } from '../server/call';
import type { OpenMap, OpenMapStore } from './open-map-store';

/** Waits until the server has all that is shown here. Rejects with `Unreachable` where it cannot be reached. */
export function allSent(store: OpenMapStore): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = ({ waiting, online }: OpenMap): void => {
      if (waiting.length > 0 && online) return;
      stop();
      if (waiting.length === 0) resolve();
      else reject(new Unreachable('Edits wait for the network.'));
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });
}
