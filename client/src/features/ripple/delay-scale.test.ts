import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { delayScale, minutesAt, naturalUnit, positionOf } from './delay-scale';

describe('the slider of a delay', () => {
  test('moves forward as time does', () => {
    const positions = [1, 5, 30, 45, 60, 300, 480, 2_400, 9_600].map((minutes) => positionOf(minutes, {}));
    expect(positions.toSorted((a, b) => a - b)).toEqual(positions);
  });

  test('gives minutes that it puts back in the same place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: delayScale({}).length }), (position) => {
        const minutes = minutesAt(position, {});
        expect(minutesAt(Math.round(positionOf(minutes, {})), {})).toBe(minutes);
      }),
    );
  });

  test('is exact in minutes and round in hours and days', () => {
    expect(minutesAt(positionOf(7, {}), {})).toBe(7);
    expect(minutesAt(positionOf(47, {}), {}) % 5).toBe(0);
    expect(minutesAt(positionOf(1_000, {}), {}) % 60).toBe(0);
  });

  test('never says nothing late, and ends at its last tick', () => {
    expect(minutesAt(0, {})).toBe(1);
    expect(minutesAt(delayScale({}).length, {})).toBe(9_600);
    expect(positionOf(1_000_000, {})).toBe(delayScale({}).length);
  });

  test('keeps to a map whose working day is short', () => {
    const short = { dayLength: 100, weekLength: 200 };
    const ticks = delayScale(short).ticks.map(({ minutes }) => minutes);
    expect(ticks.toSorted((a, b) => a - b)).toEqual(ticks);
    expect(new Set(ticks).size).toBe(ticks.length);
  });
});

test('the natural unit of a delay is the largest that says it whole', () => {
  expect([30, 60, 90, 480, 2_400].map((minutes) => naturalUnit(minutes, {}))).toEqual([
    'min',
    'h',
    'min',
    'd',
    'w',
  ]);
});
