import { useEffect } from 'react';

/** No browser is idle for ever in coming; after this long the parts are fetched anyhow, in milliseconds. */
const patience = 4_000;

/** Fetches, once the page has been drawn and rests, what it may need when the network is away. */
export function usePreload(parts: readonly { preload: () => void }[]): void {
  useEffect(() => {
    const fetchAll = () => {
      for (const { preload } of parts) preload();
    };
    // Safari cannot say when it is idle.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(fetchAll, patience);
      return () => clearTimeout(timer);
    }
    const idle = window.requestIdleCallback(fetchAll, { timeout: patience });
    return () => window.cancelIdleCallback(idle);
  }, [parts]);
}
