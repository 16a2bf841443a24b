/** A thread that knows a map and counts whom a defect reaches in some of its worlds. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { compile } from '@downstream/ripple/compile';
import { reachedInWords } from '@downstream/ripple/defect-worlds';

export interface WordsAsked {
  origin: number;
  seed: number;
  worlds: number;
  words: readonly [number, number];
}

const map = compile(workerData as MapContent);
parentPort!.on('message', ({ origin, seed, worlds, words }: WordsAsked) => {
  parentPort!.postMessage(reachedInWords(map, [origin], seed, worlds, words));
});
