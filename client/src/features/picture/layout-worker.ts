import type { MapContent } from '@downstream/graph-schema/map-content';
import { expose, transfer } from 'comlink';
import type { Card } from './card';
import { packed, type PackedPlacement } from './pack-placement';
import { placeChain, type ChainOptions } from './place-chain';

/** What the page may ask of the worker. */
export interface LayoutWorker {
  placeChain: (
    content: MapContent,
    cards: ReadonlyMap<string, Card>,
    options: ChainOptions,
  ) => PackedPlacement;
}

const worker: LayoutWorker = {
  placeChain: (content, cards, options) => {
    const answer = packed(placeChain(content, cards, options));
    return transfer(answer, [answer.numbers.buffer]);
  },
};

expose(worker);
