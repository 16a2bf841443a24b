import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { goldenMaps, goldenText } from './oracles/golden.js';

test('the same maps give the same bytes as ever', () => {
  const text = goldenText();
  expect(text.split('\n')).toHaveLength(goldenMaps);
  expect(text).toContain('"method":"exact"');
  expect(text).toContain('"method":"monte-carlo"');
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    'dd289e6d87801b90a3fef81cda3a368a4ef33ef9d7e83c959d87dfeef90cd48e',
  );
});
