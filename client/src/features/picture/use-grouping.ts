import { useEffect, useState } from 'react';
import type { Grouping } from './grouping';

let fetched: Grouping | undefined;

/** What is done with groups, once it is there; `failed` where the network kept it away: the map is then shown without. */
export function useGrouping(isWanted: boolean): Grouping | 'failed' | undefined {
  const [grouping, setGrouping] = useState<Grouping | 'failed' | undefined>(fetched);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isLeft = false;
    import('./grouping').then(
      (module) => {
        fetched = module.grouping;
        if (!isLeft) setGrouping(fetched);
      },
      () => !isLeft && setGrouping('failed'),
    );
    return () => {
      isLeft = true;
    };
  }, [isWanted]);
  return isWanted ? grouping : undefined;
}
