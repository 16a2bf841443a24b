import { describe, expect, test } from '@jest/globals';
import { openingView, shownBox, toPage, transformBetween, viewThatFits, type Room } from './view';

const desk: Room = { width: 1000, height: 700, top: 0, right: 0, bottom: 60, left: 0 };
const phone: Room = { ...desk, width: 390, height: 600 };
const map = { x: 0, y: 0, width: 1200, height: 900 };
const corner = { x: 1050, y: 800, width: 140, height: 80 };

describe('the view a picture opens with', () => {
  test('shows all of a map on a desk, clear of what lies over its lower edge', () => {
    const view = openingView(map, corner, false, desk);
    expect(view).toEqual(viewThatFits(map, desk));
    expect(toPage(view, { x: 0, y: map.height }).y).toBeLessThan(desk.height - desk.bottom);
  });

  test('shows on a phone what matters, at a size that can be read', () => {
    const view = openingView(map, corner, false, phone);
    expect(14 * view.zoom).toBeGreaterThan(11);
    const shown = shownBox(view, phone);
    expect(shown.x).toBeLessThan(corner.x);
    expect(shown.x + shown.width).toBeGreaterThan(corner.x + corner.width);
  });

  test('comes near a chosen card that would be a speck among thousands', () => {
    const huge = { ...map, width: 20_000 };
    expect(openingView(huge, corner, true, desk).zoom).toBeGreaterThan(0.5);
    expect(openingView(huge, corner, false, desk).zoom).toBeLessThan(0.1);
  });
});

test('what was painted at one view is moved to where another shows it', () => {
  const from = { zoom: 1, pan: { x: 10, y: 20 } };
  expect(transformBetween(from, from)).toBe('translate(0px, 0px) scale(1)');
  expect(transformBetween(from, { zoom: 2, pan: { x: 10, y: 20 } })).toBe('translate(-10px, -20px) scale(2)');
});
