import { DownstreamError } from '@downstream/graph-schema/problem';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import { Piscina } from 'piscina';
import { unpack } from './parcel.js';
import { steadyNow } from './steady-clock.js';
import {
  tasks,
  type JsonBody,
  type MapFileText,
  type MapFileWanted,
  type Outcome,
  type RippleTask,
  type WholeMapTask,
} from './tasks.js';
import type { WholeMapAnswers, WholeMapAsk } from './whole-map-question.js';

/**
 * On the thread that answers requests, or on another, so that long work never holds up others; long ripples have
 * threads of their own, and questions about whole maps, which may take a minute, theirs, so that none of them keeps
 * anything shorter waiting.
 */
export type Where = 'here' | 'thread' | 'thread for long work' | 'thread for whole maps';

/**
 * The work that may take long. Each throws the `DownstreamError` that the same work would throw on this thread, or
 * SERVER_STOPPING where it is cut off.
 */
export interface Workers {
  /** A body as its route's schema gives it. MALFORMED, INPUT_INVALID. */
  readJsonBody(body: JsonBody, where: Where): Promise<unknown>;
  /** FILE_INVALID, MAP_TOO_LARGE. */
  readMapFile(file: MapFileText, where: Where): Promise<MapContent>;
  writeMapFile(wanted: MapFileWanted, where: Where): Promise<string>;
  /** ENGINE_TIMEOUT once `deadline` (by `steadyNow`) has passed, whatever the engine is doing then. */
  ripple(task: RippleTask, where: Where): Promise<RippleReport>;
  /** The same, and what the question itself may be refused for. */
  wholeMap<Ask extends WholeMapAsk>(task: WholeMapTask<Ask>, where: Where): Promise<WholeMapAnswers[Ask]>;
  close(): Promise<void>;
}

type TaskName = keyof typeof tasks;

/** Workers that do everything on this thread: for tests that run from sources, and wherever nobody else waits. */
export const workHere = (): Workers => workersOn(run);

/**
 * Starts pools of threads, which begin empty and empty again when there is nothing to do. The engine has its own,
 * so that no queue for it keeps anybody's map file waiting.
 */
export function startWorkers({ threads }: { threads: number }): Workers {
  const filename = new URL('./thread.js', import.meta.url).href;
  const pool = () => new Piscina({ filename, minThreads: 0, maxThreads: threads, idleTimeout: 60_000 });
  const files = pool();
  const engine = { thread: pool(), 'thread for long work': pool(), 'thread for whole maps': pool() };
  let closed = false;
  const onThread: Elsewhere = async (name, input, where, signal) => {
    const isEngine = name === 'ripple' || name === 'wholeMap';
    const threads = isEngine ? engine[where] : files;
    try {
      return (await threads.run(input, { name, ...(signal && { signal }) })) as Outcome;
    } catch (error) {
      throw closed ? new DownstreamError('SERVER_STOPPING') : error;
    }
  };
  return {
    ...workersOn(onThread),
    close: async () => {
      closed = true;
      await Promise.all([files, ...Object.values(engine)].map((each) => each.destroy()));
    },
  };
}

type Elsewhere = (
  name: TaskName,
  input: unknown,
  where: Exclude<Where, 'here'>,
  signal?: AbortSignal,
) => Promise<Outcome>;

function workersOn(elsewhere: Elsewhere): Workers {
  const work = async (
    name: TaskName,
    input: unknown,
    where: Where,
    signal?: AbortSignal,
  ): Promise<unknown> => {
    const outcome = await (where === 'here' ? run(name, input) : elsewhere(name, input, where, signal));
    if ('problem' in outcome) throw new DownstreamError(outcome.problem.code, outcome.problem.details);
    return unpack(outcome.parcel);
  };
  const inTime = async (name: TaskName, task: { deadline: number }, where: Where): Promise<unknown> => {
    // The engine stops by itself at the deadline; a thread that does not is ended a little later.
    const late = AbortSignal.timeout(Math.max(0, task.deadline - steadyNow()) + 500);
    try {
      return await work(name, task, where, late);
    } catch (error) {
      if (late.aborted && !(error instanceof DownstreamError)) throw new DownstreamError('ENGINE_TIMEOUT');
      throw error;
    }
  };
  return {
    readJsonBody: (body, where) => work('readJsonBody', body, where),
    readMapFile: (file, where) => work('readMapFile', file, where) as Promise<MapContent>,
    writeMapFile: (wanted, where) => work('writeMapFile', wanted, where) as Promise<string>,
    ripple: (task, where) => inTime('ripple', task, where) as Promise<RippleReport>,
    wholeMap: <Ask extends WholeMapAsk>(task: WholeMapTask<Ask>, where: Where) =>
      inTime('wholeMap', task, where) as Promise<WholeMapAnswers[Ask]>,
    close: () => Promise.resolve(),
  };
}

const run = (name: TaskName, input: unknown): Promise<Outcome> =>
  (tasks[name] as (input: unknown) => Promise<Outcome>)(input);
