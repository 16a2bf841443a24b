import { expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import fc from 'fast-check';
import { aMap } from '../../tests/support/a-map.js';
import { compile } from './compile.js';
import { mapFindings } from './map-findings.js';
import { plainMap } from './oracles/plain-map.js';
import { randomMap } from './oracles/random-map.js';

const found = (content: MapContent) => mapFindings(compile(content));

test('a map on which everything is well has none', () => {
  const content = aMap('A map').team('A').customer('X').serves('A', 'X').content();
  expect(found(content)).toEqual([]);
});

test('nobody outside, and nobody who counts', () => {
  expect(found(aMap('A map').team('A').team('B').serves('A', 'B').content())).toEqual([
    { code: 'NO_EXTERNAL_CUSTOMER' },
  ]);
  const weightless = aMap('A map').team('A').customer('X', { weight: 0 }).serves('A', 'X').content();
  expect(found(weightless)).toEqual([{ code: 'ALL_WEIGHTS_ZERO' }]);
});

test('customers whom nobody serves, parties who serve none, and those whom no link touches', () => {
  const content = aMap('A map')
    .team('A')
    .team('Alone')
    .team('Archive')
    .customer('X')
    .customer('Forgotten')
    .serves('A', 'X')
    .serves('A', 'Archive')
    .content();
  expect(found(content)).toEqual([
    { code: 'CUSTOMER_UNSERVED', parties: ['Forgotten'] },
    { code: 'REACHES_NO_CUSTOMER', parties: ['Archive'] },
    { code: 'ISOLATED', parties: ['Alone'] },
  ]);
});

test('each loop in which nothing absorbs, and links on which the two sides differ', () => {
  const content = aMap('A map')
    .team('A')
    .team('B')
    .team('C', { buffer: 5 })
    .customer('X')
    .serves('A', 'B')
    .serves('B', 'A')
    .serves('B', 'C')
    .serves('C', 'B')
    .serves('A', 'X', { expectation: { slack: 0 }, commitment: { slack: 10 } })
    .content();
  expect(found(content)).toEqual([
    { code: 'LOOP_WITHOUT_SLACK', parties: ['A', 'B'] },
    { code: 'STATEMENTS_DIFFER', links: ['A > X'] },
  ]);
});

test('on thousands of random maps, whom each finding names is whom its definition names', () => {
  let named = 0;
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 10 }), fc.integer({ min: 0, max: 14 }), (seed, n, m) => {
      const content = randomMap(seed, n, m);
      const { ids, links, isCustomer, b } = plainMap(content);
      const onward = (from: string, follows: (e: (typeof links)[number]) => boolean): Set<string> => {
        const after = new Set<string>();
        for (let before = -1; before !== after.size;) {
          before = after.size;
          for (const e of links) if ((e.u === from || after.has(e.u)) && follows(e)) after.add(e.v);
        }
        return after;
      };
      const touched = new Set(links.flatMap(({ u, v }) => [u, v]));
      const some = ids.some((id) => isCustomer[id]);
      const findings = found(content);
      const parties = (code: string) =>
        findings.flatMap((finding) => (finding.code === code && 'parties' in finding ? finding.parties : []));
      expect(parties('CUSTOMER_UNSERVED')).toEqual(ids.filter((id) => isCustomer[id] && !touched.has(id)));
      expect(parties('ISOLATED')).toEqual(ids.filter((id) => !isCustomer[id] && !touched.has(id)));
      expect(parties('REACHES_NO_CUSTOMER')).toEqual(
        ids.filter(
          (id) =>
            some &&
            !isCustomer[id] &&
            touched.has(id) &&
            ![...onward(id, () => true)].some((other) => isCustomer[other]),
        ),
      );
      const inALoop = ids.filter((id) =>
        onward(id, (e) => e.isBlocking && e.s === 0 && b[e.v] === 0).has(id),
      );
      expect(parties('LOOP_WITHOUT_SLACK').sort()).toEqual(inALoop);
      named += findings.length;
    }),
    { numRuns: 2_000, seed: 20261123 },
  );
  expect(named).toBeGreaterThan(2_000);
});
