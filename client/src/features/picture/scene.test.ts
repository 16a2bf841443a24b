import { expect, test } from '@jest/globals';
import { sceneBounds } from './scene';
import { abovePill } from './sign-boxes';

const scene = {
  cards: new Map(),
  boxes: new Map([['a', { x: 0, y: 0, width: 100, height: 60 }]]),
  links: [],
};

test('the view leaves room for what a ripple writes above a card, and for the whole region it stands on', () => {
  expect(sceneBounds(scene)).toEqual({ x: 0, y: -abovePill, width: 100, height: 60 + abovePill });
  expect(sceneBounds(scene, [{ x: -14, y: -40, width: 128, height: 114 }])).toEqual({
    x: -14,
    y: -40,
    width: 128,
    height: 114,
  });
});

test('nothing is drawn of a map without cards', () => {
  expect(sceneBounds({ ...scene, boxes: new Map() })).toBeUndefined();
});
