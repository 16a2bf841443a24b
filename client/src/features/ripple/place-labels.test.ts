import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeLabels } from './place-labels';

const label = fc.record({
  at: fc.integer({ min: 0, max: 800 }),
  width: fc.integer({ min: 10, max: 300 }),
  weight: fc.integer({ min: 0, max: 3 }),
});

describe('names under the timeline', () => {
  test('never touch and never leave it', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (labels) => {
        const placed = placeLabels(labels, 800).flatMap((place, index) =>
          place ? [{ ...place, right: place.left + labels[index]!.width }] : [],
        );
        placed.forEach((a, index) => {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(800);
          for (const b of placed.slice(index + 1)) {
            if (a.row === b.row) expect(a.left >= b.right || b.left >= a.right).toBe(true);
          }
        });
      }),
    );
  });

  test('stand under their mark, the second of two close ones in the next row', () => {
    const [first, second] = placeLabels(
      [
        { at: 200, width: 100, weight: 0 },
        { at: 240, width: 100, weight: 0 },
      ],
      800,
    );
    expect(first).toEqual({ left: 150, row: 0 });
    expect(second).toEqual({ left: 190, row: 1 });
  });

  test('give way to the more important where there is no room for all', () => {
    const crowd = [0, 0, 2].map((weight) => ({ at: 100, width: 150, weight }));
    expect(placeLabels(crowd, 200).map((place) => place?.row)).toEqual([1, undefined, 0]);
  });
});
