import type { MapContent } from '@downstream/graph-schema/map-content';
import { chanceByAllWorlds } from './plain-defect.js';
import { delayByIteration } from './plain-delay.js';
import type { PlainLink, PlainMap } from './plain-map.js';

type Numbers = Record<string, number>;

/** Teams and suppliers: whoever the reference disruption is applied to. */
export const ableToFail = (map: PlainMap): string[] => map.ids.filter((id) => map.isCustomer[id] === false);

/** Each party's exposure, by running the reference disruption on it and looking at every external customer. */
export function exposureByTheBook(map: PlainMap, kind: 'delay' | 'defect', minutes: number): Numbers {
  const exposure: Numbers = {};
  for (const u of ableToFail(map)) {
    const suffered = kind === 'delay' ? delayByIteration(map, { [u]: minutes }) : chanceByAllWorlds(map, [u]);
    exposure[u] = map.ids.reduce((sum, x) => sum + map.weight[x]! * suffered[x]!, 0);
  }
  return exposure;
}

export const totalOf = (exposure: Numbers): number => Object.values(exposure).reduce((a, b) => a + b, 0);

/** The map with one link's output never late and never defective. */
export const protecting = (map: PlainMap, link: string): PlainMap => ({
  ...map,
  links: map.links.map((e) => (e.id === link ? { ...e, s: Infinity, p: 0 } : e)),
});

/** The longest of these delays of u that x does not feel, tried one after the other; Infinity if not even the longest. */
export function toleranceByTrying(map: PlainMap, u: string, x: string, longest: number): number {
  if (delayByIteration(map, { [u]: longest })[x] === 0) return Infinity;
  for (let minutes = 1; minutes <= longest; minutes++) {
    if (delayByIteration(map, { [u]: minutes })[x]! > 0) return minutes - 1;
  }
  return Infinity;
}

/** Who still reaches x over blocking links when `without` is taken off the map. */
export function whoReaches(map: PlainMap, x: string, without?: string): Set<string> {
  const found = new Set([x]);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { u, v, isBlocking } of map.links) {
      if (isBlocking && found.has(v) && u !== without) found.add(u);
    }
  }
  found.delete(x);
  return found;
}

export interface PlainChange {
  kind: 'slack' | 'buffer' | 'check' | 'alternative';
  target: string;
  size: number;
}

/** The map after a change that could be advised. */
export function changed(map: PlainMap, content: MapContent, { kind, target, size }: PlainChange): PlainMap {
  if (kind === 'buffer') return { ...map, b: { ...map.b, [target]: map.b[target]! + size } };
  if (kind === 'slack')
    return { ...map, links: map.links.map((e) => (e.id === target ? { ...e, s: e.s + size } : e)) };
  if (kind === 'check') {
    const party = content.parties.find(({ id }) => id === target)!;
    const before = party.kind === 'external-customer' ? 0 : (party.catchRate ?? 0);
    if (before === 1) return map;
    const links = map.links.map((e) => (e.v === target ? { ...e, p: (e.p / (1 - before)) * (1 - size) } : e));
    return { ...map, links };
  }
  // A new supplier that is never late, in the link's group, or in one made for the two of them.
  const link = map.links.find(({ id }) => id === target)!;
  const ids = [...map.ids, `new for ${target}`];
  const group = link.group ?? `new with ${target}`;
  const substitute: PlainLink = {
    ...link,
    id: `new for ${target}`,
    u: `new for ${target}`,
    s: 0,
    w: size,
    p: 0,
    isPrimaryOrAlone: false,
    group,
  };
  const added = `new for ${target}`;
  return {
    ids,
    links: [...map.links.map((e) => (e === link ? { ...e, group } : e)), substitute],
    b: { ...map.b, [added]: 0 },
    weight: { ...map.weight, [added]: 0 },
    // Nobody disrupts it: it is no part of the map.
    isCustomer: { ...map.isCustomer, [added]: true },
  };
}
