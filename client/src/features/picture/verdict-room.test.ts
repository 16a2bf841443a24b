import { expect, test } from '@jest/globals';
import { verdictRoom } from './verdict-room';

const projector = { width: 1920, height: 1000 };
const map = (width: number, height: number) => ({ x: 0, y: 0, width, height });

test('the verdict stands above a long map', () => {
  expect(verdictRoom(map(1600, 600), projector)).toMatchObject({ left: 0 });
});

test('the verdict stands beside a high map, which is then larger', () => {
  const taken = verdictRoom(map(900, 1000), projector);
  expect(taken.top).toBe(0);
  expect(taken.left).toBeGreaterThan(400);
  expect(taken.left).toBeLessThan(projector.width / 3);
});

test('a map that is not laid out yet has it above', () => {
  expect(verdictRoom(undefined, projector).top).toBeGreaterThan(0);
});
