import { parentPort, workerData } from 'node:worker_threads';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { createStore } from '../create-store.js';
import type { Store } from '../store.js';
import { openEmbeddedBackend } from './embedded-backend.js';
import { pack, unpack } from '../../workers/parcel.js';
import type { ThreadAnswer, ThreadCall, ThreadStart } from './thread-messages.js';

/** The thread that keeps the file: SQLite holds up its caller for as long as the disk takes, and here nobody waits. */
const port = parentPort!;
const { folder, limits } = workerData as ThreadStart;
let at = new Date(0);
const answer = (message: ThreadAnswer) => port.postMessage(message);

async function start(): Promise<Store> {
  return createStore(await openEmbeddedBackend(folder), { limits, now: () => at });
}

async function carryOut(store: Store, { number, method, values, at: calledAt }: ThreadCall) {
  at = new Date(calledAt);
  const calls = store as unknown as Record<keyof Store, (...values: unknown[]) => Promise<unknown>>;
  try {
    const result = await calls[method](...((await unpack(values)) as unknown[]));
    answer({ number, value: await pack(result instanceof Map ? [...result] : result) });
  } catch (error) {
    refuse(number, error);
  }
  if (method === 'close') port.close();
}

function refuse(number: number, error: unknown) {
  if (error instanceof DownstreamError) {
    const { code, details, current } = error;
    const cause = error.cause instanceof Error ? error.cause.message : undefined;
    answer({ number, problem: { code, details, current, cause } });
  } else {
    answer({ number, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

try {
  const store = await start();
  port.on('message', (call: ThreadCall) => void carryOut(store, call));
  answer({ number: 0, value: await pack(null) });
} catch (error) {
  refuse(0, error);
}
