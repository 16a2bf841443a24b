import type { MapContent } from '@downstream/graph-schema/map-content';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { proxy, wrap } from 'comlink';
import type { ListName, WholeMapAnswers, WholeMapQuestions } from './whole-map-question';
import type { WholeMapWorker } from './whole-map-worker';

export interface WholeMapEngine {
  /** Rejects with a `DownstreamError` where the map breaks a rule or the worker cannot be had; never settles once stopped. */
  ask: <List extends ListName>(
    content: MapContent,
    list: List,
    question: WholeMapQuestions[List],
    onProgress: (done: number) => void,
  ) => Promise<WholeMapAnswers[List]>;
  /** Ends the worker in the middle of whatever it does. */
  stop: () => void;
}

/** Starts a worker for questions that may take long, apart from the one that answers the slider. */
export function startWholeMapEngine(): WholeMapEngine {
  const worker = new Worker(new URL('./whole-map-worker.ts', import.meta.url), {
    type: 'module',
    name: 'whole map',
  });
  const engine = wrap<WholeMapWorker>(worker);
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new DownstreamError('ENGINE_UNAVAILABLE')));
  });
  // Nobody may be asking when it fails.
  failure.catch(() => undefined);
  let loaded: MapContent | undefined;
  return {
    ask: async (content, list, question, onProgress) => {
      if (content !== loaded) {
        await Promise.race([engine.load(content), failure]);
        loaded = content;
      }
      const outcome = await engine.ask(list, question, proxy(onProgress));
      if ('problem' in outcome) throw new DownstreamError(outcome.problem.code, outcome.problem.details);
      return outcome.answer as WholeMapAnswers[typeof list];
    },
    stop: () => worker.terminate(),
  };
}
