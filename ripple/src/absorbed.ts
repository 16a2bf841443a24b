/** What stopped minutes of a delay, where, and how many. O(links leaving late parties). */
import type { SparedBy } from '@downstream/graph-schema/ripple-report';
import type { CompiledMap } from './compiled-map.js';
import { groupLateness, inputLateness } from './compiled-map.js';

export interface Absorbed {
  by: SparedBy;
  minutes: number;
  /** The party that is less late for it. */
  party: string;
  /** Whose slack it was, or what was switched away from; null for a buffer, which belongs to the party. */
  link: string | null;
  /** What was switched to; null for slack and buffers. */
  alternative: string | null;
}

/**
 * Everything absorbed anywhere: links by id, then alternatives and buffers by party. Links into a party whose
 * lateness is its own declaration are left out: what comes back to an origin adds nothing, so nothing is saved there.
 */
export function allAbsorbed(map: CompiledMap, delay: Int32Array, isOrigin: Uint8Array): Absorbed[] {
  const found: Absorbed[] = [];
  const worst = new Int32Array(delay.length);
  for (let e = 0; e < map.links.length; e++) {
    const u = map.provider[e]!;
    const v = map.customer[e]!;
    if (delay[u] === 0 || map.isBlocking[e] === 0 || isOrigin[v] === 1) continue;
    const slack = slackAbsorbed(map, delay, e);
    if (slack) found.push(slack);
    if (map.isStandby[e] === 1) continue;
    const g = map.group[e]!;
    const left = g === -1 ? inputLateness(map, delay, e) : groupLateness(map, delay, g);
    const saved = alternativeSaved(map, delay, e);
    if (saved) found.push(saved);
    worst[v] = Math.max(worst[v]!, left);
  }
  for (let v = 0; v < delay.length; v++) {
    const made = bufferMadeUp(map, v, worst[v]!);
    if (made) found.push(made);
  }
  return found;
}

export function slackAbsorbed(map: CompiledMap, delay: Int32Array, e: number): Absorbed | undefined {
  const minutes = Math.min(map.slack[e]!, delay[map.provider[e]!]!);
  if (minutes === 0) return undefined;
  return { by: 'slack', minutes, party: map.links[e]!.customer, link: map.links[e]!.id, alternative: null };
}

/** What a group's other members save its customer, by the lateness of this member. */
export function alternativeSaved(map: CompiledMap, delay: Int32Array, e: number): Absorbed | undefined {
  const g = map.group[e]!;
  if (g === -1) return undefined;
  const left = groupLateness(map, delay, g);
  const minutes = inputLateness(map, delay, e) - left;
  if (minutes <= 0) return undefined;
  const alternative = map.links[bestMember(map, delay, g, left)]!.id;
  return { by: 'alternative', minutes, party: map.links[e]!.customer, link: map.links[e]!.id, alternative };
}

export function bufferMadeUp(map: CompiledMap, v: number, worst: number): Absorbed | undefined {
  const minutes = Math.min(map.buffer[v]!, worst);
  return minutes === 0
    ? undefined
    : { by: 'buffer', minutes, party: map.parties[v]!.id, link: null, alternative: null };
}

/** The substitute that gives a group its value: of several, the one that is switched to soonest, then by id. */
function bestMember(map: CompiledMap, delay: Int32Array, g: number, value: number): number {
  let best = -1;
  for (let k = map.groupStart[g]!; k < map.groupStart[g + 1]!; k++) {
    const e = map.groupMember[k]!;
    if (Math.max(map.switchTime[e]!, inputLateness(map, delay, e)) !== value) continue;
    if (best === -1 || map.switchTime[e]! < map.switchTime[best]!) best = e;
  }
  return best;
}
