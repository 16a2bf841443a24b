import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyMapContent } from '../../tests/support/any-map.js';
import type { MapContent } from './map-content.js';

import { readMapFile } from './read-map-file.js';
import { writeMapFile } from './write-map-file.js';

const hotel: MapContent = {
  map: { type: 'map', id: 'm', name: 'Hotel: by the sea', dayLength: 600 },
  parties: [
    { type: 'party', id: 'Laundry', name: 'Laundry', kind: 'team', buffer: 600 },
    { type: 'party', id: 'guests', name: 'Guests', kind: 'external-customer', weight: 2 },
  ],
  links: [
    {
      type: 'link',
      id: '1',
      provider: 'Laundry',
      customer: 'guests',
      output: 'fresh sheets',
      handshake: 'declared',
    },
    {
      type: 'link',
      id: 'towels',
      provider: 'Laundry',
      customer: 'guests',
      output: '',
      handshake: 'disputed',
    },
  ],
  statements: [
    { type: 'statement', id: '1/customer', link: '1', side: 'customer', text: 'By three', slack: 0 },
    { type: 'statement', id: '1/provider', link: '1', side: 'provider', slack: 90, defectPass: 0.5 },
    { type: 'statement', id: 'towels/provider', link: 'towels', side: 'provider', text: 'When we can' },
  ],
};

describe('A map written as a file', () => {
  test('reads well, and leaves out what a reader would supply', () => {
    expect(writeMapFile(hotel, 'yaml')).toBe(`map: "Hotel: by the sea"
dayLength: 10h

parties:
  - name: Laundry
    kind: team
    buffer: 1d
  - id: guests
    name: Guests
    kind: external-customer
    weight: 2

links:
  - provider: Laundry
    customer: guests
    output: fresh sheets
    slack: 90m
    defectPass: 0.5
    expectation: {text: By three, slack: 0m}
  - id: towels
    provider: Laundry
    customer: guests
    handshake: disputed
    commitment: {text: When we can}
`);
  });

  test.each(['yaml', 'json'] as const)('in %s reads back as the same map', (format) => {
    fc.assert(
      fc.property(anyMapContent, (content) => {
        const reading = readMapFile(writeMapFile(content, format), { mapId: content.map.id });
        expect(reading).toEqual({ content });
      }),
      { numRuns: 60 },
    );
  });
});
