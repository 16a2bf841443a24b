/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { sceneLink } from '../../testing/scene-link';
import { labelOf } from './link-label';
import { coveredBy, type Box } from './placement';

const cards = new Map<string, Box>([
  ['loaders', { x: 0, y: 0, width: 100, height: 60 }],
  ['turnaround', { x: 400, y: 0, width: 100, height: 60 }],
]);
const link = sceneLink('hold', 'loaders', 'turnaround', [
  { x: 100, y: 30 },
  { x: 400, y: 30 },
]);
const labelOff = (signs: readonly Box[]) =>
  labelOf(link, cards, signs, 1, (text, size) => text.length * size * 0.56);

test('the words of a link stand off what a ripple says, and on the link where nothing is said', () => {
  const { box } = labelOff([]);
  const sign = { x: box.x + box.width - 8, y: box.y - 10, width: 60, height: 20 };
  expect(coveredBy(box, [sign])).toBeGreaterThan(0);
  expect(coveredBy(labelOff([sign]).box, [sign, ...cards.values()])).toBe(0);
});

test('where signs leave no room they stand as without any', () => {
  const everywhere = { x: -500, y: -500, width: 1500, height: 1000 };
  expect(labelOff([everywhere])).toEqual(labelOff([]));
});
