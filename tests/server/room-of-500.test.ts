import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createMetrics } from '@downstream/server/metrics';
import { countStreams } from '@downstream/server/live/streams';
import { aMap } from '../support/a-map.js';
import { readStream, type ReadStream } from '../support/read-stream.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

const map = 'airline';
const phones = 500;
const commits = 20;
/** Phones that lose their network once, each after another entry. */
const flaky = 50;

let served: ServedMaps;
let owner: string;
let viewer: string;
const streams = new Set<ReadStream>();

beforeEach(async () => {
  const metrics = createMetrics({ process: false });
  served = await serveMaps([aMap('Airline', { id: map }).team('Loaders')], {
    // A phone may be back before the server knows that it was gone.
    services: { metrics, streams: countStreams({ most: phones + flaky, metrics }) },
  });
  owner = (await served.link(map, 'owner')).secret;
  viewer = (await served.link(map, 'viewer')).secret;
});
afterEach(async () => {
  for (const stream of streams) stream.close();
  streams.clear();
  await served.close();
});

/** A phone's stream from where the map stands now, or from where it broke off. */
async function open(lastEventId?: string): Promise<ReadStream> {
  const stream = await readStream(`${served.url}/api/maps/${map}/stream`, {
    authorization: `Bearer ${viewer}`,
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  });
  expect(stream.status).toBe(200);
  streams.add(stream);
  return stream;
}

/** Adds the revisions that come, in the order in which they come, until `last` or a later one is there. */
async function listen(stream: ReadStream, heard: number[], last: number): Promise<void> {
  while ((heard.at(-1) ?? 0) < last) heard.push(...(await stream.entries(1)).map(({ revision }) => revision));
}

describe('a room of 500 phones on one map', () => {
  test('hears every commit exactly once and in order, 50 of them over a lost connection', async () => {
    const room: ReadStream[] = [];
    while (room.length < phones) room.push(...(await Promise.all(Array.from({ length: 50 }, () => open()))));
    for (const stream of room) expect(await stream.next()).toMatchObject({ event: 'entries', data: [] });

    const last = commits + 1;
    const hearing = room.map(async (stream, phone) => {
      const heard: number[] = [];
      if (phone < flaky) {
        await listen(stream, heard, 2 + (phone % (commits - 1)));
        stream.close();
        await listen(await open(stream.lastId()), heard, last);
      } else {
        await listen(stream, heard, last);
      }
      return heard;
    });
    for (let number = 1; number <= commits; number++) {
      const { status } = await served.call('POST', `/api/maps/${map}/commits`, {
        secret: owner,
        body: {
          idempotencyKey: randomUUID(),
          changes: [{ op: 'patch', type: 'party', id: 'Loaders', fields: { purpose: `Purpose ${number}` } }],
        },
      });
      expect(status).toBe(200);
    }
    const everyRevision = Array.from({ length: commits }, (_, number) => number + 2);
    for (const heard of await Promise.all(hearing)) expect(heard).toEqual(everyRevision);
  });
});
