import ELK from 'elkjs/lib/elk-api';
import elkWorkerAddress from 'elkjs/lib/elk-worker.min.js?url';
import type { LayOut } from './place-chain';

/** ELK in a worker of its own; the worker is fetched when the first layout is asked for. */
export function startElk(): { layOut: LayOut; stop: () => void } {
  const elk = new ELK({ workerFactory: () => new Worker(elkWorkerAddress, { name: 'layout' }) });
  return { layOut: (graph) => elk.layout(graph), stop: () => elk.terminateWorker() };
}
