import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CompiledMap } from './compiled-map.js';
import { compile } from './compile.js';
import { countedCustomers } from './counted-customers.js';
import { cutOff } from './cut-off.js';
import { drawWorlds, type DrawnWorlds } from './drawn-worlds.js';
import { randomMap } from './oracles/random-map.js';
import { providersFirst } from './providers-first.js';

/** Who reaches a customer in one world over links that pass `isOpen`, by a plain search back. */
function whoReaches(map: CompiledMap, customer: number, isOpen: (link: number) => boolean): Set<number> {
  const found = new Set([customer]);
  for (const v of found) {
    for (let k = map.inStart[v]!; k < map.inStart[v + 1]!; k++) {
      const e = map.inLink[k]!;
      if (isOpen(e)) found.add(map.provider[e]!);
    }
  }
  return found;
}

/** What closing some links takes off everybody but `except`. */
function cutByTheBook(
  map: CompiledMap,
  drawn: DrawnWorlds,
  isClosed: (link: number) => boolean,
  except: number,
): number {
  let cut = 0;
  for (let world = 0; world < drawn.worlds; world++) {
    const isLive = (e: number): boolean =>
      ((drawn.live[e * drawn.words + (world >>> 5)]! >>> (world & 31)) & 1) === 1;
    for (const x of countedCustomers(map)) {
      const before = whoReaches(map, x, isLive);
      const after = whoReaches(map, x, (e) => isLive(e) && !isClosed(e));
      const lost = [...before].filter((u) => map.isCustomer[u] === 0 && u !== except && !after.has(u));
      cut += (map.weight[x]! / drawn.worlds) * lost.length;
    }
  }
  return cut;
}

test('what each link and party alone lets through, for more customers than fit into a word', () => {
  let carrying = 0;
  const manyCustomers = fc
    .tuple(fc.nat(), fc.integer({ min: 260, max: 300 }), fc.integer({ min: 600, max: 1_200 }))
    .map(([draw, parties, links]) => compile(randomMap(draw, parties, links)));
  fc.assert(
    fc.property(manyCustomers, (map) => {
      const customers = countedCustomers(map);
      const drawn = drawWorlds(map, 3, 4);
      const isCounted = map.isCustomer.map((is) => 1 - is);
      const found = cutOff(map, drawn, providersFirst(map).toReversed(), customers, isCounted);
      for (let e = 0; e < map.links.length; e += 9) {
        expect(found.byLink[e]!).toBeCloseTo(
          cutByTheBook(map, drawn, (link) => link === e, -1),
          9,
        );
        if (found.byLink[e]! > 0) carrying += 1;
      }
      for (let v = 0; v < map.parties.length; v += 9) {
        if (map.isCustomer[v] === 1) continue;
        const enters = (link: number): boolean => map.customer[link] === v;
        expect(found.byParty[v]!).toBeCloseTo(cutByTheBook(map, drawn, enters, v), 9);
      }
    }),
    { numRuns: 4, seed: 20261128 },
  );
  expect(carrying).toBeGreaterThan(100);
});
