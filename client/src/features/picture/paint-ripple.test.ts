import { expect, test } from '@jest/globals';
import type { Show } from '../../show/show';
import { sceneLink } from '../../testing/scene-link';
import { cardOf } from './card';
import { layerNames } from './layers';
import { paintMotion } from './paint-ripple';
import type { Palette } from './palette';
import type { Scene } from './scene';

const palette = Object.fromEntries(
  ['ink', 'paper', 'card', 'edge', 'soft', 'line', 'accent', 'customer', 'shield', 'spared'].map((name) => [
    name,
    '#445566',
  ]),
) as unknown as Palette;
const colours = { ...palette, hits: ['#ffeeee', '#ffaaaa', '#ff6666', '#cc2222'] } as unknown as Palette;

const party = (id: string) =>
  cardOf({ type: 'party', id, kind: 'team', name: id }, (text, size) => text.length * size * 0.5);
const scene: Scene = {
  cards: new Map(['a', 'b'].map((id) => [id, party(id)])),
  boxes: new Map(['a', 'b'].map((id, index) => [id, { x: 200 * index, y: 0, width: 138, height: 56 }])),
  links: [
    sceneLink('ab', 'a', 'b', [
      { x: 138, y: 28 },
      { x: 200, y: 28 },
    ]),
  ],
};
/** The first has just been hit, and a front is on its way from it. */
const show = {
  beats: new Map([
    [
      'a',
      {
        party: 'a',
        part: 'origin',
        reachedAt: 0.1,
        strength: 1,
        badges: [{ kind: 'minutes', minutes: 15 }],
      },
    ],
  ]),
  spared: new Map(),
  inconvenienced: new Map(),
  travels: [{ link: 'ab', from: 0.1, to: 1, part: 'causing', reach: 1 }],
} as unknown as Show;

/** What is asked of the canvas, in order. */
function painted(): string[] {
  const calls: string[] = [];
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get: (_, name) => {
      if (name === 'measureText') return (text: string) => ({ width: text.length * 7 });
      return (...said: unknown[]) =>
        calls.push(name === 'fillText' ? `fillText ${String(said[0])}` : String(name));
    },
    set: () => true,
  });
  const words = { badge: () => '+15 min', absorbed: () => '', spared: '' };
  paintMotion(context, scene, { show, position: 0.3, palette: colours, zoom: 1, words, chain: undefined });
  return calls;
}

test('a badge lies over the lines, the rings and the fronts that move', () => {
  const calls = painted();
  const badge = calls.indexOf('fillText +15 min');
  expect(calls).toContain('arc');
  expect(badge).toBeGreaterThan(calls.lastIndexOf('arc'));
  expect(badge).toBeGreaterThan(calls.lastIndexOf('stroke'));
});

test('what has come to rest, badges included, lies over what still moves', () => {
  expect(layerNames.indexOf('cards')).toBeGreaterThan(layerNames.indexOf('motion'));
});
