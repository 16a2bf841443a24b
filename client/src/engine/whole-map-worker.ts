import type { MapContent } from '@downstream/graph-schema/map-content';
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

let prepared: Prepared | undefined;

const worker: WholeMapWorker = {
  load: (content) => {
    prepared = prepare(content);
  },
  ask: (list, question, tell) => {
    if (!prepared) throw new Error('A question was asked before any map was loaded.');
    if ('problem' in prepared) return prepared;
    let last = performance.now();
    const onProgress = (done: number): void => {
      const now = performance.now();
      if (now - last < progressEvery) return;
      last = now;
      tell(done);
    };
    return { answer: answerWholeMap[list](prepared.map, question, { onProgress }) };
  },
};

expose(worker);
