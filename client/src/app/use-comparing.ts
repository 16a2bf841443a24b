import type { ItemReference } from '@downstream/graph-schema/item';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { useCallback } from 'react';
import type { View } from './view';

/** Late enough to be felt somewhere on most maps, where a comparison is asked for before any ripple is. */
const firstDelay = 30;

/** Begins a comparison with what is asked; where nothing is yet, with a delay of the party that was looked at. */
export function useComparing(
  { links }: MapContent,
  isRippling: boolean,
  changeView: (change: Partial<View>) => void,
): (item?: ItemReference) => void {
  return useCallback(
    (item) => {
      const party = item?.type === 'link' ? links.find(({ id }) => id === item.id)?.provider : item?.id;
      changeView({
        ...(item && { selection: item }),
        ...(!isRippling &&
          party !== undefined && { disruptions: [{ party, kind: 'delay', minutes: firstDelay }] }),
        whatIf: [''],
      });
    },
    [links, isRippling, changeView],
  );
}
