import { describe, expect, test } from '@jest/globals';
import { aMap } from '../../tests/support/a-map.js';
import { advice } from './advice.js';
import { compile } from './compile.js';
import { exposureReport } from './exposure.js';
import { mapFindings } from './map-findings.js';
import { weakLinks } from './weak-links.js';

const sizes = { slack: 60, buffer: 60, catchRate: 0.8, switchTime: 60 };
const teams = () => aMap('A map').team('A').team('B').serves('A', 'B', { defectPass: 0.5 });

describe.each([
  ['without external customers', teams().content(), 'NO_EXTERNAL_CUSTOMER'],
  [
    'on which no external customer counts',
    teams().customer('X', { weight: 0 }).serves('B', 'X').content(),
    'ALL_WEIGHTS_ZERO',
  ],
])('a map %s', (_, content, finding) => {
  const map = compile(content);

  test('says so in its findings', () => {
    expect(mapFindings(map)).toContainEqual({ code: finding });
  });

  test.each([{ kind: 'delay', minutes: 480 } as const, { kind: 'defect' } as const])(
    'has no harm to rank by, no shares of it, and nothing to advise, by a $kind',
    (disruption) => {
      const { harm, parties } = exposureReport(map, disruption);
      expect({ harm, each: parties.map((party) => party.harm) }).toEqual({ harm: 0, each: [0, 0] });
      for (const link of weakLinks(map, disruption, 5).report.links) {
        expect(link).toMatchObject({ harmCarried: 0, share: null });
      }
      expect(advice(map, { changes: 2, disruption, sizes })).toMatchObject({ harm: 0, changes: [] });
    },
  );
});
