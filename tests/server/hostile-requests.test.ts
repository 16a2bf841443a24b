import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { routes, type Route } from '@downstream/graph-schema/route-table';
import { aMap } from '../support/a-map.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

/** Values that undo programs: words that every object knows, numbers that are none, text that is half a character. */
const values = [
  ...'null true 0 -1 1e999 -1e999 9007199254740993 "" "\\u0000" "\\ud800" "__proto__" "constructor"'.split(
    ' ',
  ),
  ...'[] {} [[1]] {"__proto__":1} {"constructor":{"prototype":{}}}'.split(' '),
  '" "',
  `"${'x'.repeat(50_000)}"`,
];
const words = [
  ...'__proto__ constructor toString %00 a%00b %ED%A0%80 %F0%9F%92%A9 %E2%80%AE %zz ..%2F %22 1e999 NaN *'.split(
    ' ',
  ),
  'x'.repeat(500),
];
const bodies = ['', '\0', '{', 'NaN', '\uFEFF{}', '['.repeat(50_000), '{"a":'.repeat(50_000), ...values];

/** What each route that takes JSON takes, to be spoiled in one place after the other. */
const right: Partial<Record<string, object>> = {
  openAccess: { secret: 'x'.repeat(43) },
  createMap: { name: 'A map' },
  createAccess: { role: 'viewer' },
  ripple: { disruptions: [{ party: 'Gate', kind: 'delay', minutes: 5 }], worlds: 10, seed: 1 },
  advice: { most: 2 },
  commit: {
    idempotencyKey: 'key',
    changes: [
      {
        op: 'put',
        item: { type: 'party', id: 'Gate', kind: 'team', name: 'Gate', position: { x: 1, y: 2 } },
      },
      { op: 'patch', type: 'party', id: 'Gate', fields: { buffer: 5 }, expectedVersion: 1 },
    ],
  },
};

/** The JSON of a value, once for each place in it, that place taken by `spoilt`. */
function spoiltBodies(value: object, spoilt: string): string[] {
  const places: string[] = [];
  JSON.stringify(value, (_key, part: unknown) => {
    places.push(JSON.stringify(part));
    return part;
  });
  const whole = JSON.stringify(value);
  return places.map((place) => whole.replace(place, () => spoilt));
}

let served: ServedMaps;
let secret: string;
beforeAll(async () => {
  served = await serveMaps([
    aMap('Airline', { id: 'airline' }).team('Gate').customer('Passengers').serves('Gate', 'Passengers'),
  ]);
  ({ secret } = await served.hostLink());
});
afterAll(() => served.close());

/** Sends it as the host, who gets furthest; every refusal must say what is wrong, and none be a failure of the server. */
async function expectAnAnswer(route: Route, path: string, body?: string): Promise<void> {
  const leave = new AbortController();
  const answer = await fetch(served.url + path, {
    method: route.method.toUpperCase(),
    headers: { authorization: `Bearer ${secret}`, 'content-type': route.consumes?.[0] ?? 'application/json' },
    ...(body !== undefined && { body }),
    signal: leave.signal,
  });
  const said = { route: `${route.method} ${path}`, body: body?.slice(0, 200) };
  expect({ ...said, failed: answer.status >= 500 }).toEqual({ ...said, failed: false });
  if (answer.status >= 400) {
    expect({ ...said, ...((await answer.json()) as object) }).toMatchObject({
      title: expect.stringMatching(/^[A-Z].*\.$/),
      code: expect.stringMatching(/^[A-Z_]+$/),
    });
  }
  // A stream that was opened is open for good.
  leave.abort();
}

test.each(Object.entries<Route>(routes))('%s answers whatever it is sent', async (name, route) => {
  const here = route.path.replace(':map', 'airline').replace(':access', 'none');
  const before = await served.store.loadMap('airline', 'server');
  const onPath = route.path.includes(':') ? words : [];
  for (const word of onPath) {
    const last = route.path.includes(':access') ? ':access' : ':map';
    const path = route.path.replace(last, () => word).replace(':map', 'airline');
    await expectAnAnswer(route, path, right[name] && JSON.stringify(right[name]));
  }
  if (route.method === 'get') {
    for (const field of ['since', 'customer', 'kind', 'minutes', 'format', 'top', '__proto__', 'a[b]']) {
      for (const word of words) await expectAnAnswer(route, `${here}?${field}=${word}`);
    }
  }
  if (route.body) for (const body of bodies) await expectAnAnswer(route, here, body);
  for (const spoilt of right[name] ? values : []) {
    for (const body of spoiltBodies(right[name]!, spoilt)) await expectAnAnswer(route, here, body);
  }
  if (name !== 'commit') expect(await served.store.loadMap('airline', 'server')).toEqual(before);
});
