import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wrapText } from './wrap-text';

/** Every letter is one unit wide. */
const measure = (text: string): number => text.length;

describe('wrapping a text', () => {
  test('breaks between words', () => {
    expect(wrapText('Put each bag on the plane', 10, measure)).toEqual(['Put each', 'bag on the', 'plane']);
  });

  test('breaks a word only where it alone is wider than the card', () => {
    expect(wrapText('an Unpronounceable word', 8, measure)).toEqual(['an', 'Unpronou', 'nceable', 'word']);
  });

  test('keeps what one sees as one letter together', () => {
    expect(wrapText('👩‍👩‍👧👩‍👩‍👧', 8, measure)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });

  test('says with an ellipsis that more was written', () => {
    expect(wrapText('one two three four', 5, measure, 2)).toEqual(['one', 'two…']);
  });

  test('makes no line of nothing', () => {
    expect(wrapText('   ', 10, measure)).toEqual([]);
  });

  test('loses no letter and passes no edge, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 12, max: 30 }),
        (text, width) => {
          const lines = wrapText(text, width, measure);
          expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
          for (const line of lines) if (line.includes(' ')) expect(measure(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
