import { describe, expect, test } from '@jest/globals';
import { sceneLink } from '../../testing/scene-link';
import type { Card } from './card';
import type { Scene } from './scene';
import { firstParty, partyAt, partyTowards } from './walk';

/** Cards of 100 × 50 by their place in a grid of columns and rows, and links as pairs. */
function scene(places: Record<string, [number, number]>, links: [string, string][]): Scene {
  const boxes = new Map(
    Object.entries(places).map(([id, [column, row]]) => [
      id,
      { x: column * 200, y: row * 100, width: 100, height: 50 },
    ]),
  );
  return {
    boxes,
    cards: new Map<string, Card>(),
    links: links.map(([provider, customer]) =>
      sceneLink(`${provider} > ${customer}`, provider, customer, [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
      ]),
    ),
  };
}

const map = scene({ loaders: [0, 1], fuel: [0, 2], crew: [1, 0], gate: [1, 1], people: [2, 0] }, [
  ['loaders', 'crew'],
  ['fuel', 'gate'],
  ['crew', 'people'],
]);

describe('arrow keys', () => {
  test('follow a link rather than the nearest card', () => {
    expect(partyTowards(map, 'loaders', 'right')).toBe('crew');
  });

  test('take the nearest card where no link leads that way', () => {
    expect(partyTowards(map, 'loaders', 'down')).toBe('fuel');
    expect(partyTowards(map, 'gate', 'up')).toBe('crew');
  });

  test('stop at the edge of the map', () => {
    expect(partyTowards(map, 'people', 'right')).toBeUndefined();
  });

  test('begin at the first card of the chain', () => {
    expect(partyTowards(map, undefined, 'right')).toBe('loaders');
    expect(firstParty(scene({}, []))).toBeUndefined();
  });

  test('a point is on the card that holds it', () => {
    expect(partyAt(map, { x: 250, y: 20 })).toBe('crew');
    expect(partyAt(map, { x: 150, y: 20 })).toBeUndefined();
    expect(partyAt(map, { x: 190, y: 20 }, 15)).toBe('crew');
  });
});
