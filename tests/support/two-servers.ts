import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { StoredItem } from '@downstream/graph-schema/item';
import { readStream, type ReadStream } from './read-stream.js';
import type { RunningServer } from './run-server.js';

/**
 * What holds for two servers on one store, whichever it is. `start` starts one of them. How long one waits for the other
 * is measured by `npm run bench live`; here it is only what comes, and in which order.
 */
export function testTwoServers(start: () => Promise<RunningServer>): void {
  let one: RunningServer;
  let other: RunningServer;
  let map: string;
  const streams: ReadStream[] = [];

  beforeAll(async () => {
    [one, other] = await Promise.all([start(), start()]);
    ({ id: map } = (await post(`${one.url}/api/maps`, { name: 'Airline' })) as { id: string });
  });
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });
  afterAll(async () => {
    await one.stop();
    await other.stop();
  });

  async function openStream(server: RunningServer, secret?: string): Promise<ReadStream> {
    const headers = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
    const stream = await readStream(`${server.url}/api/maps/${map}/stream`, headers);
    streams.push(stream);
    expect(await stream.next()).toMatchObject({ event: 'entries', data: [] });
    return stream;
  }

  const addTeam = (server: RunningServer, name: string) =>
    post(`${server.url}/api/maps/${map}/commits`, {
      idempotencyKey: randomUUID(),
      changes: [{ op: 'put', item: { type: 'party', id: name, kind: 'team', name } }],
    }) as Promise<{ revision: number }>;

  test('streams of both tell what is committed on either, in one order', async () => {
    const here = await openStream(one);
    const there = await openStream(other);
    const names = ['Loaders', 'Turnaround', 'Gate', 'Crew', 'Fuel', 'Catering'];
    // All at once: which comes first is the store's to say, and both must say the same.
    const committed = await Promise.all(
      names.map((name, number) => addTeam(number % 2 === 0 ? one : other, name)),
    );
    const heardHere = await here.entries(names.length);
    expect(await there.entries(names.length)).toEqual(heardHere);
    const revisions = committed.map(({ revision }) => revision).sort((a, b) => a - b);
    expect(heardHere.map(({ revision }) => revision)).toEqual(revisions);
    expect(heardHere.flatMap(({ changes }) => changes.map(({ id }) => id)).sort()).toEqual(names.sort());
  });

  test('each reads at once what the other has acknowledged, and their commits make one log', async () => {
    const before = await addTeam(one, 'Ramp');
    const after = await addTeam(other, 'Tower');
    expect(after.revision).toBe(before.revision + 1);

    const seen = (await (await fetch(`${one.url}/api/maps/${map}`)).json()) as {
      revision: number;
      items: StoredItem[];
    };
    expect(seen.revision).toBe(after.revision);
    expect(seen.items.map(({ item }) => item.id)).toEqual(expect.arrayContaining(['Ramp', 'Tower']));
  });

  test('a link that is revoked on one lets nobody in on the other, whose streams it ends', async () => {
    const link = (await post(`${one.url}/api/maps/${map}/access`, { role: 'viewer' })) as {
      id: string;
      secret: string;
    };
    const theirs = await openStream(other, link.secret);
    const mine = await openStream(other);

    const revoked = await fetch(`${one.url}/api/maps/${map}/access/${link.id}`, { method: 'DELETE' });
    expect(revoked.status).toBe(204);
    await addTeam(one, 'After the revocation');

    expect(await theirs.next()).toMatchObject({ event: 'revoked' });
    expect(await theirs.next()).toBeUndefined();
    expect((await mine.entries(1)).at(-1)).toMatchObject({ changes: [{ id: 'After the revocation' }] });
    const again = await fetch(`${other.url}/api/maps/${map}`, {
      headers: { authorization: `Bearer ${link.secret}` },
    });
    expect(again.status).toBe(401);
  });

  test('a map that is deleted on one is gone on the other, and so are its streams', async () => {
    const { id } = (await post(`${one.url}/api/maps`, { name: 'Short-lived' })) as { id: string };
    const stream = await readStream(`${other.url}/api/maps/${id}/stream`);
    streams.push(stream);
    await stream.next();
    expect((await fetch(`${one.url}/api/maps/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await stream.next()).toMatchObject({ event: 'gone' });
    expect(await stream.next()).toBeUndefined();
    expect((await fetch(`${other.url}/api/maps/${id}`)).status).toBe(410);
  });
}

async function post(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
