import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aMap } from '../support/a-map.js';
import { readStream, type ReadStream } from '../support/read-stream.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

const map = 'restaurant';
let served: ServedMaps;
let owner: { id: string; secret: string };
const streams: ReadStream[] = [];

beforeEach(async () => {
  served = await serveMaps([
    aMap('Restaurant', { id: map }).team('Kitchen').customer('Guests').serves('Kitchen', 'Guests'),
  ]);
  owner = await served.link(map, 'owner');
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  await served.close();
});

async function open(
  options: { secret?: string; since?: number; lastEventId?: string } = {},
): Promise<ReadStream> {
  const query = options.since === undefined ? '' : `?since=${options.since}`;
  const stream = await readStream(`${served.url}/api/maps/${map}/stream${query}`, {
    authorization: `Bearer ${options.secret ?? owner.secret}`,
    ...(options.lastEventId !== undefined && { 'last-event-id': options.lastEventId }),
  });
  streams.push(stream);
  return stream;
}

/** Commits a new purpose for the kitchen; gives the revision. */
async function write(purpose: string): Promise<number> {
  const answer = await served.call('POST', `/api/maps/${map}/commits`, {
    secret: owner.secret,
    body: {
      idempotencyKey: randomUUID(),
      changes: [{ op: 'patch', type: 'party', id: 'Kitchen', fields: { purpose } }],
    },
  });
  expect(answer.status).toBe(200);
  return (answer.body as { revision: number }).revision;
}

const purposes = (entries: { changes: { after: object | null }[] }[]) =>
  entries.map(({ changes }) => (changes[0]!.after as { purpose: string }).purpose);

describe('a live stream', () => {
  test('begins at once, where the map stands', async () => {
    const stream = await open();
    expect(await stream.next()).toEqual({ event: 'entries', id: '1', data: [] });
  });

  test('tells what is committed from then on, in order', async () => {
    const stream = await open();
    await stream.next();
    for (const purpose of ['cooks', 'cooks well', 'cooks well and fast']) await write(purpose);
    expect(purposes(await stream.entries(3))).toEqual(['cooks', 'cooks well', 'cooks well and fast']);
  });

  test('tells what another server has committed', async () => {
    const stream = await open();
    await stream.next();
    const changes = [
      { op: 'patch', type: 'party', id: 'Kitchen', fields: { purpose: 'elsewhere' } },
    ] as const;
    const writer = { id: 'another', viewer: 'server' } as const;
    await served.store.commit(map, { idempotencyKey: 'k', changes: [...changes] }, writer);
    expect(purposes(await stream.entries(1))).toEqual(['elsewhere']);
  });

  test('resumes where it broke off, without gap or repeat, while others write', async () => {
    const heard: string[] = [];
    let lastEventId = '';
    const said = Array.from({ length: 40 }, (_, number) => `purpose ${number}`);
    const writing = (async () => {
      for (const purpose of said) await write(purpose);
    })();
    // A phone that loses its network after every few entries.
    while (heard.length < said.length) {
      const stream = await open(lastEventId === '' ? { since: 1 } : { lastEventId });
      const some = Math.min(3, said.length - heard.length);
      heard.push(...purposes(await stream.entries(some)));
      lastEventId = stream.lastId();
      stream.close();
    }
    await writing;
    expect(heard).toEqual(said);
  });

  test('is refused for a revision ahead of the map, or a cursor of somebody else', async () => {
    expect((await open({ since: 99 })).status).toBe(409);
    expect((await open({ lastEventId: 'never given' })).status).toBe(409);
  });

  test('takes Last-Event-ID before the revision in its address, which is old by then', async () => {
    await write('first');
    await write('second');
    const stream = await open({ since: 1, lastEventId: '2' });
    expect(purposes(await stream.entries(1))).toEqual(['second']);
  });

  test('tells everyone who watches', async () => {
    const all = await Promise.all(Array.from({ length: 15 }, () => open()));
    for (const stream of all) await stream.next();
    await write('for all of you');
    for (const stream of all) expect(purposes(await stream.entries(1))).toEqual(['for all of you']);
  });

  test('is refused beyond the number that the server can hold', async () => {
    await Promise.all(Array.from({ length: 20 }, () => open()));
    expect((await open()).status).toBe(429);
  });
});

describe('the end of a stream', () => {
  test('is told when the map is deleted', async () => {
    const stream = await open();
    await stream.next();
    await served.call('DELETE', `/api/maps/${map}`, { secret: owner.secret });
    expect(await stream.next()).toMatchObject({ event: 'gone' });
    expect(await stream.next()).toBeUndefined();
  });

  test('comes at once to those whose link is revoked, and to no one else', async () => {
    const viewer = await served.link(map, 'viewer');
    const theirs = await open({ secret: viewer.secret });
    const mine = await open();
    await theirs.next();
    await mine.next();
    await served.call('DELETE', `/api/maps/${map}/access/${viewer.id}`, { secret: owner.secret });
    await write('after the revocation');
    expect(await theirs.next()).toMatchObject({ event: 'revoked' });
    expect(await theirs.next()).toBeUndefined();
    expect(purposes(await mine.entries(1))).toEqual(['after the revocation']);
    expect((await open({ secret: viewer.secret })).status).toBe(401);
  });

  test('comes where another server revoked the link', async () => {
    const viewer = await served.link(map, 'viewer');
    const stream = await open({ secret: viewer.secret });
    await stream.next();
    await served.store.revokeAccess({ map }, viewer.id);
    expect(await stream.next()).toMatchObject({ event: 'revoked' });
  });

  test("comes to those who entered by the host's link, once that is revoked", async () => {
    const host = await served.hostLink();
    const stream = await open({ secret: host.secret });
    await stream.next();
    await served.store.revokeAccess('host', host.id);
    expect(await stream.next()).toMatchObject({ event: 'revoked' });
  });
});
