import { describe, expect, test } from '@jest/globals';
import { hitColour, inkOn, luminance, mixed } from './palette';

const light = { hits: ['#ffe3b3', '#ffb86b', '#f0744f', '#c8322b'] } as const;
const dark = { hits: ['#5a4520', '#8a5a1f', '#b14a2a', '#d6453d'] } as const;

const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
};

describe('the colour of a hit', () => {
  test('goes from amber to red by size', () => {
    expect(hitColour(light, 0)).toBe('#ffe3b3');
    expect(hitColour(light, 1)).toBe('#c8322b');
    expect(hitColour(light, 0.5)).toBe(mixed('#ffb86b', '#f0744f', 0.5));
  });

  test('grows darker with every step in light, so that a grey print tells the order too', () => {
    const steps = [0, 0.25, 0.5, 0.75, 1].map((strength) => luminance(hitColour(light, strength)));
    expect(steps.toSorted((a, b) => b - a)).toEqual(steps);
  });

  test('can be written on at every size, in both themes', () => {
    for (const palette of [light, dark]) {
      for (let strength = 0; strength <= 1; strength += 0.05) {
        const colour = hitColour(palette, strength);
        expect(contrast(inkOn(colour), colour)).toBeGreaterThan(4);
      }
    }
  });
});
