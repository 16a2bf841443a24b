import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { wordsOf } from '@downstream/ripple/words-of-worlds';
import type { WordsAsked } from './defect-thread.js';

export interface DefectThreads {
  count: number;
  /** In how many worlds each party is reached; every thread has a share of the words of worlds. */
  reachedWorlds(origin: number, seed: number, worlds: number): Promise<Int32Array>;
  end(): Promise<void>;
}

/** As many threads as the machine has processors, each with the map compiled. */
export function startDefectThreads(content: MapContent): DefectThreads {
  const count = availableParallelism();
  const source = new URL('./defect-thread.js', import.meta.url);
  const threads = Array.from({ length: count }, () => new Worker(source, { workerData: content }));
  return {
    count,
    async reachedWorlds(origin, seed, worlds) {
      const share = (k: number) => Math.floor((wordsOf(worlds) * k) / count);
      const shares = await Promise.all(
        threads.map(async (thread, k) => {
          const answer = once(thread, 'message') as Promise<[Int32Array]>;
          thread.postMessage({ origin, seed, worlds, words: [share(k), share(k + 1)] } satisfies WordsAsked);
          return (await answer)[0];
        }),
      );
      return shares.reduce((sum, hits) => sum.map((all, v) => all + hits[v]!));
    },
    end: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
