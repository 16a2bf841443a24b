import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aMap } from '../support/a-map.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

let served: ServedMaps;
let logged: string;
beforeEach(async () => {
  logged = '';
  served = await serveMaps(
    [aMap('Kitchen', { id: 'kitchen' }).team('Cooks'), aMap('Garden', { id: 'garden' }).team('Gardeners')],
    { logged: (line) => (logged += line) },
  );
});
afterEach(() => served.close());

const open = (secret: string, cookie?: string) =>
  served.call('POST', '/api/open', { body: { secret }, ...(cookie !== undefined && { cookie }) });
const cookieOf = ({ headers }: { headers: Headers }) => (headers.get('set-cookie') ?? '').split(';')[0]!;
const readable = async (cookie: string) =>
  ((await served.call('GET', '/api/maps', { cookie })).body as { id: string; role: string }[]).map(
    ({ id, role }) => `${id} as ${role}`,
  );

describe('opening a link', () => {
  test('lets the browser in, by a cookie that no script and no other site can use', async () => {
    const { secret } = await served.link('kitchen', 'editor');
    const opened = await open(secret);
    expect(opened).toMatchObject({ status: 200, body: { map: 'kitchen', role: 'editor' } });
    expect(opened.headers.get('set-cookie')).toMatch(
      /^downstream=[\w-]{43}; .*Path=\/; .*HttpOnly; SameSite=Strict$/,
    );
    expect(await readable(cookieOf(opened))).toEqual(['kitchen as editor']);
  });

  test('adds to the places where the browser is let in already, the higher role counting', async () => {
    const cookie = cookieOf(await open((await served.link('kitchen', 'viewer')).secret));
    await open((await served.link('garden', 'owner')).secret, cookie);
    await open((await served.link('kitchen', 'editor')).secret, cookie);
    expect(await readable(cookie)).toEqual(['garden as owner', 'kitchen as editor']);
  });

  test('replaces a token that somebody made up', async () => {
    const planted = `downstream=${'A'.repeat(43)}`;
    const opened = await open((await served.link('kitchen', 'owner')).secret, planted);
    expect(cookieOf(opened)).not.toBe(planted);
    expect(await readable(planted)).toEqual([]);
  });

  test("of the host's place makes the browser the owner of every map", async () => {
    const opened = await open((await served.hostLink()).secret);
    expect(opened.body).toEqual({ host: true });
    expect(await readable(cookieOf(opened))).toEqual(['garden as owner', 'kitchen as owner']);
  });

  test('that was revoked opens nothing, and whoever it let in is out', async () => {
    const { id, secret } = await served.link('kitchen', 'editor');
    const cookie = cookieOf(await open(secret));
    await served.store.revokeAccess({ map: 'kitchen' }, id);
    expect(await open(secret)).toMatchObject({ status: 401, body: { code: 'ACCESS_REVOKED' } });
    expect(await readable(cookie)).toEqual([]);
    expect(await served.call('GET', '/api/maps/kitchen', { cookie })).toMatchObject({ status: 401 });
  });

  test('counts tries that fail, and still lets a right secret in', async () => {
    const answers = [];
    for (let tries = 0; tries < 7; tries++) answers.push((await open(`wrong ${tries}`)).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await open((await served.link('kitchen', 'viewer')).secret)).status).toBe(200);
  });

  test('signs commits with the browser that made them', async () => {
    const { secret } = await served.link('kitchen', 'editor');
    const [ann, ben] = [cookieOf(await open(secret)), cookieOf(await open(secret))];
    const commit = async (cookie: string, purpose: string) => {
      const changes = [{ op: 'patch', type: 'party', id: 'Cooks', fields: { purpose } }];
      const body = { idempotencyKey: purpose, changes };
      const answer = await served.call('POST', '/api/maps/kitchen/commits', { cookie, body });
      return (answer.body as { entry: { by: string } }).entry.by;
    };
    const byAnn = await commit(ann, 'soup');
    expect(await commit(ann, 'stew')).toBe(byAnn);
    expect(await commit(ben, 'salad')).not.toBe(byAnn);
  });
});

describe('secrets', () => {
  test('are in the answer that makes them, and in no list, log or error', async () => {
    const owner = await served.link('kitchen', 'owner');
    const made = await served.call('POST', '/api/maps/kitchen/access', {
      ...owner,
      body: { role: 'viewer' },
    });
    const { secret } = made.body as { secret: string };
    const cookie = cookieOf(await open(secret));
    const listed = await served.call('GET', '/api/maps/kitchen/access?x=1', owner);
    await served.call('GET', `/api/maps/kitchen?secret=${secret}`, { secret });
    expect(listed.body).toHaveLength(2);
    for (const text of [JSON.stringify(listed.body), logged]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(owner.secret);
      expect(text).not.toContain(cookie.split('=')[1]);
    }
    expect(logged).toContain('"path":"/api/maps/kitchen"');
  });
});
