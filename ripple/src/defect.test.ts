import { describe, expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import fc from 'fast-check';
import { aMap } from '../../tests/support/a-map.js';
import { compile } from './compile.js';
import type { CompiledMap } from './compiled-map.js';
import { partyNumber } from './compiled-map.js';
import { exactDefect } from './defect-exact.js';
import { defectReach } from './defect-reach.js';
import { reachedWorlds } from './defect-worlds.js';
import { drawKey, liveWorlds } from './keyed-draws.js';
import { chanceByAllWorlds, reachedAlong } from './oracles/plain-defect.js';
import { plainMap } from './oracles/plain-map.js';
import { drawing, randomMap } from './oracles/random-map.js';
import { Stopped } from './observer.js';

const anyMap = (largest: { parties: number; links: number }) =>
  fc
    .tuple(
      fc.integer({ min: 0 }),
      fc.integer({ min: 2, max: largest.parties }),
      fc.integer({ min: 1, max: largest.links }),
    )
    .map(([seed, parties, links]) => {
      const content = randomMap(seed, parties, links);
      const able = content.parties.filter(({ kind }) => kind !== 'external-customer');
      const draw = drawing(seed);
      const origins = able.length === 0 ? [] : [...new Set([draw.oneOf(able).id, draw.oneOf(able).id])];
      return { content, origins, map: compile(content) };
    });

const numbersOf = (map: CompiledMap, ids: readonly string[]) => ids.map((id) => partyNumber(map, id));

const byParty = (map: CompiledMap, values: ArrayLike<number>) =>
  Object.fromEntries(map.parties.map(({ id }, v) => [id, values[v]!]));

describe('the exact chance', () => {
  test('is the sum over all worlds, one by one', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyMap({ parties: 8, links: 14 }), ({ content, origins, map }) => {
        const plain = plainMap(content);
        fc.pre(plain.links.filter(({ p }) => p > 0 && p < 1).length <= 9);
        const found = exactDefect(map, defectReach(map, numbersOf(map, origins)));
        expect(found).toBeDefined();
        const expected = chanceByAllWorlds(plain, origins);
        for (const [id, chance] of Object.entries(byParty(map, found!))) {
          expect(chance).toBeCloseTo(expected[id]!, 12);
          expect(chance > 0).toBe(expected[id]! > 0);
          compared += chance > 0 && chance < 1 ? 1 : 0;
        }
      }),
      { numRuns: 600, seed: 1 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  test('is the same number for parties that are reached alike', () => {
    const told = aMap('Two alike').team('origin').team('first').team('second');
    [0.3, 0.17, 0.61, 0.09, 0.5].forEach((defectPass, i, { length }) => {
      // The second meets the same ways in as the first, from the other end.
      const [one, other] = [`way ${i}`, `way ${2 * length - i}`];
      for (const [way, to] of [
        [one, 'first'],
        [other, 'second'],
      ] as const) {
        told.team(way).serves('origin', way, { defectPass: 1 }).serves(way, to, { defectPass });
      }
    });
    const map = compile(told.content());
    const found = byParty(map, exactDefect(map, defectReach(map, numbersOf(map, ['origin'])))!);
    expect(found['first']).toBe(found['second']);
    expect(found['first']).toBeGreaterThan(0);
  });

  test('has no limit where there is one way to each party', () => {
    const chain = chainOf(60, 0.5);
    const chance = exactDefect(chain, defectReach(chain, [0]))!;
    expect(chance[60]).toBe(0.5 ** 60);
  });

  test('gives up at 17 uncertain links where ways meet', () => {
    const rungs = (count: number) =>
      exactDefect(ladderOf(count, 0.5), defectReach(ladderOf(count, 0.5), [0]));
    expect(rungs(8)).toBeDefined();
    expect(rungs(9)).toBeUndefined();
  });
});

describe('many worlds at once', () => {
  test('each of them is the world that its draws make, loops and all', () => {
    let sure = 0;
    fc.assert(
      fc.property(
        anyMap({ parties: 12, links: 60 }),
        fc.nat({ max: 4_294_967_295 }),
        fc.integer({ min: 1, max: 300 }),
        ({ content, origins, map }, seed, worlds) => {
          const found = reachedWorlds(map, numbersOf(map, origins), seed, worlds);
          expect(byParty(map, found)).toEqual(oneByOne(content, origins, seed, worlds));
          sure += [...map.liveChance].filter((p) => p === 0 || p === 1).length;
        },
      ),
      { numRuns: 400, seed: 2 },
    );
    expect(sure).toBeGreaterThan(100);
  });

  test('are not mixed up by a larger map before, a smaller one, or one that was stopped half-way', () => {
    const large = randomMap(3, 1_500, 4_500);
    const small = randomMap(77, 60, 180);
    for (const content of [small, large, small, large]) {
      const map = compile(content);
      const origins = map.parties.filter(({ kind }) => kind === 'team').slice(0, 2);
      const ids = origins.map(({ id }) => id);
      const numbers = numbersOf(map, ids);
      const expected = oneByOne(content, ids, 1, 200);
      expect(Object.values(expected).some((hits) => hits > 0 && hits < 200)).toBe(true);
      expect(byParty(map, reachedWorlds(map, numbers, 1, 200))).toEqual(expected);
      let asked = 0;
      const shouldStop = () => (asked += 1) > 3;
      expect(() => reachedWorlds(map, numbers, 2, 200, { shouldStop })).toThrow(Stopped);
      expect(byParty(map, reachedWorlds(map, numbers, 1, 200))).toEqual(expected);
    }
  });

  test('come within five standard errors of the exact chance', () => {
    const worlds = 20_000;
    let worst = 0;
    for (let seed = 0; seed < 40; seed++) {
      const content = randomMap(seed, 7, 12);
      const map = compile(content);
      const origin = map.parties.findIndex(({ kind }) => kind !== 'external-customer');
      if (origin < 0) continue;
      const reach = defectReach(map, [origin]);
      const exact = exactDefect(map, reach)!;
      reachedWorlds(map, [origin], seed, worlds).forEach((hits, v) => {
        const p = exact[v]!;
        if (p === 0 || p === 1) expect(hits).toBe(p * worlds);
        else worst = Math.max(worst, Math.abs(hits / worlds - p) / Math.sqrt((p * (1 - p)) / worlds));
      });
    }
    expect(worst).toBeGreaterThan(0.5);
    expect(worst).toBeLessThan(5);
  });

  test('a change of one link changes only what is downstream of it, and a higher chance only adds', () => {
    const content = randomMap(77, 60, 180);
    const before = compile(content);
    const origins = before.parties.flatMap(({ kind }, v) => (kind === 'team' && v % 7 === 0 ? [v] : []));
    const hitsBefore = reachedWorlds(before, origins, 1, 5_000);
    const link = before.links.findIndex(
      (_, e) =>
        before.liveChance[e]! > 0 &&
        before.defectPass[e]! < 1 &&
        hitsBefore[before.provider[e]!]! > 1_000 &&
        hitsBefore[before.customer[e]!]! < 4_000,
    );
    const { id, customer } = before.links[link]!;
    const after = compile({
      ...content,
      statements: [
        ...content.statements.filter((statement) => statement.link !== id),
        { type: 'statement', id: 'x', link: id, side: 'customer', defectPass: 1 },
      ],
    });
    const hitsAfter = reachedWorlds(after, origins, 1, 5_000);
    const changed = partyNumber(after, customer);
    const downstream = defectReach(after, [changed]).isReached;
    hitsAfter.forEach((hits, v) => {
      if (downstream[v] === 0) expect(hits).toBe(hitsBefore[v]);
      else expect(hits).toBeGreaterThanOrEqual(hitsBefore[v]!);
    });
    expect(hitsAfter[changed]).toBeGreaterThan(hitsBefore[changed]!);
  });

  test('a link added elsewhere leaves every draw as it was', () => {
    const content = randomMap(9, 40, 120);
    const [from, to] = content.parties.filter(({ kind }) => kind === 'team');
    const more = compile({
      ...content,
      links: [
        { type: 'link', id: '0', provider: from!.id, customer: to!.id, output: '', handshake: 'declared' },
        ...content.links,
      ],
      statements: [
        ...content.statements,
        { type: 'statement', id: '0', link: '0', side: 'customer', defectPass: 0 },
      ],
    });
    const map = compile(content);
    const hits = (of: CompiledMap) => reachedWorlds(of, numbersOf(of, [from!.id]), 1, 1_000);
    expect(hits(more)).toEqual(hits(map));
  });
});

/** In how many worlds each party is reached, told by its id: each world walked by itself, draw by draw. */
function oneByOne(content: MapContent, origins: readonly string[], seed: number, worlds: number) {
  const plain = plainMap(content);
  const hits = Object.fromEntries(plain.ids.map((id) => [id, 0]));
  for (let world = 0; world < worlds; world++) {
    const live = plain.links.filter(({ id, p }) => p === 1 || (p > 0 && isLive(seed, id, world, p)));
    for (const id of reachedAlong(live, origins)) hits[id]! += 1;
  }
  return hits;
}

/** The draw of one world alone. */
function isLive(seed: number, id: string, world: number, p: number): boolean {
  const { high, low } = drawKey(seed, id);
  return liveWorlds(high, low, world >>> 5, p, 1 << (world & 31)) !== 0;
}

/** Parties 00, 01, … in a row; each link passes a defect with chance p. */
function chainOf(length: number, p: number): CompiledMap {
  const name = (i: number) => String(i).padStart(2, '0');
  return mapOf(
    Array.from({ length: length + 1 }, (_, i) => name(i)),
    Array.from({ length }, (_, i) => [name(i), name(i + 1)]),
    p,
  );
}

/** From 00 to 01 over so many parties in between, two links each. */
function ladderOf(rungs: number, p: number): CompiledMap {
  const between = Array.from({ length: rungs }, (_, i) => `between ${i}`);
  return mapOf(
    ['00', '01', ...between],
    between.flatMap(
      (id) =>
        [
          ['00', id],
          [id, '01'],
        ] as const,
    ),
    p,
  );
}

function mapOf(ids: string[], pairs: readonly (readonly string[])[], p: number): CompiledMap {
  const links = pairs.map(([provider, customer]) => `${provider!} > ${customer!}`);
  return compile({
    map: { type: 'map', id: 'm', name: 'm' },
    parties: ids.map((id) => ({ type: 'party', kind: 'team', id, name: id })),
    links: pairs.map(([provider, customer], i) => ({
      type: 'link',
      id: links[i]!,
      provider: provider!,
      customer: customer!,
      output: 'work',
      handshake: 'declared',
    })),
    statements: links.map((link) => ({
      type: 'statement',
      id: `${link}/customer`,
      link,
      side: 'customer',
      defectPass: p,
    })),
  });
}
