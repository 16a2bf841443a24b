import { expect, test } from '@jest/globals';
import type { PartyBeat } from '../../show/show';
import { partyToWatch } from './follow-show';

const beat = (party: string, part: PartyBeat['part'], strength: number): [string, PartyBeat] => [
  party,
  { party, part, strength, reachedAt: 0, badges: [] },
];
const beats = new Map([
  beat('stores', 'origin', 1),
  beat('ward', 'hit', 1),
  beat('patients', 'customer', 0.4),
  beat('families', 'customer', 0.2),
]);
const marks = [
  { time: 1, parties: ['stores'], customer: false },
  { time: 2, parties: ['ward', 'patients'], customer: true },
  { time: 3, parties: ['families'], customer: true },
];

test('while a ripple plays the view goes to whoever was reached last, to external customers first', () => {
  const show = { marks, beats, comesTo: 'patients' };
  expect(partyToWatch(show, 0.5, false)).toBeUndefined();
  expect(partyToWatch(show, 1.5, false)).toBe('stores');
  expect(partyToWatch(show, 2.5, false)).toBe('patients');
  expect(partyToWatch(show, 3.5, false)).toBe('families');
});

test('at its end the view is at the external customer whom the verdict names, though another was reached later', () => {
  expect(partyToWatch({ marks, beats, comesTo: 'patients' }, 4, true)).toBe('patients');
});

test('where no external customer feels it the view stays where it ended', () => {
  expect(partyToWatch({ marks, beats }, 4, true)).toBe('families');
});
