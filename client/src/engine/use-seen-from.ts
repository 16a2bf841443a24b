import type { MapContent } from '@downstream/graph-schema/map-content';
import { wrap } from 'comlink';
import { useEffect, useState } from 'react';
import type { SeenFrom } from './seen-from';
import type { SeenFromWorker } from './seen-from-worker';

export type { SeenFrom } from './seen-from';

/** `failed` where the map breaks a rule, or the worker could not be had. */
export type SeenFromState =
  { status: 'idle' | 'working' | 'failed'; seen: undefined } | { status: 'ready'; seen: SeenFrom };

/** Milliseconds: edits, and steps through customers by key, come in bursts. */
const pause = 80;

/**
 * How an external customer sees the map, worked out in a worker of its own. Another customer, or none, ends the work
 * on the last one at once; while a changed map is worked out, what is shown stays.
 */
export function useSeenFrom(content: MapContent, customer: string | undefined): SeenFromState {
  const [answered, setAnswered] = useState<{ customer: string; seen: SeenFrom | undefined }>();

  useEffect(() => {
    if (customer === undefined) return undefined;
    let worker: Worker | undefined;
    let isOver = false;
    const give = (seen: SeenFrom | undefined): void => {
      worker?.terminate();
      if (!isOver) setAnswered({ customer, seen });
    };
    const begin = (): void => {
      worker = new Worker(new URL('./seen-from-worker.ts', import.meta.url), {
        type: 'module',
        name: 'seen from',
      });
      worker.onerror = () => give(undefined);
      void wrap<SeenFromWorker>(worker)(content, customer).then(give, () => give(undefined));
    };
    const timer = setTimeout(begin, pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [content, customer]);

  if (customer === undefined) return { status: 'idle', seen: undefined };
  if (answered?.customer !== customer) return { status: 'working', seen: undefined };
  return answered.seen ? { status: 'ready', seen: answered.seen } : { status: 'failed', seen: undefined };
}
