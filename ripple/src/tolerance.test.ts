import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aMap } from '../../tests/support/a-map.js';
import { compile } from './compile.js';
import { mapsUpTo, runs } from '../../tests/support/maps-up-to.js';
import { plainMap } from './oracles/plain-map.js';
import { toleranceByTrying } from './oracles/plain-whole-map.js';
import { toleranceReport } from './tolerance.js';

describe('tolerance', () => {
  test('is the longest delay that a customer does not feel, substitutes and loops and all', () => {
    let throughSubstitutes = 0;
    fc.assert(
      fc.property(mapsUpTo(8, 24), ({ content, plain, map }) => {
        const customer = map.isCustomer.indexOf(1);
        fc.pre(customer >= 0);
        // Small numbers, so that trying every delay is quick.
        for (const statement of content.statements) if (statement.slack !== undefined) statement.slack /= 5;
        for (const link of content.links) if (link.switchTime !== undefined) link.switchTime /= 5;
        for (const party of content.parties)
          if ('buffer' in party && party.buffer !== undefined) party.buffer /= 5;
        const small = plainMap(content);
        const compiled = compile(content);
        throughSubstitutes += compiled.groupPrimary.length > 0 ? 1 : 0;
        const longest = 150;
        const { parties, customer: id } = toleranceReport(compiled, customer);
        expect(plain.ids).toEqual(small.ids);
        const expected = parties.map(({ party }) => ({
          party,
          minutes: toleranceByTrying(small, party, id, longest),
        }));
        expect(parties.map(({ party, minutes }) => ({ party, minutes: minutes ?? Infinity }))).toEqual(
          expected,
        );
        expect(expected).toEqual(
          expected.toSorted((a, b) =>
            a.minutes === b.minutes ? (a.party < b.party ? -1 : 1) : a.minutes - b.minutes,
          ),
        );
      }),
      runs(600),
    );
    expect(throughSubstitutes).toBeGreaterThan(150);
  });

  test('is never where a substitute at hand stands in for good', () => {
    const map = compile(
      aMap('A map')
        .team('A')
        .team('B')
        .customer('X')
        .serves('A', 'X', { alternativeGroup: 'g' })
        .serves('B', 'X', { alternativeGroup: 'g', switchTime: 0 })
        .content(),
    );
    expect(toleranceReport(map, 2).parties).toEqual([
      { party: 'A', minutes: null },
      { party: 'B', minutes: null },
    ]);
  });
});
