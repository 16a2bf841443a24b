/**
 * One way in which a defect may have come to each party it can hit: by fewest links with p > 0 from an origin, ties by
 * provider, then link (breadth-first, each layer in id order). A picture, not a cause: chances need all ways together.
 * O(parties + links).
 */
import type { DefectReport } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from './compiled-map.js';
import { partyNumber } from './compiled-map.js';

export interface PossibleWays {
  /** The link that a party is reached by; −1 where the defect begins, or does not come. */
  through: Int32Array;
  /** Minutes on the clock: the lead times along the way. */
  at: Float64Array;
}

export function possibleWays(
  map: CompiledMap,
  report: DefectReport,
  origins: readonly string[],
): PossibleWays {
  const n = map.parties.length;
  const isHit = new Uint8Array(n);
  for (const { party } of report.hits) isHit[partyNumber(map, party)] = 1;
  const through = new Int32Array(n).fill(-1);
  const at = new Float64Array(n);
  let layer = origins.map((id) => partyNumber(map, id));
  for (const v of layer) isHit[v] = 0;
  while (layer.length > 0) {
    const next: number[] = [];
    for (const u of layer.sort((a, b) => a - b)) {
      for (let k = map.outStart[u]!; k < map.outStart[u + 1]!; k++) {
        const e = map.outLink[k]!;
        const v = map.customer[e]!;
        if (map.liveChance[e] === 0 || isHit[v] === 0) continue;
        isHit[v] = 0;
        through[v] = e;
        at[v] = at[u]! + map.leadTime[e]!;
        next.push(v);
      }
    }
    layer = next;
  }
  return { through, at };
}
