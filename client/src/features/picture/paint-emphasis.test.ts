import { describe, expect, test } from '@jest/globals';
import type { EmphasisBadge } from '../../show/emphasis';
import type { Show } from '../../show/show';
import type { Card } from './card';
import { paintEmphasis } from './paint-emphasis';
import type { Palette } from './palette';
import type { Box } from './placement';
import type { Scene } from './scene';

const palette = { ink: '#111111', accent: '#2255dd', spared: '#33aa66' } as Palette;
const words = { badge: () => '+15 min', absorbed: () => '', spared: 'spared' };
const show = {
  beats: new Map([['hit', { party: 'hit', part: 'hit', badges: [{ kind: 'delay', minutes: 15 }] }]]),
  spared: new Map([['spared', 1]]),
} as unknown as Show;

/** Where the badge of a card of this width is painted, and what it says. */
function painted(party: string, width: number, badge: EmphasisBadge): { text: string; box: Box } {
  const card = { x: 0, y: 100, width, height: 60 };
  const scene = {
    cards: new Map([[party, { id: party, isCompact: false, distance: 1 } as Card]]),
    boxes: new Map([[party, card]]),
    links: [],
  } satisfies Scene;
  let [text, box] = ['', card];
  const context = {
    measureText: (said: string) => ({ width: said.length * 7 }),
    beginPath: () => undefined,
    fill: () => undefined,
    roundRect: (x: number, y: number, wide: number, high: number) => {
      box = { x, y, width: wide, height: high };
    },
    fillText: (said: string) => {
      text = said;
    },
  } as unknown as CanvasRenderingContext2D;
  const look = { palette, zoom: 1, shown: card, show, words };
  paintEmphasis(context, scene, { badges: new Map([[party, badge]]) }, look);
  return { text, box };
}

describe('a badge on a card of which the ripple says something', () => {
  const surprise = { text: '! surprise', sign: '!', tone: 'strong' } as const;
  const usual = { text: '5 min', tone: 'plain' } as const;

  test('stands at the other corner, in the same row, and is a sign where there is no room for its words', () => {
    const [wide, narrow, alone] = [
      painted('hit', 200, surprise),
      painted('hit', 110, surprise),
      painted('nobody', 110, surprise),
    ];
    expect([wide.text, narrow.text, alone.text]).toEqual(['! surprise', '!', '! surprise']);
    expect(wide.box.x).toBeLessThan(0);
    expect(narrow.box.x).toBeLessThan(0);
    expect(narrow.box.y).toBe(alone.box.y);
    // The ripple's own pill begins here.
    expect(wide.box.x + wide.box.width).toBeLessThan(200 + 8 - (7 * 7 + 12 * 1.3));
  });

  test('without a sign is above how late somebody is, and in the place of the word that somebody is spared', () => {
    const [alone, hit, spared] = ['nobody', 'hit', 'spared'].map((party) => painted(party, 110, usual).box);
    expect(hit!.y + hit!.height).toBeLessThanOrEqual(alone!.y);
    expect(spared).toEqual(alone);
  });
});
