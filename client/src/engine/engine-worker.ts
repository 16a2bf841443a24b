import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { expose } from 'comlink';
import {
  begin,
  compare,
  finish,
  prepare,
  type Begun,
  type ComparisonAnswer,
  type Prepared,
  type Problem,
  type Ripple,
  type Verdict,
} from './engine-answer';

/** The map as it is, and the map as it would be with something different. */
export type Version = 'now' | 'whatIf';

const prepared: Partial<Record<Version, Prepared>> = {};
let begun: Begun | Problem | undefined;

/** What the page may ask of the worker. A map is sent once and asked about often. */
export interface EngineWorker {
  load: (content: MapContent, as: Version) => void;
  begin: (disruptions: readonly Disruption[]) => { verdict: Verdict } | Problem;
  /** The rest of the ripple that was begun last. */
  finish: () => Ripple;
  compare: (now: readonly Disruption[], whatIf: readonly Disruption[]) => ComparisonAnswer;
}

const worker: EngineWorker = {
  load: (content, as) => {
    prepared[as] = prepare(content);
  },
  begin: (disruptions) => {
    begun = begin(loaded('now'), disruptions);
    return 'problem' in begun ? begun : { verdict: begun.verdict };
  },
  finish: () => {
    if (!begun || 'problem' in begun) throw new Error('A ripple was to be finished before any was begun.');
    return finish(begun);
  },
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
