import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startEngine, type Question } from './engine';

const question: Question = {
  content: {
    map: { type: 'map', id: 'm', name: 'Airline' },
    parties: [{ type: 'party', kind: 'team', id: 'loaders', name: 'Bag loaders' }],
    links: [],
    statements: [],
  },
  disruptions: [{ party: 'loaders', kind: 'defect' }],
};
const unavailable = { problem: { code: 'ENGINE_UNAVAILABLE', details: [] } };

let started = 0;
let ended = 0;

/** A worker in which everything goes wrong in one way. */
const workerThat = (goesWrong: (worker: EventTarget, message: { id: string }) => void) =>
  class extends EventTarget {
    constructor() {
      super();
      started += 1;
    }
    postMessage(message: { id: string }): void {
      queueMicrotask(() => goesWrong(this, message));
    }
    terminate(): void {
      ended += 1;
    }
  } as unknown as typeof Worker;

const before = globalThis.Worker;
beforeEach(() => {
  started = ended = 0;
});
afterEach(() => {
  globalThis.Worker = before;
});

describe('An engine that a browser cannot run says so, and is started anew for the next question', () => {
  test.each([
    ['whose script does not load', (worker: EventTarget) => worker.dispatchEvent(new Event('error'))],
    [
      'that breaks at its work',
      (worker: EventTarget, { id }: { id: string }) => {
        const value = { isError: true, value: { message: 'No WebAssembly.', name: 'Error' } };
        const data = { id, type: 'HANDLER', name: 'throw', value };
        worker.dispatchEvent(new MessageEvent('message', { data }));
      },
    ],
  ])('%s', async (_, goesWrong) => {
    globalThis.Worker = workerThat(goesWrong);
    const engine = startEngine();
    expect(await engine.begin(question)).toEqual(unavailable);
    expect(await engine.compare(question, question)).toEqual(unavailable);
    expect({ started, ended }).toEqual({ started: 2, ended: 2 });
  });
});
