import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aMap } from '../support/a-map.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

/** Loaders hold up the gate and both flights; the belt has its own crew. */
const airline = aMap('Airline', { id: 'airline' })
  .team('Loaders')
  .team('Gate', { buffer: 20 })
  .team('Belt crew')
  .team('Archive')
  .customer('Passengers', { weight: 2 })
  .customer('Families')
  .serves('Loaders', 'Gate', { slack: 10, defectPass: 0.5 })
  .serves('Gate', 'Passengers', { slack: 30, defectPass: 1 })
  .serves('Gate', 'Families', { expectation: { slack: 0 }, commitment: { slack: 450 } })
  .serves('Belt crew', 'Families', { slack: 400 })
  .serves('Loaders', 'Archive');

let served: ServedMaps;
let secret: string;
beforeAll(async () => {
  served = await serveMaps([airline]);
  ({ secret } = await served.link('airline', 'viewer'));
});
afterAll(() => served.close());

const ask = (path: string, body?: unknown) =>
  served.call(body === undefined ? 'GET' : 'POST', `/api/maps/airline/${path}`, { secret, body });
const refused = (code: string) => ({ status: 422, body: { code } });

describe('a map as a whole', () => {
  test('has weak links, ranked by the harm they carry by a day’s delay', async () => {
    expect(await ask('weak-links?top=2')).toMatchObject({
      status: 200,
      body: {
        revision: 1,
        report: {
          disruption: { kind: 'delay', minutes: 480 },
          // Gate: 450 × 2 + 480; Loaders, 30 less: 420 × 2 + 450; Belt crew: 80.
          links: [
            { link: 'Gate > Passengers', harmCarried: 1740, share: 1740 / 2750, health: null, exact: true },
            { link: 'Loaders > Gate', harmCarried: 1290, share: 1290 / 2750, health: null, exact: true },
          ],
        },
      },
    });
  });

  test('has exposures, by any delay or by a defect', async () => {
    expect(await ask('exposure?minutes=100')).toMatchObject({
      body: {
        report: {
          harm: 240 + 150,
          parties: [
            { party: 'Gate', harm: 240, method: 'exact' },
            { party: 'Loaders', harm: 150 },
            { party: 'Archive', harm: 0 },
            { party: 'Belt crew', harm: 0 },
          ],
        },
      },
    });
    expect(await ask('exposure?kind=defect')).toMatchObject({
      body: {
        report: { disruption: { kind: 'defect' }, parties: [{ party: 'Gate', harm: 2.5 }, {}, {}, {}] },
      },
    });
  });

  test('has a tolerance of each customer towards each party', async () => {
    expect((await ask('tolerance?customer=Passengers')).body).toEqual({
      revision: 1,
      report: {
        customer: 'Passengers',
        parties: [
          { party: 'Gate', minutes: 30 },
          { party: 'Loaders', minutes: 60 },
          { party: 'Archive', minutes: null },
          { party: 'Belt crew', minutes: null },
        ],
      },
    });
  });

  test('has gateways and findings', async () => {
    expect((await ask('gateways?customer=Families')).body).toEqual({
      revision: 1,
      report: { customer: 'Families', gateways: [{ party: 'Gate', behind: 1 }] },
    });
    expect((await ask('findings')).body).toEqual({
      revision: 1,
      findings: [
        { code: 'REACHES_NO_CUSTOMER', parties: ['Archive'] },
        { code: 'STATEMENTS_DIFFER', links: ['Gate > Families'] },
      ],
    });
  });

  test('can be advised on', async () => {
    expect((await ask('advice', { changes: 1 })).body).toEqual({
      revision: 1,
      report: {
        harm: 2750,
        // 450 and 420 become 60 each, twice over.
        changes: [{ kind: 'alternative', target: 'Gate > Passengers', size: 60, harmAfter: 2750 - 1500 }],
        method: 'exact',
      },
    });
    expect(await ask('advice', { disruption: { kind: 'defect' }, sizes: { catchRate: 1 } })).toMatchObject({
      body: { report: { changes: [{ kind: 'check', target: 'Gate', size: 1 }] } },
    });
  });

  test('says which revision an answer is of', async () => {
    const before = await served.call('GET', '/api/maps/airline/findings', { secret });
    const changes = [{ op: 'patch', type: 'party', id: 'Gate', fields: { purpose: 'boards' } }];
    const editor = await served.link('airline', 'editor');
    const body = { idempotencyKey: 'one change', changes };
    await served.call('POST', '/api/maps/airline/commits', { secret: editor.secret, body });
    const after = await served.call('GET', '/api/maps/airline/findings', { secret });
    expect(after.body).toEqual({ ...(before.body as object), revision: 2 });
  });

  test('is not answered about what makes no sense', async () => {
    expect(await ask('tolerance')).toMatchObject(refused('INPUT_INVALID'));
    expect(await ask('tolerance?customer=Nobody')).toMatchObject(refused('UNKNOWN_PARTY'));
    expect(await ask('gateways?customer=Gate')).toMatchObject(refused('INPUT_INVALID'));
    expect(await ask('weak-links?minutes=0')).toMatchObject(refused('INPUT_INVALID'));
    expect(await ask('weak-links?kind=defect&minutes=5')).toMatchObject(refused('INPUT_INVALID'));
    expect(await ask('advice', { changes: 6 })).toMatchObject(refused('INPUT_INVALID'));
    expect(await ask('advice', { sizes: { catchRate: 1.5 } })).toMatchObject(refused('INPUT_INVALID'));
  });
});
