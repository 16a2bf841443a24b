/**
 * Strongly connected components of part of a map, providers before customers (Tarjan 1972, without recursion), and
 * within a component in reverse postorder, so that one sweep carries most of what there is to carry.
 * O(parties + links followed).
 */
import type { CompiledMap } from './compiled-map.js';

export interface CondensationOrder {
  /** Parties, component after component. */
  parties: Int32Array;
  /** Component c is parties[start[c] … start[c + 1]). */
  start: Int32Array;
}

/** Orders `members`, following links for which `follows` says so and whose customer is a member too. */
export function condensationOrder(
  map: CompiledMap,
  members: Int32Array,
  follows: (link: number) => boolean,
): CondensationOrder {
  const { outStart, outLink, customer } = map;
  const n = map.parties.length;
  const isMember = new Uint8Array(n);
  for (const v of members) isMember[v] = 1;
  const found = new Int32Array(n);
  const lowest = new Int32Array(n);
  const finished = new Int32Array(n);
  const next = new Int32Array(n);
  const isOpen = new Uint8Array(n);
  const path: number[] = [];
  const open: number[] = [];
  // Filled from the end: a component closes after all that it leads to.
  const parties = new Int32Array(members.length);
  const starts: number[] = [members.length];
  let places = members.length;
  let clock = 0;
  let finishes = 0;

  const enter = (v: number): void => {
    found[v] = lowest[v] = ++clock;
    next[v] = outStart[v]!;
    isOpen[v] = 1;
    open.push(v);
    path.push(v);
  };
  const close = (root: number): void => {
    const component: number[] = [];
    for (let v = -1; v !== root;) {
      v = open.pop()!;
      isOpen[v] = 0;
      component.push(v);
    }
    component.sort((a, b) => finished[b]! - finished[a]!);
    places -= component.length;
    parties.set(component, places);
    starts.push(places);
  };

  for (const start of members) {
    if (found[start] !== 0) continue;
    enter(start);
    while (path.length > 0) {
      const u = path[path.length - 1]!;
      const k = next[u]!;
      if (k < outStart[u + 1]!) {
        next[u] = k + 1;
        const e = outLink[k]!;
        const v = customer[e]!;
        if (isMember[v] === 0 || !follows(e)) continue;
        if (found[v] === 0) enter(v);
        else if (isOpen[v] === 1 && found[v]! < lowest[u]!) lowest[u] = found[v]!;
        continue;
      }
      path.pop();
      finished[u] = ++finishes;
      if (path.length > 0) {
        const before = path[path.length - 1]!;
        if (lowest[u]! < lowest[before]!) lowest[before] = lowest[u]!;
      }
      if (lowest[u] === found[u]) close(u);
    }
  }
  return { parties, start: Int32Array.from(starts.reverse()) };
}
