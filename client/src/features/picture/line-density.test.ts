import { expect, test } from '@jest/globals';
import { sceneLink } from '../../testing/scene-link';
import { lineDensity, passesFor } from './line-density';
import type { SceneLink } from './scene';

/** Level lines, each so far below the one before. */
const lines = (count: number, apart: number): SceneLink[] =>
  Array.from({ length: count }, (_, index) =>
    sceneLink(`${index}`, 'a', 'b', [
      { x: 0, y: index * apart },
      { x: 1000, y: index * apart },
    ]),
  );
/** How dark it is where so many strokes lie over each other. */
const darkness = (alpha: number, strokes: number): number => 1 - (1 - alpha) ** strokes;

test('there is as much line about a line as lines lie close, wherever else there is none', () => {
  expect(lineDensity(lines(480, 10))).toBeCloseTo(1 / 10, 2);
  expect(lineDensity([...lines(480, 10), ...lines(2, 48_000)])).toBeGreaterThan(0.09);
  expect(lineDensity([])).toBe(0);
});

test('lines apart from each other are drawn at once and in full', () => {
  expect(passesFor(0.1, 2)).toEqual({ count: 1, alpha: 1 });
});

test('where lines lie over each other many are darker than few, and none of them is all there is to see', () => {
  for (const over of [3, 10, 1000]) {
    const { count, alpha } = passesFor(1, over);
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThanOrEqual(6);
    expect(darkness(alpha, count)).toBeLessThan(0.8);
    expect(darkness(alpha, count)).toBeGreaterThan(1.4 * darkness(alpha, 1));
  }
});
