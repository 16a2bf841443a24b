import type { StoreOptions } from '../../server/src/store/create-store.js';

/** Limits and clock that the suite expects. */
export const contractOptions: StoreOptions = {
  limits: { parties: 60, links: 80 },
  now: () => new Date('2026-03-29T01:59:59.999Z'),
};
