import { useEffect } from 'react';

/** How long the page first has the network to itself, in milliseconds. */
const patience = 4_000;

/** Fetches, well after what is looked at, the parts that the page may need when the network is away. */
export function usePreload(parts: readonly { preload: () => void }[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const { preload } of parts) preload();
    }, patience);
    return () => clearTimeout(timer);
  }, [parts]);
}
