import type { Disruption } from '@downstream/graph-schema/disruption';

/** The sample maps by id (their file's name in seed/maps), each with the disruption that its story is about. */
export const samples = [
  { id: 'airline-lost-bag', tries: { party: 'bag-loaders', kind: 'delay', minutes: 30 } },
  { id: 'hospital-blood-draw', tries: { party: 'supply-clerks', kind: 'delay', minutes: 120 } },
  { id: 'restaurant-cleaning-rota', tries: { party: 'rota-desk', kind: 'delay', minutes: 45 } },
  { id: 'card-issuer-overcharge', tries: { party: 'accounting', kind: 'defect' } },
  { id: 'magazine-at-war', tries: { party: 'editors', kind: 'delay', minutes: 480 } },
  { id: 'product-company', tries: { party: 'sign-in', kind: 'delay', minutes: 1440 } },
] as const satisfies readonly { id: string; tries: Disruption }[];

export type SampleId = (typeof samples)[number]['id'];
export const firstSample = samples[0];
export const isSample = (id: string): id is SampleId => samples.some((sample) => sample.id === id);
