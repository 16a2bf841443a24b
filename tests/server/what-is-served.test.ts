import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { routes, type Route } from '@downstream/graph-schema/route-table';
import { aMap } from '../support/a-map.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

let served: ServedMaps;
let site: string;
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'downstream-site-'));
  await mkdir(join(site, 'assets'));
  await writeFile(join(site, 'index.html'), '<title>The page</title>');
  await writeFile(join(site, 'assets', 'app-1a2b3c4d.js'), 'export const code = 1;');
  served = await serveMaps(
    [aMap('Kitchen', { id: 'kitchen' }).team('Cooks').customer('Guests').serves('Cooks', 'Guests')],
    { site },
  );
});
afterAll(async () => {
  await served.close();
  await rm(site, { recursive: true });
});

const html = { headers: { accept: 'text/html' } };

describe('the page', () => {
  test.each(['/', '/maps/kitchen', '/maps/kitchen?party=Cooks', '/open', '/embed/maps/kitchen'])(
    'is at %s',
    async (path) => {
      const answer = await served.call('GET', path, html);
      expect(answer).toMatchObject({ status: 200, body: '<title>The page</title>' });
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  test.each(['/api/nothing', '/api', '//api/maps', '/API//maps', '/assets/app-0ld.js', '/favicon.ico'])(
    'is not at %s',
    async (path) => {
      expect(await served.call('GET', path, html)).toMatchObject({
        status: 404,
        body: { code: 'ROUTE_NOT_FOUND' },
      });
    },
  );

  test('has its files kept for ever, for their names change with their content', async () => {
    const { headers } = await served.call('GET', '/assets/app-1a2b3c4d.js');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('may run only scripts of this server, and be framed by nobody', async () => {
    const policy = (await served.call('GET', '/', html)).headers.get('content-security-policy')!.split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.find((directive) => directive.startsWith('script-src'))).not.toContain("'unsafe");
  });
});

describe('a frame on another site', () => {
  const framing = async (method: string, path: string) => {
    const { headers } = await served.call(method, path, html);
    const policy = headers.get('content-security-policy')!.split(';');
    return {
      by: policy.find((directive) => directive.startsWith('frame-ancestors')),
      older: headers.get('x-frame-options'),
    };
  };
  const nobody = { by: "frame-ancestors 'none'", older: 'DENY' };

  test('may hold the embedded map', async () => {
    expect(await framing('GET', '/embed/maps/kitchen?delay=Cooks:30')).toEqual({
      by: 'frame-ancestors *',
      older: null,
    });
  });

  test('runs the same scripts there as on a page of its own', async () => {
    const scripts = async (path: string) =>
      (await served.call('GET', path, html)).headers
        .get('content-security-policy')!
        .split(';')
        .find((directive) => directive.startsWith('script-src'));
    expect(await scripts('/embed/maps/kitchen')).toBe(await scripts('/'));
  });

  test.each([
    '/',
    '/open',
    '/maps/kitchen',
    '/maps/kitchen?/embed/maps/kitchen',
    '/embed',
    '/embed/maps/',
    '/embed/maps/kitchen/edit',
    '/embed/maps/../../maps/kitchen',
    '/embed/maps/%2e%2e/%2e%2e/maps/kitchen',
    '/EMBED/maps/kitchen',
    '//embed/maps/kitchen',
    '/api/docs/',
    '/api/maps/kitchen',
    '/favicon.ico',
  ])('may not hold %s', async (path) => {
    expect(await framing('GET', path)).toEqual(nobody);
  });

  test.each(Object.entries(routes) as [string, Route][])('may not hold what %s answers', async (_, route) => {
    expect(await framing(route.method.toUpperCase(), route.path.replace(':map', 'kitchen'))).toEqual(nobody);
  });
});

describe('the API', () => {
  test('keeps its answers out of every cache', async () => {
    expect((await served.call('GET', '/api/maps')).headers.get('cache-control')).toBe('no-store');
  });

  test('is described by a valid OpenAPI document that names every route', async () => {
    const { body } = await served.call('GET', '/api/openapi.json');
    const result = await new Validator().validate(body as Record<string, unknown>);
    expect(result).toEqual({ valid: true });
    const { paths } = body as { paths: Record<string, Record<string, { operationId: string }>> };
    const described = Object.values(paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(described.sort()).toEqual(Object.keys(routes).sort());
  });

  test('has its description as a page, with nothing from elsewhere', async () => {
    const page = await served.call('GET', '/api/docs/');
    expect(page.status).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    expect(page.body).toMatch(/<meta name="viewport" content="width=device-width">/);
    for (const [, file] of String(page.body).matchAll(/(?:src|href)="(\.\/[^"]+)"/g)) {
      expect((await served.call('GET', new URL(file!, 'http://x/api/docs/').pathname)).status).toBe(200);
    }
  });

  test.each(Object.entries(routes) as [string, Route][])(
    '%s answers by the schema of the table',
    async (name, route) => {
      const given = route.output;
      if (!given || route.method !== 'get') return;
      const { secret } = await served.hostLink();
      const query =
        { changes: '?since=0', tolerance: '?customer=Guests', gateways: '?customer=Guests' }[name] ?? '';
      const answer = await served.call('GET', route.path.replace(':map', 'kitchen') + query, { secret });
      expect(answer.status).toBe(route.status);
      expect(given.safeParse(answer.body).error).toBeUndefined();
    },
  );

  test('counts what it does, for those who watch over it', async () => {
    const { secret } = await served.hostLink();
    await served.call('GET', '/api/maps/kitchen', { secret });
    const figures = await served.call('GET', '/metrics', { secret });
    expect(figures.body).toContain('downstream_request_seconds_count{route="readMap",status="200"}');
    expect(figures.body).toContain('downstream_open_streams 0');
  });

  test('writes a map as a file that makes the same map', async () => {
    const { secret } = await served.hostLink();
    const file = await served.call('GET', '/api/maps/kitchen/file', { secret });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename=Kitchen.yaml');
    const made = await served.call('POST', '/api/map-files?name=Second%20kitchen', {
      secret,
      body: file.body,
      headers: { 'content-type': 'application/yaml' },
    });
    const { id } = made.body as { id: string };
    const [first, second] = await Promise.all([
      served.store.loadMap('kitchen', 'server'),
      served.store.loadMap(id, 'server'),
    ]);
    const parties = ({ items }: typeof first) =>
      items.filter(({ item }) => item.type === 'party').map(({ item }) => item);
    expect(parties(second)).toEqual(parties(first));
    expect(second.items.find(({ item }) => item.type === 'map')?.item).toMatchObject({
      id,
      name: 'Second kitchen',
    });
  });
});
