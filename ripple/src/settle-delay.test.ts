import { describe, expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { brokenRules } from '@downstream/graph-schema/map-rules';
import fc from 'fast-check';
import { compile } from './compile.js';
import { delayOfAll } from './delay-pass.js';
import type { CompiledMap } from './compiled-map.js';
import { partyNumber } from './compiled-map.js';
import {
  delayByIteration,
  delayByLeastAbsorbing,
  clockByTheBook,
  sparedByTheBook,
} from './oracles/plain-delay.js';
import { plainMap } from './oracles/plain-map.js';
import { randomMap, randomRequest } from './oracles/random-map.js';
import { rippleOfDelay, settleDelay } from './settle-delay.js';
import { sparedBy } from './spared.js';

/** Maps of 2 to 12 parties, sparse to dense; smaller ones are tried first when one fails. */
const maps = fc
  .tuple(fc.integer({ min: 0 }), fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 40 }))
  .map(([seed, parties, links]) => ({ seed, content: randomMap(seed, parties, links) }));

const onThousands = { numRuns: 2_000, seed: 20261123 };

function declaredDelays(seed: number, content: MapContent): Record<string, number> {
  const own: Record<string, number> = {};
  for (const disruption of randomRequest(seed, content)?.disruptions ?? []) {
    if (disruption.kind === 'delay')
      own[disruption.party] = Math.max(disruption.minutes, own[disruption.party] ?? 0);
  }
  return own;
}

const numbered = (map: CompiledMap, own: Record<string, number>) =>
  Object.entries(own).map(([id, minutes]) => ({ party: partyNumber(map, id), minutes }));

const lateness = (map: CompiledMap, own: Record<string, number>) =>
  delayOfAll(map, settleDelay(map, numbered(map, own)));

const byParty = (map: CompiledMap, values: ArrayLike<number>) =>
  Object.fromEntries(map.parties.map(({ id }, v) => [id, values[v]!]));

describe('delay, on thousands of random maps with loops, substitutes and ties', () => {
  test('random maps keep every rule of the language', () => {
    fc.assert(
      fc.property(maps, ({ content }) => expect(brokenRules(content)).toEqual([])),
      onThousands,
    );
  });

  test('one pass gives what plain iteration from zero gives', () => {
    fc.assert(
      fc.property(maps, ({ seed, content }) => {
        const own = declaredDelays(seed, content);
        const map = compile(content);
        expect(byParty(map, lateness(map, own))).toEqual(delayByIteration(plainMap(content), own));
      }),
      onThousands,
    );
  });

  test('without substitutes it is the least absorbing chain', () => {
    fc.assert(
      fc.property(maps, ({ seed, content }) => {
        for (const link of content.links) {
          delete link.alternativeGroup;
          delete link.switchTime;
        }
        const own = declaredDelays(seed, content);
        const map = compile(content);
        expect(byParty(map, lateness(map, own))).toEqual(delayByLeastAbsorbing(plainMap(content), own));
      }),
      onThousands,
    );
  });

  test('causes and clock are the ones that the rules give word for word, for every late party', () => {
    fc.assert(
      fc.property(maps, ({ seed, content }) => {
        const own = declaredDelays(seed, content);
        const map = compile(content);
        const ripple = rippleOfDelay(map, numbered(map, own));
        const { late, at, hops, through } = ripple;
        const found = Array.from(late, (v, i) => [
          map.parties[v]!.id,
          { t: at[i], hops: hops[i], through: through[i] === -1 ? null : map.links[through[i]!]!.id },
        ]);
        const expected = clockByTheBook(plainMap(content), own, byParty(map, delayOfAll(map, ripple)));
        expect(Object.fromEntries(found)).toEqual(expected);
      }),
      onThousands,
    );
  });

  test('who is spared, by what, and who is inconvenienced', () => {
    fc.assert(
      fc.property(maps, ({ seed, content }) => {
        const map = compile(content);
        const delay = lateness(map, declaredDelays(seed, content));
        const { spared, inconvenienced } = sparedBy(map, delay);
        const idOf = (v: number) => map.parties[v]!.id;
        expect({
          spared: spared.map(({ party, by }) => ({ party: idOf(party), by })),
          inconvenienced: inconvenienced.map(idOf),
        }).toEqual(sparedByTheBook(plainMap(content), byParty(map, delay)));
      }),
      onThousands,
    );
  });
});
