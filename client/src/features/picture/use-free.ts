import { useEffect, useState } from 'react';
import type { Free } from './free';

/** The free layout, fetched and started when it is first wanted; stopped with the page. */
export function useFree(isWanted: boolean): Free | undefined {
  const [free, setFree] = useState<Free>();
  useEffect(() => {
    if (!isWanted) return undefined;
    let started: Free | undefined;
    let isLeft = false;
    void import('./free').then(({ startFree }) => {
      if (isLeft) return;
      started = startFree();
      setFree(started);
    });
    return () => {
      isLeft = true;
      started?.stop();
      setFree(undefined);
    };
  }, [isWanted]);
  return free;
}
