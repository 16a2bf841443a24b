/** @jest-environment node */
import { expect, test } from '@jest/globals';
import { roomShape } from './use-room';

test.each([
  ['a desk beside the panel', 1068, 740, 'across'],
  ['beside the lists of a desk', 806, 850, 'down'],
  ['beside the lists of a small screen', 717, 668, 'down'],
  ['beside the lists of a wide screen', 1160, 1028, 'across'],
  ['a phone', 390, 620, 'down'],
  ['a phone on its side', 698, 276, 'across'],
])('in the room of %s a chain runs where its names can be read', (_, width, height, orientation) => {
  expect(roomShape({ width, height }, 'chain').orientation).toBe(orientation);
});
