import { afterEach, describe, expect, test } from '@jest/globals';
import { aLargeFile } from '../support/a-large-file.js';
import { runServer, type RunningServer } from '../support/run-server.js';

let server: RunningServer;
afterEach(() => server.stop());

const send = (path: string, body: string, type = 'application/json') =>
  fetch(server.url + path, { method: 'POST', headers: { 'content-type': type }, body });

/** The address of a large map, on a server with these settings. */
async function aLargeMapWith(environment: Record<string, string>): Promise<string> {
  server = await runServer({ environment });
  const made = await send('/api/map-files', aLargeFile(1_000), 'application/yaml');
  return `/api/maps/${((await made.json()) as { id: string }).id}`;
}

/** More than a thread can do in a millisecond: it is late before it begins. */
const defect = { disruptions: [{ party: 'Team 1', kind: 'defect' }], worlds: 20_000 };

describe('how long the engine may work', () => {
  test('on a whole map is not how long it may work on a ripple', async () => {
    const map = await aLargeMapWith({ RIPPLE_DEADLINE_MS: '1', WHOLE_MAP_DEADLINE_MS: '600000' });
    const late = await send(`${map}/ripple`, JSON.stringify(defect));
    expect(late.status).toBe(503);
    expect(await late.json()).toMatchObject({ code: 'ENGINE_TIMEOUT' });
    const weakLinks = await fetch(`${server.url}${map}/weak-links?kind=defect`);
    expect(await weakLinks.json()).toMatchObject({ report: { disruption: { kind: 'defect' } } });
  });

  test('on a whole map has an end, and a sentence that says so', async () => {
    const map = await aLargeMapWith({ RIPPLE_DEADLINE_MS: '600000', WHOLE_MAP_DEADLINE_MS: '1' });
    const late = await fetch(`${server.url}${map}/weak-links?kind=defect`);
    expect(late.status).toBe(503);
    expect(await late.json()).toMatchObject({
      code: 'ENGINE_TIMEOUT',
      title: expect.stringContaining('took longer than is allowed here'),
    });
    expect((await send(`${map}/ripple`, JSON.stringify(defect))).status).toBe(200);
  });
});
