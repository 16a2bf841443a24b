import type { MapContent } from '@downstream/graph-schema/map-content';
import { Stopped } from '@downstream/ripple/observer';
import { expose } from 'comlink';
import { prepare, type EngineAnswer, type Prepared } from './engine-answer';
import { answerWholeMap } from './whole-map-answer';
import type { ListName, WholeMapAnswers, WholeMapQuestions } from './whole-map-question';

type Problem = Extract<EngineAnswer, { problem: unknown }>;

/** What the page may ask of a worker that judges whole maps. It is stopped by ending it. */
export interface WholeMapWorker {
  load: (content: MapContent) => void;
  ask: <List extends ListName>(
    list: List,
    question: WholeMapQuestions[List],
    onProgress: (done: number) => void,
  ) => { answer: WholeMapAnswers[List] } | Problem;
}

/** Milliseconds between two signs of progress: as many as an eye can follow. */
const progressEvery = 100;

/** After so many milliseconds a list is given up: whoever has waited so long should hear that it will not come. */
const longest = 600_000;

let prepared: Prepared | undefined;

const worker: WholeMapWorker = {
  load: (content) => {
    prepared = prepare(content);
  },
  ask: (list, question, tell) => {
    if (!prepared) throw new Error('A question was asked before any map was loaded.');
    if ('problem' in prepared) return prepared;
    const began = performance.now();
    let last = began;
    const onProgress = (done: number): void => {
      const now = performance.now();
      if (now - last < progressEvery) return;
      last = now;
      tell(done);
    };
    const shouldStop = (): boolean => performance.now() - began > longest;
    try {
      return { answer: answerWholeMap[list](prepared.map, question, { onProgress, shouldStop }) };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return { problem: { code: 'ENGINE_TIMEOUT', details: [] } };
    }
  },
};

expose(worker);
