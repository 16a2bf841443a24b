import { describe, expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import fc from 'fast-check';
import { compile } from './compile.js';
import type { CompiledMap } from './compiled-map.js';
import { providersFirst } from './providers-first.js';
import { randomMap } from './oracles/random-map.js';

/** Teams joined by links that block, as pairs of provider and customer. */
function mapOf(teams: readonly string[], links: readonly (readonly [string, string])[]): MapContent {
  return {
    map: { type: 'map', id: 'm', name: 'A map' },
    parties: teams.map((id) => ({ type: 'party', id, kind: 'team', name: id })),
    links: links.map(([provider, customer], i) => ({
      type: 'link',
      id: `l${i}`,
      provider,
      customer,
      output: 'work',
      handshake: 'declared',
    })),
    statements: [],
  };
}

const namesInOrder = (content: MapContent): string[] => {
  const map = compile(content);
  return Array.from(providersFirst(map), (v) => map.parties[v]!.id);
};

/** Blocking links whose customer comes before its provider. */
function against(map: CompiledMap): number {
  const place = new Map(Array.from(providersFirst(map), (v, at) => [v, at]));
  return map.links.filter(
    (_, e) => map.isBlocking[e] === 1 && place.get(map.provider[e]!)! > place.get(map.customer[e]!)!,
  ).length;
}

describe('parties with providers first', () => {
  test('follow the links, whatever their ids', () => {
    const chain = mapOf(
      ['a', 'b', 'c', 'd'],
      [
        ['d', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
    );
    expect(namesInOrder(chain)).toEqual(['d', 'b', 'c', 'a']);
  });

  test('go against one link only of a loop with a shortcut', () => {
    const loop = mapOf(
      ['a', 'b', 'c', 'd'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'a'],
        ['a', 'c'],
      ],
    );
    expect(against(compile(loop))).toBe(1);
  });

  test('are moved where a search along links left more against the order than there need be', () => {
    // Searched from a, b comes last, after all whom it serves.
    const late = mapOf(
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['a', 'c'],
        ['c', 'd'],
        ['d', 'e'],
        ['e', 'b'],
        ['b', 'c'],
        ['b', 'd'],
        ['b', 'e'],
      ],
    );
    expect(against(compile(late))).toBe(1);
  });

  test('are all there, once each; and without loops nobody comes before a provider', () => {
    const maps = fc.tuple(
      fc.integer({ min: 0 }),
      fc.integer({ min: 2, max: 12 }),
      fc.integer({ min: 1, max: 40 }),
    );
    fc.assert(
      fc.property(maps, ([seed, parties, links]) => {
        const content = randomMap(seed, parties, links);
        const map = compile(content);
        expect([...providersFirst(map)].sort((u, v) => u - v)).toEqual([...map.parties.keys()]);
        const downhill = content.links.filter(({ provider, customer }) => provider < customer);
        for (const link of downhill) {
          delete link.alternativeGroup;
          delete link.switchTime;
        }
        expect(against(compile({ ...content, links: downhill }))).toBe(0);
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });
});
