import { describe, expect, test } from '@jest/globals';
import { between, distanceTo, lengthOf, pointAt, routeThrough } from './route';

describe('the line of a link', () => {
  test('leaves and arrives level, and stays between its ends', () => {
    const route = routeThrough([
      { x: 0, y: 0 },
      { x: 100, y: 80 },
    ]);
    const near = pointAt(route, 0.02);
    expect(near.y).toBeLessThan(0.5);
    for (let index = 0; index < route.points.length; index += 2) {
      expect(route.points[index]).toBeGreaterThanOrEqual(0);
      expect(route.points[index]).toBeLessThanOrEqual(100);
    }
  });

  test('goes along its bends from end to end', () => {
    const route = routeThrough([
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 100, y: 0 },
    ]);
    expect(lengthOf(route)).toBe(100);
    expect(pointAt(route, 0.25)).toEqual({ x: 25, y: 0 });
    expect(pointAt(route, 1)).toEqual({ x: 100, y: 0 });
  });

  test('swings around beside the card where it turns back', () => {
    const bends = [
      { x: 200, y: 0 },
      { x: 200, y: 40 },
      { x: 0, y: 40 },
      { x: 0, y: 0 },
    ];
    const route = routeThrough(bends, [1, 2]);
    const xs = route.points.filter((_, index) => index % 2 === 0);
    expect(Math.max(...xs)).toBeGreaterThan(205);
    expect(Math.max(...xs)).toBeLessThan(225);
    expect(Math.min(...xs)).toBeLessThan(-5);
    expect(pointAt(route, 1)).toEqual({ x: 0, y: 0 });
  });

  test('knows how far a finger is from it', () => {
    const route = routeThrough([
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ]);
    expect(distanceTo(route, { x: 50, y: 7 })).toBe(7);
    expect(distanceTo(route, { x: 103, y: 4 })).toBe(5);
  });

  test('moves to another line without leaving its ends behind', () => {
    const from = routeThrough([
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ]);
    const to = routeThrough([
      { x: 0, y: 50 },
      { x: 100, y: 90 },
    ]);
    const halfway = between(from, to, 0.5);
    expect(pointAt(halfway, 0)).toEqual({ x: 0, y: 25 });
    expect(pointAt(halfway, 1)).toEqual({ x: 100, y: 45 });
  });
});
