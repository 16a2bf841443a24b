import { describe, expect, test } from '@jest/globals';
import { hasArrow, parseQuickEntry } from './quick-entry.js';

describe('A quick entry', () => {
  test.each([
    [
      'Bag loaders > Turnaround: loaded hold',
      [{ provider: 'Bag loaders', customer: 'Turnaround', output: 'loaded hold' }],
    ],
    ['A → B', [{ provider: 'A', customer: 'B', output: '' }]],
    ['A -> B (30m slack)', [{ provider: 'A', customer: 'B', output: '', slack: 30 }]],
    ['A > B: hold (slack 1h)', [{ provider: 'A', customer: 'B', output: 'hold', slack: 60 }]],
    ['A > B: plan (draft)', [{ provider: 'A', customer: 'B', output: 'plan (draft)' }]],
    ['Front-desk>Night audit', [{ provider: 'Front-desk', customer: 'Night audit', output: '' }]],
  ])('%s', (text, links) => {
    expect(parseQuickEntry(text)).toEqual({ links });
  });

  test('is told from a name by its arrow', () => {
    expect(hasArrow('Kitchen > Waiters: plated dishes')).toBe(true);
    expect(hasArrow('Kitchen')).toBe(false);
    expect(hasArrow('Front-desk: nights')).toBe(false);
  });

  test('a chain is one link an arrow, each output with the arrow before it', () => {
    expect(parseQuickEntry('Bakery > Kitchen: bread > Guests: dinner')).toEqual({
      links: [
        { provider: 'Bakery', customer: 'Kitchen', output: 'bread' },
        { provider: 'Kitchen', customer: 'Guests', output: 'dinner' },
      ],
    });
  });

  test('a chain may come back, and hand on something else the second time', () => {
    expect(parseQuickEntry('A > B: plan > A > B: order')).toMatchObject({
      links: [{ output: 'plan' }, { provider: 'B', customer: 'A' }, { output: 'order' }],
    });
  });

  test.each([
    ['', 'an arrow'],
    ['Bag loaders', 'an arrow'],
    ['> B', 'before the first arrow'],
    ['A >', 'after the arrow'],
    ['A > B > : x', 'after an arrow'],
    ['A > A', 'cannot be its own customer'],
    ['A > B > A > b', '"A" hands on to "b" twice here'],
    ['A > B: x > A > B: X', 'twice here'],
    [`A > ${'B'.repeat(201)}`, '201 characters'],
    [`A > B: ${'x'.repeat(201)}`, '201 characters'],
  ])('"%s" is answered with what to write', (text, sentence) => {
    expect(parseQuickEntry(text)).toEqual({ problem: expect.stringContaining(sentence) });
  });
});
