/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { phrase } from '@downstream/ripple/phrase';
import i18next from 'i18next';
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
