import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { possibleScale } from './painted-png';

test('a map of a usual size is drawn at twice its size', () => {
  expect(possibleScale(1_400, 900)).toBe(2);
});

test('no bitmap is larger than a browser makes one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200_000 }),
      fc.integer({ min: 1, max: 200_000 }),
      (width, height) => {
        const scale = possibleScale(width, height);
        expect(Math.max(width, height) * scale).toBeLessThanOrEqual(16_384);
        expect(width * scale * height * scale).toBeLessThanOrEqual(8_192 * 8_192);
        expect(scale).toBeGreaterThan(0);
      },
    ),
  );
});
