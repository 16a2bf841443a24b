import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { aMap } from '../support/a-map.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

let served: ServedMaps;
let secret: string;
beforeAll(async () => {
  const airline = aMap('Airline', { id: 'airline' }).team('Gate').customer('Passengers');
  served = await serveMaps([airline.serves('Gate', 'Passengers')]);
  ({ secret } = await served.link('airline', 'viewer'));
});
afterAll(() => served.close());

let clock: jest.Spied<typeof Date.now>;
beforeEach(() => {
  let now = Date.now();
  // An hour later at each look: no deadline would be met by this clock.
  clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 3_600_000));
});
afterEach(() => clock.mockRestore());

test('a ripple does not end because somebody sets the clock', async () => {
  const body = { disruptions: [{ party: 'Gate', kind: 'delay', minutes: 5 }] };
  expect((await served.call('POST', '/api/maps/airline/ripple', { secret, body })).status).toBe(200);
});

test('nor does a question about the whole map', async () => {
  expect((await served.call('GET', '/api/maps/airline/weak-links', { secret })).status).toBe(200);
});
