import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { goldenMaps, goldenText } from './oracles/golden.js';

test('the same maps give the same bytes as ever', () => {
  const text = goldenText();
  expect(text.split('\n')).toHaveLength(goldenMaps);
  expect(text).toContain('"method":"exact"');
  expect(text).toContain('"method":"monte-carlo"');
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    '0cd488b0bf8a3ee6d6bd25cb8f98cc1ce07e17792e3307aadb1cd10289de4af8',
  );
});
