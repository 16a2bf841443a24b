import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { expose } from 'comlink';
import {
  answer,
  compare,
  prepare,
  type ComparisonAnswer,
  type EngineAnswer,
  type Prepared,
} from './engine-answer';

/** The map as it is, and the map as it would be with something different. */
export type Version = 'now' | 'whatIf';

const prepared: Partial<Record<Version, Prepared>> = {};

/** What the page may ask of the worker. A map is sent once and asked about often. */
export interface EngineWorker {
  load: (content: MapContent, as: Version) => void;
  ripple: (disruptions: readonly Disruption[]) => EngineAnswer;
  compare: (now: readonly Disruption[], whatIf: readonly Disruption[]) => ComparisonAnswer;
}

const worker: EngineWorker = {
  load: (content, as) => {
    prepared[as] = prepare(content);
  },
  ripple: (disruptions) => answer(loaded('now'), disruptions),
  compare: (now, whatIf) =>
    compare(
      { prepared: loaded('now'), disruptions: now },
      { prepared: loaded('whatIf'), disruptions: whatIf },
    ),
};

function loaded(version: Version): Prepared {
  const found = prepared[version];
  if (!found) throw new Error('A ripple was asked for before any map was loaded.');
  return found;
}

expose(worker);
