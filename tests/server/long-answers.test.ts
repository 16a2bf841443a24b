import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { availableParallelism } from 'node:os';
import { aLargeFile } from '../support/a-large-file.js';
import { runServer, type RunningServer } from '../support/run-server.js';

let server: RunningServer;
beforeAll(async () => {
  server = await runServer({ environment: { RIPPLE_DEADLINE_MS: '600000' } });
});
afterAll(() => server.stop());

async function largeMap(teams: number): Promise<string> {
  const headers = { 'content-type': 'application/yaml' };
  const answer = await fetch(`${server.url}/api/map-files`, {
    method: 'POST',
    headers,
    body: aLargeFile(teams),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

const send = (path: string, body: unknown, signal?: AbortSignal) =>
  fetch(`${server.url}/api/maps/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
const defect = (worlds: number) => ({ disruptions: [{ party: 'Team 1', kind: 'defect' }], worlds });

/** A short ripple of the same map, sent after a long one, has passed it: the long one is being computed. */
const isUnderWay = (map: string) =>
  send(`${map}/ripple`, { disruptions: [{ party: 'Team 1', kind: 'delay', minutes: 5 }] });

describe('a long answer', () => {
  test('about a map that changes meanwhile says which revision it is of', async () => {
    const map = await largeMap(600);
    const before = send(`${map}/ripple`, defect(50_000)).then((answer) => answer.json());
    await isUnderWay(map);
    const changes = [{ op: 'patch', type: 'party', id: 'Team 2', fields: { catchRate: 1 } }];
    const commit = await send(`${map}/commits`, { idempotencyKey: 'a check', changes });
    expect(await commit.json()).toMatchObject({ revision: 2 });

    const hits = (party: string) => ({
      defect: { hits: expect.arrayContaining([expect.objectContaining({ party })]) },
    });
    expect(await before).toMatchObject({ revision: 1, report: hits('Team 2') });
    const after: unknown = await (await send(`${map}/ripple`, defect(1_000))).json();
    expect(after).toMatchObject({ revision: 2 });
    expect(after).not.toMatchObject({ report: hits('Team 2') });
  });

  test('that nobody waits for any more is not worked on', async () => {
    // More work than this test has time for, on every thread there is.
    const map = await largeMap(5_000);
    const gone = new AbortController();
    const left = Array.from({ length: 16 * availableParallelism() }, () =>
      send(`${map}/ripple`, defect(1_000_000), gone.signal).catch((error: unknown) => error),
    );
    await isUnderWay(map);
    gone.abort();
    await Promise.all(left);

    const answer = await send(`${map}/ripple`, defect(1_000));
    expect(answer.status).toBe(200);
  });
});
