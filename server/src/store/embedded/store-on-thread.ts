import { Worker } from 'node:worker_threads';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Store } from '../store.js';
import { pack, unpack, type Parcel } from '../../workers/parcel.js';
import type { ThreadAnswer, ThreadCall, ThreadProblem, ThreadStart } from './thread-messages.js';

/** The thread's compiled code; absent where the server is run from its sources. */
export const threadFile = new URL('./store-thread.js', import.meta.url);

/** A thread whose store is open. */
interface StoreThread {
  call: (call: Omit<ThreadCall, 'number'>) => Promise<unknown>;
}

/**
 * The embedded store on a thread of its own, so that neither a slow disk nor an import of 50,000 items holds up
 * whoever else waits for this one. Every call costs two messages. Should the thread die, what is under way there is
 * refused with STORE_UNAVAILABLE, `onLost` hears why, and the next call starts another: what was acknowledged is in the
 * file, and the rest SQLite rolls back. STORE_UNUSABLE where the folder cannot be written.
 */
export async function storeOnThread(
  start: ThreadStart,
  { now, onLost }: { now: () => Date; onLost: (cause: Error) => void },
): Promise<Store> {
  let thread: Promise<StoreThread> | undefined;
  let closed = false;
  function started(): Promise<StoreThread> {
    if (thread) return thread;
    const mine = startThread(start, (cause) => {
      if (thread !== mine) return;
      thread = undefined;
      if (!closed) onLost(cause);
    });
    thread = mine;
    mine.catch(() => {
      if (thread === mine) thread = undefined;
    });
    return mine;
  }
  await started();

  async function send(method: keyof Store, values: readonly unknown[]): Promise<unknown> {
    const packed: Parcel = await pack(values.filter((value) => value !== undefined));
    const { call } = await started().catch((error: unknown) => {
      throw unavailable(error);
    });
    return call({ method, values: packed, at: now().toISOString() });
  }
  const call =
    <Method extends keyof Store>(method: Method) =>
    (...values: Parameters<Store[Method]>) =>
      send(method, values) as ReturnType<Store[Method]>;

  return {
    createMap: call('createMap'),
    deleteMap: call('deleteMap'),
    listMaps: call('listMaps'),
    loadMap: call('loadMap'),
    changesSince: call('changesSince'),
    logSince: call('logSince'),
    latestRevisions: async (maps) =>
      new Map((await send('latestRevisions', [maps])) as [string, number | 'gone'][]),
    commit: call('commit'),
    addAccess: call('addAccess'),
    listAccess: call('listAccess'),
    revokeAccess: call('revokeAccess'),
    findAccess: call('findAccess'),
    admit: call('admit'),
    principalsOf: call('principalsOf'),
    exportMap: call('exportMap'),
    importMap: call('importMap'),
    exportHost: call('exportHost'),
    importHost: call('importHost'),
    ready: call('ready'),
    async close() {
      closed = true;
      if (thread) await send('close', []);
    },
  };
}

/** Starts a thread and waits until its store is open. `onEnd` is told when the thread is gone, and the file with it. */
async function startThread(start: ThreadStart, onEnd: (cause: Error) => void): Promise<StoreThread> {
  const thread = new Worker(threadFile, { workerData: start, name: 'store' });
  interface Calling {
    resolve: (value: unknown) => void;
    reject: (reason: unknown) => void;
  }
  const calling = new Map<number, Calling>();
  let lastNumber = 0;
  let ended: DownstreamError | undefined;
  let thrown: Error | undefined;

  const wait = (number: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      calling.set(number, { resolve, reject });
      thread.ref();
    });
  thread.on('message', (answer: ThreadAnswer) => {
    const call = calling.get(answer.number);
    calling.delete(answer.number);
    // A store in which nothing is under way does not keep the process alive.
    if (calling.size === 0) thread.unref();
    if (!call) return;
    // JSON has no undefined, and the port has no null.
    if ('value' in answer)
      unpack(answer.value).then((value) => call.resolve(value ?? undefined), call.reject);
    else call.reject('problem' in answer ? problemOf(answer.problem) : new Error(answer.bug));
  });
  thread.on('error', (error) => (thrown = error instanceof Error ? error : new Error(String(error))));
  thread.on('exit', (code) => {
    const cause = thrown ?? new Error(`The store's thread ended with code ${code}.`);
    ended = unavailable(cause);
    onEnd(cause);
    for (const { reject } of calling.values()) reject(ended);
    calling.clear();
  });

  await wait(0);
  return {
    call(call) {
      if (ended) throw ended;
      const number = ++lastNumber;
      const answer = wait(number);
      thread.postMessage({ number, ...call } satisfies ThreadCall);
      return answer;
    },
  };
}

const unavailable = (cause: unknown): DownstreamError =>
  Object.assign(new DownstreamError('STORE_UNAVAILABLE'), { cause });

function problemOf({ code, details, current, cause }: ThreadProblem): DownstreamError {
  const problem = new DownstreamError(code, details, current);
  if (cause !== undefined) problem.cause = new Error(cause);
  return problem;
}
