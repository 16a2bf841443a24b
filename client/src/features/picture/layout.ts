import type { MapContent } from '@downstream/graph-schema/map-content';
import { wrap, type Remote } from 'comlink';
import type { Card } from './card';
import type { LayoutWorker } from './layout-worker';
import { unpacked } from './pack-placement';
import type { ChainOptions } from './place-chain';
import type { Placement } from './placement';

export interface Layout {
  placeChain: (
    content: MapContent,
    cards: ReadonlyMap<string, Card>,
    options: ChainOptions,
  ) => Promise<Placement>;
}

let worker: Remote<LayoutWorker> | undefined;

/** Starts the worker, once for the page: it is ready sooner the sooner it is asked for. */
export function startLayout(): Layout {
  worker ??= wrap<LayoutWorker>(
    new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module', name: 'layout' }),
  );
  const layout = worker;
  return {
    placeChain: async (content, cards, { before, ...options }) => {
      const stood = before && { boxes: before.boxes, routes: new Map() };
      // What is said about links stays here: to send it over would hold up the page, and nobody reads it there.
      const sent = { ...content, statements: [] };
      return unpacked(await layout.placeChain(sent, cards, { ...options, before: stood }));
    },
  };
}
