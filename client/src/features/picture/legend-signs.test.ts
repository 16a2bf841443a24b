import { describe, expect, test } from '@jest/globals';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { foldedMark } from './folded-id';
import { legendEntries, legendRoom } from './legend-signs';

const content: MapContent = {
  map: { type: 'map', id: 'm', name: 'A map' },
  parties: [
    { type: 'party', kind: 'team', id: 'gate', name: 'Gate' },
    { type: 'party', kind: 'external-customer', id: 'guests', name: 'Guests' },
  ],
  links: [
    {
      type: 'link',
      id: 'l',
      provider: 'gate',
      customer: 'guests',
      output: 'a seat',
      dependence: 'blocking',
      handshake: 'declared',
    },
  ],
  statements: [],
};
const calm = { content, show: undefined, hasRegions: false };

describe('the key', () => {
  test('explains only what is on the picture', () => {
    expect(legendEntries(calm)).toEqual(['team', 'customer', 'blocking']);
  });

  test('keeps room for what a ripple may bring here, and for nothing else', () => {
    const kept = legendRoom(calm).filter(({ isPresent }) => !isPresent);
    expect(kept.map(({ entry }) => entry)).toEqual(['hit', 'absorbed', 'spared']);
  });

  test('has that room at its end, so that no gap shows in between', () => {
    const folded = { ...content.parties[0]!, id: `${foldedMark}Ramp` };
    const room = legendRoom({ ...calm, content: { ...content, parties: [folded, content.parties[1]!] } });
    const firstKept = room.findIndex(({ isPresent }) => !isPresent);
    expect(room.slice(firstKept).some(({ isPresent }) => isPresent)).toBe(false);
    expect(room.map(({ entry }) => entry)).toContain('foldedHit');
  });
});
