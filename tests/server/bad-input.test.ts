import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '@downstream/graph-schema/error-code';
import type { Item } from '@downstream/graph-schema/item';
import { aMap } from '../support/a-map.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

const map = 'airline';
let served: ServedMaps;
let secret: string;
let host: string;

beforeAll(async () => {
  served = await serveMaps([
    aMap('Airline', { id: map })
      .supplier('Caterer')
      .team('Loaders')
      .team('Gate')
      .customer('Passengers')
      .serves('Caterer', 'Gate')
      .serves('Loaders', 'Gate', { id: 'bags' })
      .serves('Gate', 'Passengers'),
  ]);
  secret = (await served.link(map, 'owner')).secret;
  host = (await served.hostLink()).secret;
});
afterAll(() => served.close());

const stored = () => served.store.loadMap(map, 'server');
let before: Awaited<ReturnType<typeof stored>>;
beforeEach(async () => {
  before = await stored();
});
// Whatever was wrong with what was sent: nothing stored has changed.
afterEach(async () => {
  expect(await stored()).toEqual(before);
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  served.call('POST', path, { secret, body, headers });
const commit = (...changes: unknown[]) =>
  post(`/api/maps/${map}/commits`, { idempotencyKey: randomUUID(), changes });
const put = (item: Partial<Item> & { type: string }) => ({ op: 'put', item });
const link = (provider: string, customer: string, more: object = {}) =>
  put({ type: 'link', id: 'new', provider, customer, output: 'x', ...more });
const refused = (code: ErrorCode, paths?: (string | number)[][]) => ({
  body: expect.objectContaining({
    code,
    ...(paths && { errors: paths.map((path) => expect.objectContaining({ path })) }),
  }),
});

describe('a commit', () => {
  test.each<[string, ErrorCode, unknown[]]>([
    ['names a party that is not there', 'UNKNOWN_PARTY', [link('Loaders', 'Nobody')]],
    ['links a party to itself', 'SELF_LINK', [link('Gate', 'Gate')]],
    ['lets an external customer provide', 'CUSTOMER_PROVIDES', [link('Passengers', 'Gate')]],
    ['lets a supplier depend', 'SUPPLIER_DEPENDS', [link('Gate', 'Caterer')]],
    ['makes a group of one', 'GROUP_INVALID', [link('Loaders', 'Gate', { alternativeGroup: 'bags' })]],
    ['gives a switch time without a group', 'GROUP_INVALID', [link('Loaders', 'Gate', { switchTime: 5 })]],
    ['removes a party that links need', 'REFERENCED', [{ op: 'remove', type: 'party', id: 'Loaders' }]],
    [
      'is about a version that is not the newest',
      'VERSION_CONFLICT',
      [{ op: 'patch', type: 'party', id: 'Gate', fields: { purpose: 'boards' }, expectedVersion: 99 }],
    ],
  ])('is refused where it %s', async (_, code, changes) => {
    expect(await commit(...changes)).toMatchObject(refused(code));
  });

  test('that comes too late gets the item as it stands', async () => {
    const change = { op: 'remove', type: 'link', id: 'bags', expectedVersion: 7 };
    expect(await commit(change)).toMatchObject({
      status: 409,
      body: { code: 'VERSION_CONFLICT', current: { version: 1, item: { type: 'link', id: 'bags' } } },
    });
  });

  test('has all of its mistakes named, with their paths', async () => {
    const answer = await commit(
      put({ type: 'party', id: 'a', kind: 'team', name: ' ', buffer: -1 } as never),
      put({
        type: 'party',
        id: 'b',
        kind: 'team',
        name: 'B',
        buffer: 1e12,
        catchRate: 1.5,
        colour: 'red',
      } as never),
      { op: 'rename', type: 'party', id: 'Gate' },
    );
    expect(answer).toMatchObject({ status: 422, ...refused('INPUT_INVALID') });
    const paths = (answer.body as { errors: { path: unknown[] }[] }).errors.map(({ path }) => path.join('.'));
    expect(paths).toEqual(
      expect.arrayContaining([
        'changes.0.item.name',
        'changes.0.item.buffer',
        'changes.1.item.buffer',
        'changes.1.item.catchRate',
        'changes.1.item.colour',
        'changes.2.op',
      ]),
    );
  });

  test('has an ancestry key named beside the rest of its mistakes', async () => {
    const commitText = (change: string) => `{"idempotencyKey":"k","changes":[${change}]}`;
    const sent = [
      '{"op":"patch","type":"party","id":"Gate","fields":{"name":"","__proto__":{"role":"owner"},"buffer":-1,"zzz":1}}',
      '{"op":"put","item":{"type":"party","kind":"team","id":"a","name":"","__proto__":{"x":1},"zzz":1}}',
    ];
    const answers = await Promise.all(
      sent.map((change) => post(`/api/maps/${map}/commits`, commitText(change))),
    );
    const paths = answers.map(({ body }) =>
      (body as { errors: { path: unknown[] }[] }).errors.map(({ path }) => path.join('.')).sort(),
    );
    const [patch, put] = ['changes.0.fields', 'changes.0.item'];
    expect(paths).toEqual([
      [`${patch}.__proto__`, `${patch}.buffer`, `${patch}.name`, `${patch}.zzz`],
      [`${put}.__proto__`, `${put}.name`, `${put}.zzz`],
    ]);
  });

  test.each<[string, object]>([
    ['fields without number', Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, 1]))],
    ['a text without end', { name: 'x'.repeat(30_000) }],
    ['a list without end', { buffer: Array.from({ length: 20_000 }, () => 1) }],
  ])('is refused where it patches with %s, in one sentence', async (_, fields) => {
    const change = { op: 'patch', type: 'party', id: 'Gate', fields };
    expect(await commit(change)).toMatchObject({
      status: 422,
      ...refused('INPUT_INVALID', [['changes', 0, 'fields']]),
    });
  });

  test('cannot make the map larger than this server allows', async () => {
    const teams = Array.from({ length: 60 }, (_, number) =>
      put({ type: 'party', id: `team ${number}`, kind: 'team', name: 'T' }),
    );
    expect(await commit(...teams)).toMatchObject(refused('MAP_TOO_LARGE'));
  });

  test('with a key that was used for other changes is refused', async () => {
    const other = await served.call('POST', '/api/maps', { secret: host, body: { name: 'Another' } });
    const { id } = other.body as { id: string };
    const send = (name: string) =>
      served.call('POST', `/api/maps/${id}/commits`, {
        secret: host,
        body: { idempotencyKey: 'k', changes: [put({ type: 'party', id: 'p', kind: 'team', name })] },
      });
    const first = await send('Once');
    expect(await send('Once')).toEqual(expect.objectContaining({ status: 200, body: first.body }));
    expect(await send('Twice')).toMatchObject(refused('KEY_REUSED'));
  });
});

describe('a body', () => {
  const path = `/api/maps/${map}/commits`;

  test.each<[string, number, ErrorCode, string]>([
    ['that is no JSON', 400, 'MALFORMED', '{"changes": ['],
    ['that is empty', 400, 'MALFORMED', ''],
    ['nested 10,000 deep', 422, 'INPUT_INVALID', '['.repeat(10_000) + ']'.repeat(10_000)],
    [
      'with fields nested 10,000 deep',
      422,
      'INPUT_INVALID',
      `{"changes":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
    ],
    [
      'with an ancestry key',
      422,
      'INPUT_INVALID',
      '{"idempotencyKey":"k","changes":[],"__proto__":{"role":"owner"}}',
    ],
    ['larger than this server takes', 413, 'BODY_TOO_LARGE', JSON.stringify({ long: 'x'.repeat(2_000_000) })],
  ])('%s', async (_, status, code, body) => {
    expect(await post(path, body)).toMatchObject({ status, ...refused(code) });
  });

  test('of another kind', async () => {
    const answer = await post(path, 'idempotencyKey: k', { 'content-type': 'application/yaml' });
    expect(answer).toMatchObject({ status: 415, ...refused('MEDIA_TYPE_UNKNOWN') });
  });

  test('that is not UTF-8', async () => {
    const answer = await fetch(`${served.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    });
    expect(answer.status).toBe(400);
  });

  test('is not read from somebody who may not send it', async () => {
    const answer = await served.call('POST', path, { body: 'x'.repeat(2_000_000) });
    expect(answer).toMatchObject({ status: 401, ...refused('NOT_SIGNED_IN') });
  });
});

describe('a ripple', () => {
  const ripple = (...disruptions: unknown[]) => post(`/api/maps/${map}/ripple`, { disruptions });

  test.each<[string, ErrorCode, unknown]>([
    ['of a party that is not there', 'UNKNOWN_PARTY', { party: 'Nobody', kind: 'delay', minutes: 5 }],
    ['of an external customer', 'DISRUPTION_INVALID', { party: 'Passengers', kind: 'defect' }],
    ['of no minutes', 'INPUT_INVALID', { party: 'Gate', kind: 'delay', minutes: 0 }],
    ['of minutes without end', 'INPUT_INVALID', { party: 'Gate', kind: 'delay', minutes: 1e15 }],
    ['of an unknown kind', 'INPUT_INVALID', { party: 'Gate', kind: 'strike' }],
  ])('%s', async (_, code, disruption) => {
    expect(await ripple(disruption)).toMatchObject({ status: 422, ...refused(code) });
  });

  test('of nothing', async () => {
    expect(await ripple()).toMatchObject(refused('INPUT_INVALID', [['disruptions']]));
  });

  test('names each party that is wrong', async () => {
    const wrong = [
      { party: 'Nobody', kind: 'defect' },
      { party: 'Gate', kind: 'defect' },
      { party: 'No one', kind: 'defect' },
    ];
    expect(await ripple(...wrong)).toMatchObject(
      refused('UNKNOWN_PARTY', [
        ['disruptions', 0, 'party'],
        ['disruptions', 2, 'party'],
      ]),
    );
  });
});

describe('a map file', () => {
  const send = (body: string, type = 'application/yaml') =>
    served.call('POST', '/api/map-files', { secret: host, body, headers: { 'content-type': type } });

  test('has every mistake named, with its line', async () => {
    const answer = await send(
      'map: M\nparties:\n  - name: A\n    buffer: soon\nlinks:\n  - {provider: A, customer: B}\n',
    );
    expect(answer).toMatchObject({ status: 422, ...refused('FILE_INVALID') });
    expect((answer.body as { errors: unknown[] }).errors).toEqual([
      expect.objectContaining({ line: 4 }),
      expect.objectContaining({ line: 6 }),
    ]);
  });

  test('sent ten times at once for one map makes it once', async () => {
    const id = randomUUID();
    const sending = () =>
      served.call('POST', `/api/map-files?id=${id}`, {
        secret: host,
        body: 'map: Once\nparties:\n  - name: A\n',
        headers: { 'content-type': 'application/yaml' },
      });
    const answers = await Promise.all(Array.from({ length: 10 }, sending));
    const [made, ...others] = answers.sort((a, b) => a.status - b.status);
    expect(made).toMatchObject({ status: 201, body: { id, revision: 1 } });
    for (const other of others) expect(other).toMatchObject({ status: 409, ...refused('MAP_EXISTS') });
    const all = await served.call('GET', '/api/maps', { secret: host });
    expect((all.body as { name: string }[]).filter(({ name }) => name === 'Once')).toHaveLength(1);
  });

  test('with a bomb of aliases', async () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x]' : `a${level}: &a${level} [${`*a${level - 1},`.repeat(10)}]`,
    );
    expect(await send(levels.join('\n'))).toMatchObject({ status: 422, ...refused('FILE_INVALID') });
  });

  test('that names an unknown kind of file', async () => {
    expect(await send('map: M', 'application/pdf')).toMatchObject({ status: 415 });
  });

  test('larger than a map may be here', async () => {
    const parties = Array.from({ length: 60 }, (_, number) => `  - name: Team ${number}\n`).join('');
    expect(await send(`map: M\nparties:\n${parties}`)).toMatchObject(refused('MAP_TOO_LARGE'));
  });
});

describe('an address', () => {
  test.each<[string, string, number, ErrorCode]>([
    ['GET', '/api/nothing', 404, 'ROUTE_NOT_FOUND'],
    ['PUT', `/api/maps/${map}`, 405, 'METHOD_NOT_ALLOWED'],
    ['HEAD', `/api/maps/${map}/stream`, 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/api/maps/%E0%A4%A', 400, 'MALFORMED'],
    ['GET', `/api/maps/${map}/changes`, 422, 'INPUT_INVALID'],
    ['GET', `/api/maps/${map}/changes?since=-1`, 422, 'INPUT_INVALID'],
    ['GET', `/api/maps/${map}/changes?since=1&since=2`, 422, 'INPUT_INVALID'],
    ['GET', `/api/maps/${map}/changes?since=999`, 409, 'REVISION_UNKNOWN'],
    ['GET', `/api/maps/${map}/changes?since=1&color=red`, 422, 'INPUT_INVALID'],
    ['GET', `/api/maps/${map}/file?format=exe`, 422, 'INPUT_INVALID'],
    ['DELETE', `/api/maps/${map}/access/none`, 404, 'ACCESS_NOT_FOUND'],
    ['GET', `/api/maps/${'m'.repeat(300)}`, 422, 'INPUT_INVALID'],
  ])('%s %s is answered with %i', async (method, path, status, code) => {
    const answer = await served.call(method, path, { secret });
    expect(answer.status).toBe(status);
    if (method !== 'HEAD') expect(answer).toMatchObject(refused(code));
  });

  test('answers problems as RFC 9457 asks', async () => {
    const { headers, body } = await served.call('GET', '/api/nothing');
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toEqual({
      type: 'urn:downstream:problem:ROUTE_NOT_FOUND',
      title: 'There is nothing at this address.',
      status: 404,
      code: 'ROUTE_NOT_FOUND',
    });
  });
});
