import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { goldenMaps, goldenText } from './oracles/golden.js';

test('the same maps give the same bytes as ever', () => {
  const text = goldenText();
  expect(text.split('\n')).toHaveLength(goldenMaps);
  expect(text).toContain('"method":"exact"');
  expect(text).toContain('"method":"monte-carlo"');
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    'd8a7a300db74e4a7ae270403fc078a0a663b8c3609bc462f52a70f783fa0e1ad',
  );
});
