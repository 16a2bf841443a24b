import type { Disruption } from '@downstream/graph-schema/disruption';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { wrap, type Remote } from 'comlink';
import type * as InPage from './engine-answer';
import type { ComparisonAnswer, EngineAnswer, Prepared, Problem, Verdict } from './engine-answer';
import type { EngineWorker, Version } from './engine-worker';

export interface Question {
  content: MapContent;
  disruptions: readonly Disruption[];
}

export const isSameQuestion = (a: Question, b: Question): boolean =>
  a.content === b.content && JSON.stringify(a.disruptions) === JSON.stringify(b.disruptions);

/** The verdict on a question; `finish` gives the rest of its ripple, until the next question is begun. */
export type BegunRipple = { verdict: Verdict; finish: () => Promise<EngineAnswer> } | Problem;

/** What is said where the worker could not be had, or broke: a browser may forbid it, or the network be away. */
const unavailable: Problem = { problem: { code: 'ENGINE_UNAVAILABLE', details: [] } };

/** Its answers never reject: what goes wrong is ENGINE_UNAVAILABLE, and the next question starts it anew. */
export interface Engine {
  /** At once, on a map so small that it costs less than a message to the worker; undefined where it would cost more. */
  beginAtOnce: (question: Question) => BegunRipple | undefined;
  begin: (question: Question) => Promise<BegunRipple>;
  compare: (now: Question, whatIf: Question) => Promise<ComparisonAnswer>;
  /** Fetches what the first question will need; the network may be away by then. */
  warm: () => void;
  stop: () => void;
}

/** Up to so many links the page follows a delay itself: a third of a millisecond on two slow cores. */
const fewLinks = 400;

/** A defect is played in thousands of worlds, which is the worker's work on every map. */
const isSmall = ({ content, disruptions }: Question): boolean =>
  content.links.length <= fewLinks && disruptions.every(({ kind }) => kind === 'delay');

/** Starts the engine: a worker of its own, as soon as one is needed, and the same in the page for what is small. */
export function startEngine(): Engine {
  let running: Running | undefined;
  const started = (): Running => (running ??= startWorker());
  const stop = (): void => {
    running?.worker.terminate();
    running = undefined;
  };
  const engineWith = async (content: MapContent, as: Version): Promise<Remote<EngineWorker>> => {
    const { remote, loaded } = started();
    if (content !== loaded[as]) {
      await remote.load(content, as);
      loaded[as] = content;
    }
    return remote;
  };
  /** A worker that never loaded answers nothing, so that its failure has to be waited for beside its answer. */
  const answering = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | Problem> => {
    try {
      return await Promise.race([ask(), started().failure]);
    } catch {
      stop();
      return unavailable;
    }
  };

  let here: typeof InPage | undefined;
  const loadHere = async (): Promise<void> => {
    here ??= await import('./engine-answer');
  };
  let preparedHere: { content: MapContent; prepared: Prepared } | undefined;
  const beginAtOnce = (question: Question): BegunRipple | undefined => {
    if (!here || !isSmall(question)) return undefined;
    const { begin, finish, prepare } = here;
    const { content, disruptions } = question;
    if (preparedHere?.content !== content) preparedHere = { content, prepared: prepare(content) };
    const begun = begin(preparedHere.prepared, disruptions);
    if ('problem' in begun) return begun;
    return { verdict: begun.verdict, finish: () => Promise.resolve({ ripple: finish(begun) }) };
  };

  return {
    beginAtOnce,
    begin: (question) =>
      answering<BegunRipple>(async () => {
        if (isSmall(question)) await loadHere();
        const atOnce = beginAtOnce(question);
        if (atOnce) return atOnce;
        const engine = await engineWith(question.content, 'now');
        const begun = await engine.begin(question.disruptions);
        if ('problem' in begun) return begun;
        return { ...begun, finish: () => answering(async () => ({ ripple: await engine.finish() })) };
      }),
    compare: (now, whatIf) =>
      answering(async () => {
        await engineWith(now.content, 'now');
        const engine = await engineWith(whatIf.content, 'whatIf');
        return engine.compare(now.disruptions, whatIf.disruptions);
      }),
    warm: () => {
      started();
      void loadHere().catch(() => undefined);
    },
    stop,
  };
}

interface Running {
  worker: Worker;
  remote: Remote<EngineWorker>;
  /** A map goes over once; after that only disruptions do. */
  loaded: Partial<Record<Version, MapContent>>;
  failure: Promise<never>;
}

function startWorker(): Running {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('The engine could not be loaded.')));
  });
  // Nobody may be asking when it fails.
  failure.catch(() => undefined);
  return { worker, remote: wrap<EngineWorker>(worker), loaded: {}, failure };
}
