import { describe, expect, test } from '@jest/globals';
import { byCodeUnit, idSchema, textOf, visibleText } from './text.js';

describe('Text', () => {
  test.each(['', ' a ', 'é', 'e\u0301', '🧳', 'a\nb', '\u0000', '=1+1'])(
    '%j comes back as it went in',
    (text) => {
      expect(textOf(10).parse(text)).toBe(text);
    },
  );

  test.each(['\uD83E', 'a\uDDF3b'])('half of a character is refused: %j', (text) => {
    expect(textOf(10).safeParse(text).error?.issues[0]?.message).toContain('half of a character');
  });

  test.each(['', ' ', '\n\t'])('%j is no name', (text) => {
    expect(visibleText(10).safeParse(text).success).toBe(false);
  });

  test('is counted in code points, as JSON Schema counts it', () => {
    expect(textOf(2).safeParse('🧳a').success).toBe(true);
    expect(textOf(2).safeParse('🧳ab').success).toBe(false);
    expect(idSchema.safeParse('x'.repeat(201)).success).toBe(false);
  });

  test('is ordered by code unit, so that every machine agrees', () => {
    expect(['é', 'z', 'Z', 'a', '🧳', '\uFFFD'].sort(byCodeUnit)).toEqual([
      'Z',
      'a',
      'z',
      'é',
      '🧳',
      '\uFFFD',
    ]);
  });
});
