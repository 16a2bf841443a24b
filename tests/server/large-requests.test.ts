import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aLargeFile } from '../support/a-large-file.js';
import { runServer, type RunningServer } from '../support/run-server.js';

let server: RunningServer;
beforeAll(async () => {
  // No answer is late here, however busy the machine is; how late one may be is tested for itself.
  server = await runServer({ environment: { RIPPLE_DEADLINE_MS: '600000' } });
});
afterAll(() => server.stop());

const send = (path: string, body: string, type = 'application/json', signal?: AbortSignal) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
    signal: signal ?? null,
  });

/** What is answered first: a request that takes long, or one for /healthz that is sent after it. */
async function firstOf(long: Promise<Response>): Promise<'the long one' | 'health'> {
  const health = fetch(`${server.url}/healthz`);
  return Promise.race([long.then(() => 'the long one' as const), health.then(() => 'health' as const)]);
}

describe('the built server, with its threads', () => {
  test('answers others while it reads a large file, and while a ripple takes long', async () => {
    const reading = send('/api/map-files', aLargeFile(5_000), 'application/yaml');
    expect(await firstOf(reading)).toBe('health');
    const made = await reading;
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };

    const defect = { disruptions: [{ party: 'Team 1', kind: 'defect' }], worlds: 1_000_000 };
    const gone = new AbortController();
    const rippling = send(`/api/maps/${id}/ripple`, JSON.stringify(defect), undefined, gone.signal);
    expect(await firstOf(rippling)).toBe('health');

    const delay = { disruptions: [{ party: 'Team 1', kind: 'delay', minutes: 30 }] };
    const answer = await send(`/api/maps/${id}/ripple`, JSON.stringify(delay));
    expect(answer.status).toBe(200);
    expect(
      ((await answer.json()) as { report: { delay: { hits: unknown[] } } }).report.delay.hits,
    ).toHaveLength(5_000);
    gone.abort();
    await expect(rippling).rejects.toThrow('aborted');
  });

  test('answers with a large map, and finds nothing in it to warn of', async () => {
    const made = await send('/api/map-files', aLargeFile(3_000), 'application/yaml');
    const { id } = (await made.json()) as { id: string };
    const answer = await fetch(`${server.url}/api/maps/${id}`);
    expect(((await answer.json()) as { items: unknown[] }).items.length).toBeGreaterThan(6_000);
    expect(server.printed()).not.toContain('Warning');
  });

  test('names every mistake of a large file', async () => {
    const wrong = aLargeFile(1_000).replaceAll('defectPass: 0.5', 'defectPass: 5');
    const answer = await send('/api/map-files', wrong, 'application/yaml');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'FILE_INVALID' });
  });
});
