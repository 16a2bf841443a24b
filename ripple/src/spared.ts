/**
 * Who was not made late although a provider was, and what stopped it. O(links leaving hit parties, and links
 * entering their customers).
 */
import type { SparedBy } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from './compiled-map.js';
import { groupLateness, inputLateness } from './compiled-map.js';

export interface Spared {
  /** By party number, rising. */
  spared: { party: number; by: SparedBy }[];
  inconvenienced: number[];
}

export function sparedBy(map: CompiledMap, delay: Int32Array): Spared {
  const isNear = new Uint8Array(delay.length);
  for (let u = 0; u < delay.length; u++) {
    if (delay[u] === 0) continue;
    for (let k = map.outStart[u]!; k < map.outStart[u + 1]!; k++) isNear[map.customer[map.outLink[k]!]!] = 1;
  }
  const answer: Spared = { spared: [], inconvenienced: [] };
  for (let v = 0; v < delay.length; v++) {
    if (isNear[v] === 0 || delay[v]! > 0) continue;
    const { by, missesHelp } = whatStopped(map, delay, v);
    if (by) answer.spared.push({ party: v, by });
    else if (missesHelp) answer.inconvenienced.push(v);
  }
  return answer;
}

function whatStopped(map: CompiledMap, delay: Int32Array, v: number): { by?: SparedBy; missesHelp: boolean } {
  let isThreatened = false;
  let primaryIsLate = false;
  let bufferWasNeeded = false;
  let missesHelp = false;
  for (let k = map.inStart[v]!; k < map.inStart[v + 1]!; k++) {
    const e = map.inLink[k]!;
    if (map.isStandby[e] === 1 || delay[map.provider[e]!] === 0) continue;
    const late = inputLateness(map, delay, e);
    if (map.isBlocking[e] === 0) {
      missesHelp ||= late > 0;
      continue;
    }
    isThreatened = true;
    if (late === 0) continue;
    primaryIsLate = true;
    const g = map.group[e]!;
    // Without its primary late a group leaves nothing, so looking at late primaries finds every A above 0.
    bufferWasNeeded ||= g === -1 || groupLateness(map, delay, g) > 0;
  }
  if (!isThreatened) return { missesHelp };
  return { by: bufferWasNeeded ? 'buffer' : primaryIsLate ? 'alternative' : 'slack', missesHelp };
}
