import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonInPieces } from './json-in-pieces.js';

async function whole(value: unknown): Promise<string> {
  let text = '';
  for await (const piece of jsonInPieces(value)) text += piece;
  return text;
}

describe('JSON in pieces', () => {
  test('is the text that JSON.stringify gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await whole(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  test('also for lists longer than a piece, and fields that are absent', async () => {
    const value = {
      revision: 3,
      gone: undefined,
      items: Array.from({ length: 1_234 }, (_, id) => ({ id })),
      end: [],
    };
    expect(await whole(value)).toBe(JSON.stringify(value));
    expect(await whole(value.items)).toBe(JSON.stringify(value.items));
  });
});
