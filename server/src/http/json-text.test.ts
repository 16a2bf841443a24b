import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJsonText } from './json-text.js';

describe('JSON from a stranger', () => {
  test('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
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

  test('keeps a field called __proto__ a field, for the schemas to refuse', () => {
    const value = readJsonText('{"a":[{"__proto__":{"role":"owner"}}]}') as { a: object[] };
    expect(Object.keys(value.a[0]!)).toEqual(['__proto__']);
    expect(value.a[0]).not.toHaveProperty('role');
  });
});
