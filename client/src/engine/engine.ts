import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { wrap } from 'comlink';
import type { ComparisonAnswer, EngineAnswer } from './engine-answer';
import type { EngineWorker, Version } from './engine-worker';

export interface Question {
  content: MapContent;
  disruptions: readonly Disruption[];
}

export interface Engine {
  ask: (question: Question) => Promise<EngineAnswer>;
  compare: (now: Question, whatIf: Question) => Promise<ComparisonAnswer>;
  stop: () => void;
}

/** Starts the engine in a worker of its own. A map goes over once; after that only disruptions do. */
export function startEngine(): Engine {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  const engine = wrap<EngineWorker>(worker);
  const loaded: Partial<Record<Version, MapContent>> = {};
  const load = async (content: MapContent, as: Version): Promise<void> => {
    if (content === loaded[as]) return;
    await engine.load(content, as);
    loaded[as] = content;
  };
  return {
    ask: async ({ content, disruptions }) => {
      await load(content, 'now');
      return engine.ripple(disruptions);
    },
    compare: async (now, whatIf) => {
      await load(now.content, 'now');
      await load(whatIf.content, 'whatIf');
      return engine.compare(now.disruptions, whatIf.disruptions);
    },
    stop: () => worker.terminate(),
  };
}
