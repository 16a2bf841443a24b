import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gatewaysReport, nextGateway } from './gateways.js';
import { mapsUpTo, runs } from '../../tests/support/maps-up-to.js';
import { whoReaches } from './oracles/plain-whole-map.js';

describe('gateways', () => {
  test('are the parties without whom somebody no longer reaches the customer', () => {
    let found = 0;
    fc.assert(
      fc.property(mapsUpTo(12, 24), ({ plain, map }) => {
        for (let x = 0; x < map.parties.length; x++) {
          if (map.isCustomer[x] === 0) continue;
          const { customer, gateways } = gatewaysReport(map, x);
          const all = whoReaches(plain, customer);
          const expected = [...all].flatMap((party) => {
            const left = whoReaches(plain, customer, party);
            const behind = all.size - left.size - 1;
            return behind > 0 ? [{ party, behind }] : [];
          });
          expected.sort((a, b) => b.behind - a.behind || (a.party < b.party ? -1 : 1));
          expect(gateways).toEqual(expected);
          found += gateways.length;
          const next = nextGateway(map, x);
          map.parties.forEach(({ id }, v) => expect(next[v] === -1).toBe(v !== x && !all.has(id)));
        }
      }),
      runs(1_500),
    );
    expect(found).toBeGreaterThan(500);
  });
});
