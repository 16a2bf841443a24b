import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJsonText } from './json-text.js';

describe('JSON from a stranger', () => {
  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
        fc.pre(!text.includes('__proto__'));
        expect(readJsonText(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([['[[['], ['{"a":1,}'], [''], ['nonsense']])('calls %j malformed', (text) => {
    expect(() => readJsonText(text)).toThrow(expect.objectContaining({ code: 'MALFORMED' }));
  });

  test('refuses nesting before it parses', () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000);
    expect(() => readJsonText(deep)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });

  test('counts no brackets inside strings', () => {
    const text = JSON.stringify({ name: '[{"\\'.repeat(1_000) });
    expect(readJsonText(text)).toEqual({ name: '[{"\\'.repeat(1_000) });
  });

  test.each([['{"a":[{"__proto__":{"role":"owner"}}]}'], ['{"a":[{"\\u005f_proto__":1}]}']])(
    'refuses an ancestry key, however written: %s',
    (text) => {
      expect(() => readJsonText(text)).toThrow(
        expect.objectContaining({
          code: 'INPUT_INVALID',
          details: [{ path: ['a', 0, '__proto__'], message: 'is not a known field; remove it' }],
        }),
      );
    },
  );
});
