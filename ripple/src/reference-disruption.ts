import type { ReferenceDisruption } from '@downstream/graph-schema/reference-disruption';
import type { CompiledMap } from './compiled-map.js';

/** What each team and supplier suffers in turn when a whole map is judged and nobody says otherwise: a day's delay. */
export function referenceDisruption(map: CompiledMap): ReferenceDisruption & { kind: 'delay' } {
  return { kind: 'delay', minutes: map.dayLength };
}
