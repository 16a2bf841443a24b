/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { phrase } from '@downstream/ripple/phrase';
import i18next from 'i18next';
import type { CustomerPart, TeamRow } from '../../engine/whole-map-question';
import { aMap } from '../../../../tests/support/a-map';
import { startText } from '../../text/text';
import '../../text/en-leader';
import { headlineOf } from './headline';
import { inGroup } from './in-group';

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
      { rows, harm: 100, harmWords: phrase('wholeMap.noneByDefect'), method: { kind: 'exact' }, harmless: 0 },
      aMap('A map').team('Editors').team('Layout').team('Printers').content(),
      i18next.t,
    );
  expect(said(row('Editors', 60), row('Layout', 40))).toBe(
    'The largest part of harm begins at Editors: 60\u00a0% of it.',
  );
  expect(said(row('Editors', 40), row('Layout', 40), row('Printers', 20))).toBe(
    'The largest parts of harm begin at 2 teams and suppliers alike: 40\u00a0% of it each.',
  );
});

test('harm that no link carries alone is still told as harm', () => {
  const said = (harm: number) =>
    headlineOf['weak-links'](
      {
        rows: [],
        harm,
        harmWords: phrase('wholeMap.noneByDefect'),
        method: { kind: 'exact' },
        hasMore: false,
      },
      aMap('A map').content(),
      i18next.t,
    );
  expect(said(0)).toBe('Nothing breaks here.');
  expect(said(480)).toBe('There is no link here whose fix alone takes anything off the harm.');
});

test('who is never late is told of the customers that were asked about, and of no others', () => {
  const content = aMap('A map').customer('Guests').customer('Hosts').content();
  const part = (customer: string): CustomerPart => ({
    customer,
    tolerance: [],
    felt: 0,
    never: 1,
    gateways: [],
    allGateways: 0,
  });
  const said = (others: number, ...customers: string[]) =>
    headlineOf.customers({ parts: customers.map(part), atOnce: 0, others }, content, i18next.t);
  expect(said(0, 'Guests', 'Hosts')).toBe(
    'No delay of one team or supplier alone reaches an external customer.',
  );
  expect(said(3, 'Guests', 'Hosts')).toBe(
    'No delay of one team or supplier alone reaches any of these external customers.',
  );
  expect(said(0, 'Guests')).toBe('No delay of one team or supplier alone reaches Guests.');
});

test('a department is named where it is what the list is of', () => {
  const content = aMap('A map').team('Editors').customer('Readers').content();
  const said = inGroup(i18next.t, 'Night desk');
  const rows = [
    { party: 'Editors', harm: 12, share: 0.12, isExact: true, standardError: 0, told: undefined },
  ];
  const teams = {
    rows,
    harm: 100,
    harmWords: phrase('wholeMap.noneByDefect'),
    method: { kind: 'exact' as const },
    harmless: 0,
  };
  expect(headlineOf.teams(teams, content, said)).toBe(
    'The largest part of harm from Night desk begins at Editors: 12\u00a0% of all harm.',
  );
  expect(headlineOf.customers({ parts: [], atOnce: 2, others: 0 }, content, said)).toBe(
    'Any delay of 2 teams and suppliers of Night desk reaches an external customer.',
  );
  expect(headlineOf.customers({ parts: [], atOnce: 0, others: 0 }, content, said)).toBe(
    'No delay of one team or supplier of Night desk alone reaches an external customer.',
  );
  expect(headlineOf.findings({ findings: [] }, content, said)).toBe(
    'Nothing in Night desk needs a second look.',
  );
});
