import type { Item } from '@downstream/graph-schema/item';

/** Loaders hand a loaded hold to turnaround, which hands a plane that is ready to the passengers. */
export const aChain: Item[] = [
  { type: 'map', id: 'm', name: 'Airline' },
  { type: 'party', kind: 'team', id: 'loaders', name: 'Bag loaders', purpose: 'Load bags' },
  { type: 'party', kind: 'team', id: 'turnaround', name: 'Turnaround' },
  { type: 'party', kind: 'external-customer', id: 'passengers', name: 'Passengers' },
  {
    type: 'link',
    id: 'hold',
    provider: 'loaders',
    customer: 'turnaround',
    output: 'loaded hold',
    handshake: 'declared',
  },
  {
    type: 'link',
    id: 'plane',
    provider: 'turnaround',
    customer: 'passengers',
    output: 'plane',
    handshake: 'declared',
  },
  { type: 'statement', id: 'hold/customer', link: 'hold', side: 'customer', slack: 10 },
];
