import type { PlainMap } from './plain-map.js';

/** P of each party by walking all worlds of all uncertain links, one at a time. For at most about 14 of those. */
export function chanceByAllWorlds(map: PlainMap, origins: readonly string[]): Record<string, number> {
  const chance: Record<string, number> = Object.fromEntries(map.ids.map((v) => [v, 0]));
  const uncertain = map.links.filter(({ p }) => p > 0 && p < 1);
  for (let world = 0; world < 2 ** uncertain.length; world++) {
    const isLive = (id: string) =>
      uncertain.some((e, i) => e.id === id && Math.floor(world / 2 ** i) % 2 === 1);
    const live = map.links.filter(({ id, p }) => p === 1 || isLive(id));
    const weight = uncertain.reduce((product, e) => product * (live.includes(e) ? e.p : 1 - e.p), 1);
    for (const v of reachedAlong(live, origins)) chance[v]! += weight;
  }
  return chance;
}

export function reachedAlong(
  live: readonly { u: string; v: string }[],
  origins: readonly string[],
): Set<string> {
  const reached = new Set(origins);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { u, v } of live) if (reached.has(u)) reached.add(v);
  }
  return reached;
}
