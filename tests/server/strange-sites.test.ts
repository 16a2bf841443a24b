import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

/** One request with exactly these headers, Host included, which fetch would set itself. */
function send(
  url: string,
  method: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(url, { method, headers, setHost: !('host' in headers) }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode!, body }));
    });
    sending.on('error', reject).end();
  });
}

describe('a server for this machine alone', () => {
  let served: ServedMaps;
  beforeAll(async () => {
    served = await serveMaps([], { loopback: true });
  });
  afterAll(() => served.close());

  test('takes a browser on this machine as the host', async () => {
    expect((await served.call('GET', '/api/me')).body).toEqual({ host: true });
    expect((await served.call('POST', '/api/maps', { body: { name: 'Mine' } })).status).toBe(201);
  });

  test.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])(
    'takes nobody as the host whose request was passed on, as %s tells',
    async (header) => {
      expect((await served.call('GET', '/api/me', { headers: { [header]: '203.0.113.7' } })).body).toEqual({
        host: false,
      });
    },
  );

  test.each(['Bearer', 'Bearer ', 'bearer', 'Bearer\twrong'])(
    'takes a script that sends "%s" for nobody, not for the host',
    async (authorization) => {
      const answer = await served.call('GET', '/api/me', { headers: { authorization } });
      expect(answer).toMatchObject({ status: 401, body: { code: 'ACCESS_REVOKED' } });
    },
  );

  test('takes a script with a link as what the link says, not as the host', async () => {
    const { body } = await served.call('POST', '/api/maps', { body: { name: 'Mine' } });
    const viewer = await served.link((body as { id: string }).id, 'viewer');
    expect((await served.call('GET', '/api/me', viewer)).body).toEqual({ host: false });
  });

  test.each(['evil.example', 'evil.example:4400', '192.168.1.7', 'localhost.evil.example', ''])(
    'refuses the name %j, which a page elsewhere may have bound to this address',
    async (host) => {
      const answer = await send(`${served.url}/api/maps`, 'GET', { host });
      expect(answer.status).toBe(421);
      expect(answer.body).not.toContain('Mine');
    },
  );

  test.each(['localhost', 'localhost:1', '127.0.0.1', '[::1]:4400'])('goes by the name %s', async (host) => {
    expect((await send(`${served.url}/healthz`, 'GET', { host })).status).toBe(200);
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another site, without an origin', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('changes nothing for a page of %s, and streams nothing to it', async (_, headers) => {
    const made = await served.call('POST', '/api/maps', { headers, body: { name: 'Forged' } });
    expect(made).toMatchObject({ status: 403, body: { code: 'ORIGIN_REFUSED' } });
    const streamed = await served.call('GET', '/api/maps/any/stream', { headers });
    expect(streamed).toMatchObject({ status: 403, body: { code: 'ORIGIN_REFUSED' } });
    expect(JSON.stringify((await served.call('GET', '/api/maps')).body)).not.toContain('Forged');
  });

  test('serves its own page', async () => {
    const headers = { origin: served.url, 'sec-fetch-site': 'same-origin' };
    expect((await served.call('POST', '/api/maps', { headers, body: { name: 'Own' } })).status).toBe(201);
  });
});

describe('a server that others reach', () => {
  let served: ServedMaps;
  beforeAll(async () => {
    served = await serveMaps([], { loopback: false, host: '0.0.0.0', allowedHosts: ['maps.example'] });
  });
  afterAll(() => served.close());

  test('lets nobody in by address', async () => {
    expect((await served.call('GET', '/api/me')).body).toEqual({ host: false });
    expect((await served.call('POST', '/api/maps', { body: { name: 'Mine' } })).status).toBe(401);
  });

  test.each([
    ['maps.example', 200],
    ['MAPS.example:4400', 200],
    ['192.168.1.7:4400', 200],
    ['localhost', 200],
    ['other.example', 421],
  ])('answers to the name %s with %i', async (host, status) => {
    expect((await send(`${served.url}/healthz`, 'GET', { host })).status).toBe(status);
  });
});
