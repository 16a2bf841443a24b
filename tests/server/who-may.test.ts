import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roles, type Role } from '@downstream/graph-schema/principal';
import { routes, type May, type Route, type RouteName } from '@downstream/graph-schema/route-table';
import { countFailedTries } from '@downstream/server/who-may/failed-tries';
import { aMap } from '../support/a-map.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

type Who = 'nobody' | 'revoked' | Role | 'host';
type By = 'a script' | 'a browser';

/** What each route is sent: enough that whoever may call it succeeds. */
const sent: { [N in RouteName]?: (made: Made) => { query?: string; body?: unknown; type?: string } } = {
  openAccess: ({ spare }) => ({ body: { secret: spare.secret } }),
  createMap: () => ({ body: { name: 'A new map' } }),
  importMapFile: () => ({ body: 'map: From a file', type: 'application/yaml' }),
  commit: () => ({
    body: {
      idempotencyKey: randomUUID(),
      changes: [{ op: 'patch', type: 'party', id: 'Kitchen', fields: { purpose: 'cooks' } }],
    },
  }),
  changes: () => ({ query: '?since=1' }),
  ripple: () => ({ body: { disruptions: [{ party: 'Kitchen', kind: 'delay', minutes: 5 }] } }),
  tolerance: () => ({ query: '?customer=Guests' }),
  gateways: () => ({ query: '?customer=Guests' }),
  advice: () => ({ body: {} }),
  createAccess: () => ({ body: { role: 'viewer' } }),
};

interface Made {
  /** The map in the path. */
  map: string;
  /** A viewer's link to that map which nobody holds yet. */
  spare: { id: string; secret: string };
}

let served: ServedMaps;
beforeAll(async () => {
  served = await serveMaps([], { services: { failedTries: countFailedTries(10_000) } });
});
afterAll(() => served.close());

const aRestaurant = (id: string) =>
  aMap('Restaurant', { id }).team('Kitchen').customer('Guests').serves('Kitchen', 'Guests');

async function newMap(): Promise<string> {
  const id = randomUUID();
  await served.store.createMap(aRestaurant(id).items(), 'host');
  return id;
}

/** The headers by which somebody is known who was let in to a map. */
async function letIn(who: Who, by: By, map: string): Promise<{ secret?: string; cookie?: string }> {
  if (who === 'nobody') return {};
  const link =
    who === 'host' ? await served.hostLink() : await served.link(map, who === 'revoked' ? 'owner' : who);
  const opened = await served.call('POST', '/api/open', { body: { secret: link.secret } });
  if (who === 'revoked') await served.store.revokeAccess({ map }, link.id);
  if (by === 'a script') return { secret: link.secret };
  return { cookie: (opened.headers.get('set-cookie') ?? '').split(';')[0]! };
}

async function callRoute(name: RouteName, known: { secret?: string; cookie?: string }, map: string) {
  const route: Route = routes[name];
  const made = { map, spare: await served.link(map, 'viewer') };
  const { query = '', body, type } = sent[name]?.(made) ?? {};
  const path = route.path.replace(':map', map).replace(':access', made.spare.id) + query;
  const leave = new AbortController();
  const answer = await fetch(served.url + path, {
    method: route.method.toUpperCase(),
    headers: {
      ...(known.secret !== undefined && { authorization: `Bearer ${known.secret}` }),
      ...(known.cookie !== undefined && { cookie: known.cookie }),
      ...(body !== undefined && { 'content-type': type ?? 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: leave.signal,
  });
  // A stream is open for good: that it was opened is all there is to see.
  const text = name === 'stream' && answer.ok ? '' : await answer.text();
  leave.abort();
  return { status: answer.status, code: answer.ok ? undefined : (JSON.parse(text) as { code: string }).code };
}

/** What the table promises: the status of success, or the code of the refusal. */
function promised(
  route: Route,
  who: Who,
  by: By,
  whose: 'own' | 'foreign',
): { status: number } | { code: string } {
  const allowed = { status: route.status };
  const may: May = route.may;
  if (may === 'anyone' || who === 'host') return allowed;
  if (who === 'nobody') return { code: 'NOT_SIGNED_IN' };
  if (who === 'revoked') return { code: by === 'a script' ? 'ACCESS_REVOKED' : 'NOT_SIGNED_IN' };
  if (may === 'host') return { code: 'FORBIDDEN' };
  if (whose === 'foreign') return { code: 'MAP_NOT_FOUND' };
  return roles.indexOf(who) >= roles.indexOf(may) ? allowed : { code: 'FORBIDDEN' };
}

/** Anyone may call these, and they tell the caller who they are: a script with a dead link is told that it is dead. */
const asksWho = new Set<string>(['whoAmI', 'listMaps']);

describe.each(Object.keys(routes) as RouteName[])('%s', (name) => {
  const route: Route = routes[name];
  const onMap = route.path.includes(':map');
  const cases = (['nobody', 'revoked', ...roles, 'host'] as const).flatMap((who) =>
    (['a script', 'a browser'] as const).flatMap((by) =>
      (onMap ? (['own', 'foreign'] as const) : (['own'] as const)).map((whose) => ({ who, by, whose })),
    ),
  );

  test.each(cases)('$who, as $by, on their $whose map', async ({ who, by, whose }) => {
    const own = await newMap();
    const map = whose === 'own' ? own : await newMap();
    const known = await letIn(who, by, own);
    const answer = await callRoute(name, known, map);
    const isDead = who === 'revoked' && by === 'a script' && asksWho.has(name);
    expect(answer).toMatchObject(isDead ? { code: 'ACCESS_REVOKED' } : promised(route, who, by, whose));
  });
});

describe('a map that is not there', () => {
  test('looks to others like one that they have no link to', async () => {
    const known = await letIn('owner', 'a script', await newMap());
    const deleted = await newMap();
    await served.store.deleteMap(deleted);
    expect(await served.call('GET', `/api/maps/${randomUUID()}`, known)).toMatchObject({ status: 404 });
    expect(await served.call('GET', `/api/maps/${deleted}`, known)).toMatchObject({ status: 404 });
  });

  test.each(['', '/access', '/changes?since=0', '/findings', '/file'])(
    'is gone, for the host, where it was deleted, and else not found: %s',
    async (part) => {
      const deleted = await newMap();
      await served.store.deleteMap(deleted);
      const known = await letIn('host', 'a browser', deleted);
      const ask = (map: string) => served.call('GET', `/api/maps/${map}${part}`, known);
      expect(await ask(deleted)).toMatchObject({ status: 410, body: { code: 'MAP_GONE' } });
      expect(await ask(randomUUID())).toMatchObject({ status: 404, body: { code: 'MAP_NOT_FOUND' } });
    },
  );
});
