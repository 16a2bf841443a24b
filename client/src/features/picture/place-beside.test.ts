import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeBeside } from './place-beside';

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

  test('give way to a card that matters, and let one that does not be hidden', () => {
    const right = { x: 600, y: 300, width: 120, height: 60, weight: 8 };
    const left = { x: 150, y: 300, width: 120, height: 60, weight: 1 };
    const below = { x: 400, y: 400, width: 300, height: 100, weight: 8 };
    const above = { x: 400, y: 150, width: 300, height: 100, weight: 8 };
    expect(placeBeside(card, words, space, undefined, () => [right, below, above, left]).place).toMatch(
      /^left|^below right|^above right/,
    );
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
