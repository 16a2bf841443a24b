import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeBeside } from './place-beside';
import type { Box } from './placement';
import type { Point } from './route';

const space = { width: 1000, height: 800, top: 50, bottom: 100, left: 0 };
const words = { width: 300, height: 200 };
const card = { x: 400, y: 300, width: 120, height: 60 };
const nobody = () => [];

describe('words beside a card', () => {
  test('stand to its right where there is room', () => {
    expect(placeBeside(card, words, space, undefined, nobody)).toEqual({
      x: 532,
      y: 300,
      ...words,
      place: 'right top',
    });
  });

  test('stand to its left at the right edge', () => {
    const atTheEdge = { ...card, x: 860 };
    expect(placeBeside(atTheEdge, words, space, undefined, nobody).place).toBe('left top');
  });

  const isClearOf = ({ x, y }: Point, other: Box): boolean =>
    x >= other.x + other.width ||
    x + words.width <= other.x ||
    y >= other.y + other.height ||
    y + words.height <= other.y;

  test('give way to a card that matters, and let one that does not be hidden', () => {
    const small = { width: 120, height: 60 };
    const right = { x: 600, y: 300, ...small, weight: 8 };
    const left = { x: 150, y: 300, ...small, weight: 0.1 };
    const wide = { x: 0, width: 1000, height: 60, weight: 8 };
    const found = placeBeside(card, words, space, undefined, () => [
      right,
      left,
      { ...wide, y: 520 },
      { ...wide, y: 200 },
    ]);
    expect(isClearOf(found, right)).toBe(true);
    expect(isClearOf(found, left)).toBe(false);
  });

  test('stand further away where every side is taken by somebody who matters', () => {
    const around = [-1, 0, 1].flatMap((across) =>
      [-1, 0, 1].map((down) => ({
        x: card.x + across * 140,
        y: card.y + down * 100,
        width: 120,
        height: 60,
        weight: 8,
      })),
    );
    const found = placeBeside(card, words, space, undefined, () => around);
    expect(around.filter((other) => !isClearOf(found, other))).toEqual([]);
  });

  test('stay on the side they are on while the view moves', () => {
    expect(placeBeside(card, words, space, 'left bottom', nobody).place).toBe('left bottom');
  });

  test('are inside the free part of the picture, wherever the card is', () => {
    const anywhere = fc.record({
      x: fc.integer({ min: -500, max: 1500 }),
      y: fc.integer({ min: -500, max: 1500 }),
    });
    fc.assert(
      fc.property(anywhere, ({ x, y }) => {
        const found = placeBeside({ ...card, x, y }, words, space, undefined, nobody);
        expect(found.x).toBeGreaterThanOrEqual(0);
        expect(found.x + words.width).toBeLessThanOrEqual(space.width);
        expect(found.y).toBeGreaterThanOrEqual(space.top);
        expect(found.y + words.height).toBeLessThanOrEqual(space.height - space.bottom);
      }),
    );
  });
});
