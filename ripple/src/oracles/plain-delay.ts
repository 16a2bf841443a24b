import type { PlainLink, PlainMap } from './plain-map.js';
import { groupsInto, groupValue, lateness } from './plain-map.js';

type Numbers = Record<string, number>;

/** δ by plain iteration from zero until nothing changes. */
export function delayByIteration(map: PlainMap, own: Numbers): Numbers {
  let delta: Numbers = Object.fromEntries(map.ids.map((v) => [v, 0]));
  for (;;) {
    const before = delta;
    delta = Object.fromEntries(
      map.ids.map((v) => {
        const worst = Math.max(0, ...groupsInto(map, v).map((members) => groupValue(before, members)));
        return [v, Math.max(own[v] ?? 0, worst - map.b[v]!, 0)];
      }),
    );
    if (map.ids.every((v) => delta[v] === before[v])) return delta;
  }
}

/** δ where there are no alternatives: the worst of what each disrupted party sends along its least absorbing chain. */
export function delayByLeastAbsorbing(map: PlainMap, own: Numbers): Numbers {
  const delta: Numbers = Object.fromEntries(map.ids.map((v) => [v, 0]));
  for (const [u, minutes] of Object.entries(own)) {
    const absorbed: Numbers = Object.fromEntries(map.ids.map((v) => [v, v === u ? 0 : Infinity]));
    for (let round = 0; round < map.ids.length; round++) {
      for (const e of map.links.filter(({ isBlocking }) => isBlocking)) {
        absorbed[e.v] = Math.min(absorbed[e.v]!, absorbed[e.u]! + e.s + map.b[e.v]!);
      }
    }
    for (const v of map.ids) delta[v] = Math.max(delta[v]!, minutes - absorbed[v]!);
  }
  return delta;
}

export interface PlainClock {
  t: number;
  hops: number;
  through: string | null;
}

/** Causes and clock, the page's rules word for word: each time, of all that is ready, the smallest settles. */
export function clockByTheBook(map: PlainMap, own: Numbers, delta: Numbers): Record<string, PlainClock> {
  const clock: Record<string, PlainClock> = {};
  for (const v of map.ids)
    if (delta[v]! > 0 && delta[v] === own[v]) clock[v] = { t: 0, hops: 0, through: null };

  const keyOf = (e: PlainLink): Key => [clock[e.u]!.t + e.h, clock[e.u]!.hops + 1, e.u, e.id];
  for (;;) {
    const ready: { v: string; key: Key }[] = [];
    for (const v of map.ids) {
      if (delta[v] === 0 || clock[v]) continue;
      for (const members of groupsInto(map, v)) {
        const value = groupValue(delta, members);
        if (value - map.b[v]! !== delta[v]) continue;
        const needed = members.filter((e) => e.w < value);
        if (needed.some((e) => !clock[e.u])) continue;
        const [t, hops] = needed
          .map(keyOf)
          .reduce((a, b) => (a[0] > b[0] || (a[0] === b[0] && a[1] >= b[1]) ? a : b));
        const exact = members.filter((e) => lateness(delta, e) === value && value > e.w);
        const shown =
          exact.sort((a, b) => compare(keyOf(a), keyOf(b)))[0] ?? members.find((e) => e.isPrimaryOrAlone)!;
        ready.push({ v, key: [t, hops, shown.u, shown.id] });
      }
    }
    const first = ready.sort((a, b) => compare(a.key, b.key))[0];
    if (!first) return clock;
    clock[first.v] = { t: first.key[0], hops: first.key[1], through: first.key[3] };
  }
}

type Key = [t: number, hops: number, provider: string, link: string];

function compare(a: Key, b: Key): number {
  for (const i of [0, 1, 2, 3] as const) {
    if (a[i] < b[i]) return -1;
    if (a[i] > b[i]) return 1;
  }
  return 0;
}

export function sparedByTheBook(map: PlainMap, delta: Numbers) {
  const spared: { party: string; by: string }[] = [];
  const inconvenienced: string[] = [];
  for (const v of map.ids) {
    if (delta[v]! > 0) continue;
    const into = map.links.filter((e) => e.v === v);
    const blocking = into.filter((e) => e.isBlocking && e.isPrimaryOrAlone);
    if (blocking.some((e) => delta[e.u]! > 0)) {
      const worst = Math.max(0, ...groupsInto(map, v).map((members) => groupValue(delta, members)));
      const primaryLate = blocking.some((e) => e.group !== undefined && lateness(delta, e) > 0);
      spared.push({ party: v, by: worst > 0 ? 'buffer' : primaryLate ? 'alternative' : 'slack' });
    } else if (into.some((e) => !e.isBlocking && delta[e.u]! > e.s)) inconvenienced.push(v);
  }
  return { spared, inconvenienced };
}
