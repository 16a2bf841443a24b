/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { phrase } from '@downstream/ripple/phrase';
import i18next from 'i18next';
import type { TeamRow } from '../../engine/whole-map-question';
import { aMap } from '../../../../tests/support/a-map';
import { startText } from '../../text/text';
import '../../text/en-leader';
import { headlineOf } from './headline';

startText();

test('what is worth a second look is counted as it is listed', () => {
  const words = phrase('wholeMap.told');
  const findings = [
    { finding: { code: 'LOOP_WITHOUT_SLACK' as const, parties: ['Editors', 'Layout'] }, words },
    { finding: { code: 'STATEMENTS_DIFFER' as const, links: ['a', 'b', 'c'] }, words },
  ];
  expect(headlineOf.findings({ findings }, aMap('A map').content(), i18next.t)).toBe(
    '4 things are worth a second look.',
  );
});

test('teams from which the same harm begins are told together', () => {
  const row = (party: string, harm: number): TeamRow => ({
    party,
    harm,
    share: harm / 100,
    isExact: true,
    standardError: 0,
    told: undefined,
  });
  const said = (...rows: TeamRow[]) =>
    headlineOf.teams(
      { rows, harm: 100, harmWords: phrase('wholeMap.none'), method: { kind: 'exact' }, harmless: 0 },
      aMap('A map').team('Editors').team('Layout').team('Printers').content(),
      i18next.t,
    );
  expect(said(row('Editors', 60), row('Layout', 40))).toBe('Most harm begins at Editors: 60\u00a0% of it.');
  expect(said(row('Editors', 40), row('Layout', 40), row('Printers', 20))).toBe(
    'Most harm begins at 2 teams and suppliers alike: 40\u00a0% of it each.',
  );
});
