/** @jest-environment node */
import { expect, test } from '@jest/globals';
import i18next from 'i18next';
import { startText } from '../../text/text';
import '../../text/en-leader';
import { harmInWords } from './measures';

startText();

test.each([
  ['delay', false, 1, '1 weighted minute'],
  ['delay', false, 1.4, '1.4 weighted minutes'],
  ['delay', true, 0.6, '0.6 minutes'],
  ['defect', false, 1, '1 weighted customer hit, on average'],
  ['defect', false, 2.1, '2.1 weighted customers hit, on average'],
  ['defect', true, 1, '1 hit, on average'],
  ['defect', true, 0.96, '0.96 hits, on average'],
] as const)('harm by %s (to one alone: %s) of %d is %s', (kind, isAlone, amount, words) => {
  expect(harmInWords({ kind, isAlone, amount, standardError: 0 }, i18next.t, 'en')).toBe(words);
});
