import { expect, test } from '@jest/globals';
import { markToWatch } from './follow-show';

const stores = { time: 1, parties: ['stores'], customer: false };
const patients = { time: 2, parties: ['patients'], customer: true };
const laboratory = { time: 3, parties: ['laboratory'], customer: false };

test('while a ripple plays the view goes to whoever was reached last', () => {
  const show = { marks: [stores, patients, laboratory] };
  expect(markToWatch(show, 0.5, false)).toBeUndefined();
  expect(markToWatch(show, 2.5, false)).toBe(patients);
  expect(markToWatch(show, 3.5, false)).toBe(laboratory);
});

test('at its end the view is back at the external customer, though a team was reached later', () => {
  expect(markToWatch({ marks: [stores, patients, laboratory] }, 4, true)).toBe(patients);
});

test('where no external customer feels it the view stays where it ended', () => {
  expect(markToWatch({ marks: [stores, laboratory] }, 4, true)).toBe(laboratory);
});
