import type { ItemReference } from '@downstream/graph-schema/item';
import { useCallback } from 'react';
import { removalOf } from './remove-from-map';
import { useOpenMapStore } from './use-open-map';

/** Removes a party or link with what cannot stay without it; answers whether it was there. */
export function useRemoval(): (item: ItemReference) => boolean {
  const store = useOpenMapStore();
  return useCallback(
    (item) => {
      const { items, edit } = store.getState();
      const changes = removalOf(item, items);
      return changes.length > 0 && edit(changes).length === 0;
    },
    [store],
  );
}
