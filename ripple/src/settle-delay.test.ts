import { describe, expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { brokenRules } from '@downstream/graph-schema/map-rules';
import fc from 'fast-check';
import { compile } from './compile.js';
import { delayOfAll } from './delay-pass.js';
import { createDelayRuns } from './delay-runs.js';
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

/** Links between numbered teams, with what they absorb. */
function mapOfTeams(teams: number, links: readonly (readonly [number, number, number])[]): CompiledMap {
  const id = (i: number) => `t${String(i).padStart(6, '0')}`;
  const linkId = (i: number) => `l${String(i).padStart(7, '0')}`;
  return compile({
    map: { type: 'map', id: 'm', name: 'A map' },
    parties: Array.from({ length: teams }, (_, i) => ({
      type: 'party',
      id: id(i),
      kind: 'team',
      name: id(i),
    })),
    links: links.map(([provider, customer], i) => ({
      type: 'link',
      id: linkId(i),
      provider: id(provider),
      customer: id(customer),
      output: 'work',
      handshake: 'declared',
    })),
    statements: links.map(([, , slack], i) => ({
      type: 'statement',
      id: `s${i}`,
      link: linkId(i),
      side: 'provider',
      slack,
    })),
  });
}

describe('delay on 5,000 teams that are one tangle of 50,000 links', () => {
  const teams = 5_000;
  let state = 7;
  const below = (n: number): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39;
    return (state >>> 0) % n;
  };
  const anyLinks = (count: number, slack: (from: number, to: number) => number) =>
    Array.from({ length: count }, (): [number, number, number] => {
      const from = below(teams);
      const to = (from + 1 + below(teams - 1)) % teams;
      return [from, to, slack(from, to)];
    });
  const shuffled = Array.from({ length: teams }, (_, i) => i);
  for (let i = teams - 1; i > 0; i--) {
    const j = below(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  const step = new Map(shuffled.map((team, i) => [team, i]));
  /** One chain through everybody that absorbs nothing, hidden among links that absorb the more the more of it they skip. */
  const hidden: [number, number, number][] = [
    ...shuffled.slice(1).map((to, i): [number, number, number] => [shuffled[i]!, to, 0]),
    ...anyLinks(45_000, (from, to) => 2 * Math.abs(step.get(to)! - step.get(from)!)),
  ];

  test.each([
    ['with slack of any size', anyLinks(50_000, () => below(60)), 480],
    ['without slack', anyLinks(50_000, () => 0), 480],
    ['with one way that absorbs least and that no order follows', hidden, 20_000],
  ])('%s, is what a pass by levels gives', (_, links, minutes) => {
    const map = mapOfTeams(teams, links);
    const party = shuffled[0]!;
    const runs = createDelayRuns(map, minutes);
    runs.run(party, minutes);
    const settled = delayOfAll(map, settleDelay(map, [{ party, minutes }]));
    expect(settled).toEqual(runs.lateness);
  });
});
