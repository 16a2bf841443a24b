import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { expose } from 'comlink';
import { answer, prepare, type EngineAnswer, type Prepared } from './engine-answer';

let prepared: Prepared | undefined;

/** What the page may ask of the worker. A map is sent once and asked about often. */
export interface EngineWorker {
  load: (content: MapContent) => void;
  ripple: (disruptions: readonly Disruption[]) => EngineAnswer;
}

const worker: EngineWorker = {
  load: (content) => {
    prepared = prepare(content);
  },
  ripple: (disruptions) => {
    if (!prepared) throw new Error('A ripple was asked for before any map was loaded.');
    return answer(prepared, disruptions);
  },
};

expose(worker);
