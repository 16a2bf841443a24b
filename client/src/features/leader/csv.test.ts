/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { phrase } from '@downstream/ripple/phrase';
import { aMap } from '../../../../tests/support/a-map';
import { startText } from '../../text/text';
import '../../text/en-leader';
import { listAsCsv } from './csv';

startText();

const basis = {
  content: aMap('A map').team('Editors').content(),
  disruption: { kind: 'delay', minutes: 480 },
  customer: undefined,
  group: undefined,
  revision: 1,
} as const;
const none = { harm: 0, harmWords: phrase('wholeMap.noneByDefect'), method: { kind: 'exact' } } as const;

test('a list of which nothing is said has its columns all the same', () => {
  const row = {
    party: 'Editors',
    harm: 60,
    share: 0.5,
    isExact: true,
    standardError: 0,
    told: undefined,
  };
  const [heading, first] = listAsCsv.teams({ ...none, rows: [row], harmless: 0 }, basis).split('\r\n');
  expect(heading).toMatch(/^rank,party,harm,share,standardErrorAtMost,id,unit,over,map,/);
  expect(first).toMatch(/^1,Editors,60,0.5,0,Editors,weighted minutes,whole map,A map,/);
  expect(listAsCsv.teams({ ...none, rows: [], harmless: 1 }, basis)).toBe(`${heading}\r\n`);
  expect(listAsCsv.findings({ findings: [] }, basis)).toMatch(/^finding,words,about,over,/);
});
