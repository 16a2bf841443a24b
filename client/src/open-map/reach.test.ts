import { describe, expect, test } from '@jest/globals';
import type { Link } from '@downstream/graph-schema/link';
import fc from 'fast-check';
import { allTheWay, reachOf } from './reach';

const linked = (...pairs: [provider: string, customer: string][]): Link[] =>
  pairs.map(([provider, customer]) => ({
    type: 'link',
    id: `${provider}>${customer}`,
    provider,
    customer,
    output: '',
    handshake: 'declared',
  }));

const names = (found: ReadonlyMap<string, number>): string[] => [...found.keys()];

describe('who is upstream and who is downstream', () => {
  const chain = linked(
    ['fuel', 'ramp'],
    ['loaders', 'ramp'],
    ['ramp', 'gate'],
    ['gate', 'crew'],
    ['crew', 'people'],
    ['caterer', 'crew'],
  );

  test('all the way, by how far they are', () => {
    const { upstream, downstream, farthest } = reachOf(chain, 'gate', allTheWay);
    expect([...upstream]).toEqual([
      ['ramp', 1],
      ['fuel', 2],
      ['loaders', 2],
    ]);
    expect([...downstream]).toEqual([
      ['crew', 1],
      ['people', 2],
    ]);
    expect(farthest).toBe(2);
  });

  test('within one hop, with the links of that hop only', () => {
    const reach = reachOf(chain, 'gate', 1);
    expect([names(reach.upstream), names(reach.downstream)]).toEqual([['ramp'], ['crew']]);
    expect([...reach.links]).toEqual(['ramp>gate', 'gate>crew']);
    expect(reach.farthest).toBe(2);
  });

  test('a party that only shares a customer is neither', () => {
    const { upstream, downstream, links } = reachOf(chain, 'gate', allTheWay);
    expect([...names(upstream), ...names(downstream)]).not.toContain('caterer');
    expect(links.has('caterer>crew')).toBe(false);
  });

  test('round a loop somebody is both, and the party itself is neither', () => {
    const { upstream, downstream } = reachOf(linked(['a', 'b'], ['b', 'a']), 'a', allTheWay);
    expect([names(upstream), names(downstream)]).toEqual([['b'], ['b']]);
  });

  test('whom no link touches has nobody', () => {
    const { upstream, downstream, links, farthest } = reachOf(chain, 'nobody', allTheWay);
    expect([upstream.size, downstream.size, links.size, farthest]).toEqual([0, 0, 0, 0]);
  });

  test('is what so many plain steps along links come to, on any map', () => {
    const party = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const pairs = fc.uniqueArray(fc.tuple(party, party), {
      maxLength: 16,
      selector: ([from, to]) => `${from}${to}`,
    });
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 9 }), (some, hops) => {
        const links = linked(...some.filter(([from, to]) => from !== to));
        const plain = new Set(['a']);
        const walked = new Set<string>();
        for (let step = 0; step < hops; step += 1) {
          const here = [...plain];
          for (const { id, provider, customer } of links) {
            if (!here.includes(provider)) continue;
            plain.add(customer);
            walked.add(id);
          }
        }
        plain.delete('a');
        const { downstream, links: lit } = reachOf(links, 'a', hops);
        expect(new Set(downstream.keys())).toEqual(plain);
        for (const id of walked) expect(lit.has(id)).toBe(true);
      }),
    );
  });
});
