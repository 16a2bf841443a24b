import type { Disruption } from '@downstream/graph-schema/disruption';
import type { CompiledMap } from './compiled-map.js';
import { findParty } from './compiled-map.js';

export interface DisruptionProblem {
  code: 'UNKNOWN_PARTY' | 'DISRUPTION_INVALID';
  /** Which of the disruptions, from 0. */
  index: number;
  message: string;
}

/** What keeps these disruptions from being simulated on this map; an empty list means nothing does. */
export function checkDisruptions(map: CompiledMap, disruptions: readonly Disruption[]): DisruptionProblem[] {
  const problems: DisruptionProblem[] = [];
  disruptions.forEach(({ party: id }, index) => {
    const v = findParty(map, id);
    if (v === undefined) {
      problems.push({ code: 'UNKNOWN_PARTY', index, message: `no party is called "${id}"` });
    } else if (map.isCustomer[v] === 1) {
      const message = `"${map.parties[v]!.name}" is an external customer and only feels what others do`;
      problems.push({ code: 'DISRUPTION_INVALID', index, message });
    }
  });
  return problems;
}
