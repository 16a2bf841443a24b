/** What a defect can reach at all: breadth first over links with p > 0 (Moore 1959). O(parties + links). */
import type { CompiledMap } from './compiled-map.js';

export interface DefectReach {
  isOrigin: Uint8Array;
  isReached: Uint8Array;
  /** Reached parties, origins first, then by hops. */
  parties: Int32Array;
}

/** `defective` holds the numbers of the parties whose output has the defect. */
export function defectReach(map: CompiledMap, defective: readonly number[]): DefectReach {
  const { outStart, outLink, customer, liveChance } = map;
  const isOrigin = new Uint8Array(map.parties.length);
  const isReached = new Uint8Array(map.parties.length);
  const parties = new Int32Array(map.parties.length);
  let count = 0;
  for (const v of defective) {
    isOrigin[v] = 1;
    isReached[v] = 1;
    parties[count++] = v;
  }
  for (let k = 0; k < count; k++) {
    const u = parties[k]!;
    for (let j = outStart[u]!; j < outStart[u + 1]!; j++) {
      const v = customer[outLink[j]!]!;
      if (liveChance[outLink[j]!] === 0 || isReached[v] === 1) continue;
      isReached[v] = 1;
      parties[count++] = v;
    }
  }
  return { isOrigin, isReached, parties: parties.slice(0, count) };
}
