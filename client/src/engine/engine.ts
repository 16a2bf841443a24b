import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { wrap } from 'comlink';
import type { EngineAnswer } from './engine-answer';
import type { EngineWorker } from './engine-worker';

export interface Question {
  content: MapContent;
  disruptions: readonly Disruption[];
}

export interface Engine {
  ask: (question: Question) => Promise<EngineAnswer>;
  stop: () => void;
}

/** Starts the engine in a worker of its own. A map goes over once; after that only disruptions do. */
export function startEngine(): Engine {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  const engine = wrap<EngineWorker>(worker);
  let loaded: MapContent | undefined;
  return {
    ask: async ({ content, disruptions }) => {
      if (content !== loaded) {
        await engine.load(content);
        loaded = content;
      }
      return engine.ripple(disruptions);
    },
    stop: () => worker.terminate(),
  };
}
