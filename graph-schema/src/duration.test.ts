import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, longestDuration, parseDuration, workingTimeOf } from './duration.js';

describe('A duration as people write it', () => {
  test.each([
    ['30m', 30],
    ['2h', 120],
    ['1d', 480],
    ['1w', 2400],
    ['1h30m', 90],
    ['1w 2d 3h 4m', 3544],
    ['30 min', 30],
    ['2 hours', 120],
    ['1 Day', 480],
    ['PT30M', 30],
    ['PT1H30M', 90],
    ['P1D', 480],
    ['P1W', 2400],
    ['P1DT2H', 600],
    ['45', 45],
    [' 0 ', 0],
  ])('%s is %i minutes', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  test.each([
    '',
    ' ',
    'soon',
    '-5m',
    '1.5h',
    'm',
    'P',
    'PT',
    'P1M',
    '30s',
    'PT30S',
    '5m2h',
    '1h1h',
    '1e3',
    '∞',
    '1'.repeat(400),
  ])('"%s" is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test('a day and a week are as long as the map says', () => {
    const time = workingTimeOf({ dayLength: 600, weekLength: 3600 });
    expect(parseDuration('1w1d', time)).toBe(4200);
    expect(formatDuration(3600, time)).toBe('1w');
  });
});

describe('Minutes as a duration', () => {
  test.each([
    [0, '0m'],
    [30, '30m'],
    [60, '1h'],
    [90, '90m'],
    [480, '1d'],
    [1440, '3d'],
    [2400, '1w'],
    [2460, '41h'],
  ])('%i minutes are %s', (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });

  test('are at most so many weeks, as long as those of the map are', () => {
    expect(longestDuration()).toBe('2190 weeks');
    expect(longestDuration({ dayLength: 1440, weekLength: 10_080 })).toBe('521 weeks');
  });

  test('read back as the same minutes, whatever a day and a week are', () => {
    const length = fc.integer({ min: 1, max: 5_256_000 });
    fc.assert(
      fc.property(fc.nat(5_256_000), length, length, (minutes, dayLength, weekLength) => {
        const time = { dayLength, weekLength };
        expect(parseDuration(formatDuration(minutes, time), time)).toBe(minutes);
      }),
    );
  });
});
