import { describe, expect, test } from '@jest/globals';
import {
  heldBy,
  openingView,
  shownBox,
  stillSeen,
  toPage,
  toPicture,
  transformBetween,
  viewThatFits,
  viewThatStays,
  type Room,
} from './view';

const desk: Room = { width: 1000, height: 700, top: 0, right: 0, bottom: 60, left: 0 };
const phone: Room = { ...desk, width: 390, height: 600 };
const map = { x: 0, y: 0, width: 1200, height: 900 };
const corner = { x: 1050, y: 800, width: 140, height: 80 };

describe('the view a picture opens with', () => {
  test('shows all of a map on a desk, clear of what lies over its lower edge', () => {
    const view = openingView(map, [corner], false, desk);
    expect(view).toEqual(viewThatFits(map, desk));
    expect(toPage(view, { x: 0, y: map.height }).y).toBeLessThan(desk.height - desk.bottom);
  });

  test('shows on a phone what matters, at a size that can be read', () => {
    const view = openingView(map, [corner], false, phone);
    expect(14 * view.zoom).toBeGreaterThan(11);
    const shown = shownBox(view, phone);
    expect(shown.x).toBeLessThan(corner.x);
    expect(shown.x + shown.width).toBeGreaterThan(corner.x + corner.width);
  });

  test('shows as much on a phone on its side, which is wide but low', () => {
    const onSide: Room = { ...desk, width: 844, height: 180 };
    const view = openingView(map, [corner], false, onSide);
    expect(14 * view.zoom).toBeGreaterThan(11);
    const shown = shownBox(view, onSide);
    expect(shown.y).toBeLessThan(corner.y);
    expect(shown.y + shown.height - onSide.bottom / view.zoom).toBeGreaterThan(corner.y + corner.height);
  });

  test('shows on a phone the first whole, and who is near, where not all can be seen at once', () => {
    const first = { x: 20, y: 20, width: 140, height: 80 };
    const near = { ...first, x: 200 };
    const shown = shownBox(openingView(map, [first, corner, near], false, phone), phone);
    for (const box of [first, near]) {
      expect(shown.x).toBeLessThan(box.x);
      expect(shown.x + shown.width).toBeGreaterThan(box.x + box.width);
    }
  });

  test('comes near a chosen card that would be a speck among thousands', () => {
    const huge = { ...map, width: 20_000 };
    expect(openingView(huge, [corner], true, desk).zoom).toBeGreaterThan(0.5);
    expect(openingView(huge, [corner], false, desk).zoom).toBeLessThan(0.1);
  });
});

describe('a room that becomes higher or lower', () => {
  const lower = { ...phone, height: 420 };
  const opened = openingView(map, [corner], false, phone);
  const stays = (focus: typeof corner, from: Room, to: Room) =>
    viewThatStays(opened, map, focus, [from, to], openingView(map, [corner], false, to));

  test('leaves the map where it is', () => {
    const seen = { ...corner, y: 400 };
    expect(stays(seen, phone, { ...phone, height: 590 })).toEqual(opened);
  });

  test('moves it only as far as it takes to see still whom one looked at', () => {
    const view = stays(corner, phone, lower)!;
    expect(view).toMatchObject({ zoom: opened.zoom, pan: { x: opened.pan.x } });
    const bottom = toPage(view, { x: 0, y: corner.y + corner.height }).y;
    expect(bottom).toBeLessThanOrEqual(lower.height - lower.bottom);
    expect(bottom).toBeGreaterThan(lower.height - lower.bottom - 20);
  });

  test('shows no empty paper where there is more of the map', () => {
    const view = stays(corner, phone, { ...phone, height: 700 })!;
    expect(toPage(view, { x: 0, y: map.height }).y).toBeGreaterThanOrEqual(700 - phone.bottom - 20);
  });

  test('asks for another view where the map wants another size, or the width has changed', () => {
    expect(
      viewThatStays(
        viewThatFits(map, desk),
        map,
        corner,
        [desk, lower],
        openingView(map, [corner], false, lower),
      ),
    ).toBeUndefined();
    const tight = { ...desk, height: 400 };
    expect(
      viewThatStays(viewThatFits(map, desk), map, corner, [desk, tight], viewThatFits(map, tight)),
    ).toBeUndefined();
  });

  test('leaves to a hand what it has moved out of sight', () => {
    const away = { zoom: 1, pan: { x: 0, y: -2_000 } };
    expect(stillSeen(away, corner, phone, lower)).toEqual(away);
  });
});

test('what was painted at one view is moved to where another shows it', () => {
  const from = { zoom: 1, pan: { x: 10, y: 20 } };
  expect(transformBetween(from, from)).toBe('translate(0px, 0px) scale(1)');
  expect(transformBetween(from, { zoom: 2, pan: { x: 10, y: 20 } })).toBe('translate(-10px, -20px) scale(2)');
});

describe('fingers on the picture', () => {
  const from = { zoom: 0.8, pan: { x: 30, y: -20 } };
  const before = { middle: { x: 120, y: 300 }, spread: 60 };

  test('what lies under their middle stays under it, as much larger as they spread', () => {
    const after = { middle: { x: 180, y: 260 }, spread: 90 };
    const view = heldBy(from, before, after, [0.1, 3]);
    expect(view.zoom).toBeCloseTo(1.2);
    const [was, is] = [toPicture(from, before.middle), toPicture(view, after.middle)];
    expect(is.x).toBeCloseTo(was.x);
    expect(is.y).toBeCloseTo(was.y);
  });

  test('one alone moves the map and leaves its size', () => {
    const held = { middle: { x: 120, y: 300 }, spread: 0 };
    const view = heldBy(from, held, { middle: { x: 130, y: 320 }, spread: 0 }, [0.1, 3]);
    expect(view).toEqual({ zoom: 0.8, pan: { x: 40, y: 0 } });
  });

  test('nobody comes nearer or goes farther than there is something to see', () => {
    expect(heldBy(from, before, { ...before, spread: 6_000 }, [0.5, 3]).zoom).toBe(3);
    expect(heldBy(from, before, { ...before, spread: 1 }, [0.5, 3]).zoom).toBe(0.5);
  });
});
