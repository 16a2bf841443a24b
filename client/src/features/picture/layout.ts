import type { MapContent } from '@downstream/graph-schema/map-content';
import { wrap } from 'comlink';
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
  stop: () => void;
}

/** Places maps in a worker of its own, so that a large one holds nobody's hand. */
export function startLayout(): Layout {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), {
    type: 'module',
    name: 'layout',
  });
  const layout = wrap<LayoutWorker>(worker);
  return {
    placeChain: async (content, cards, { before, ...options }) => {
      const stood = before && { boxes: before.boxes, routes: new Map() };
      return unpacked(await layout.placeChain(content, cards, { ...options, before: stood }));
    },
    stop: () => worker.terminate(),
  };
}
