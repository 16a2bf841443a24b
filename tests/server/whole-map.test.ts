import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aMap } from '../support/a-map.js';
import { serveMaps, type ServedMaps } from '../support/serve-maps.js';

/** Loaders hold up the gate and both flights; the belt has its own crew. */
const airline = aMap('Airline', { id: 'airline' })
  .team('Loaders', { group: 'Ramp' })
  .team('Gate', { buffer: 20, group: 'Terminal' })
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

  test('is told of one customer, whose weight then does not count', async () => {
    const customer = 'customer=Passengers';
    expect(await ask(`weak-links?${customer}&minutes=100`)).toMatchObject({
      // Gate: 70 late; Loaders: 40.
      body: {
        report: { links: [{ link: 'Gate > Passengers', harmCarried: 110 }, { harmCarried: 40 }, {}, {}, {}] },
      },
    });
    expect(await ask(`exposure?${customer}&minutes=100`)).toMatchObject({
      body: {
        report: { harm: 110, parties: [{ party: 'Gate', harm: 70 }, { party: 'Loaders', harm: 40 }, {}, {}] },
      },
    });
    const body = { customer: 'Families', changes: 1, disruption: { kind: 'delay', minutes: 100 } };
    expect(await ask('advice', body)).toMatchObject({
      body: { report: { harm: 100 + 70, changes: [{ target: 'Gate > Families', harmAfter: 50 }] } },
    });
    expect((await ask('findings?customer=Passengers')).body).toMatchObject({
      findings: [{ code: 'REACHES_NO_CUSTOMER' }],
    });
  });

  test('is told of one department: what lies in it, and the links that touch it', async () => {
    const group = 'group=Ramp';
    expect(await ask(`weak-links?${group}`)).toMatchObject({
      // Their share stays that of all harm.
      body: {
        report: {
          links: [
            { link: 'Loaders > Gate', harmCarried: 1290, share: 1290 / 2750 },
            { link: 'Loaders > Archive', harmCarried: 0 },
          ],
        },
      },
    });
    const loaders = { party: 'Loaders', harm: 150 };
    expect((await ask(`exposure?${group}&minutes=100`)).body).toMatchObject({
      report: { harm: 240 + 150, parties: [loaders] },
    });
    expect((await ask(`tolerance?customer=Passengers&${group}`)).body).toMatchObject({
      report: { parties: [{ party: 'Loaders', minutes: 60 }] },
    });
    expect((await ask(`gateways?customer=Families&${group}`)).body).toMatchObject({
      report: { gateways: [] },
    });
    expect((await ask('advice', { group: 'Ramp', changes: 1, kinds: ['slack'] })).body).toMatchObject({
      report: { changes: [{ kind: 'slack', target: 'Loaders > Gate' }] },
    });
    expect((await ask(`findings?${group}`)).body).toEqual({ revision: 1, findings: [] });
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
    expect(await ask('tolerance')).toMatchObject({
      status: 422,
      body: { code: 'INPUT_INVALID', errors: [{ path: ['customer'], message: 'is missing; write text' }] },
    });
    expect(await ask('weak-links?top=5000')).toMatchObject({
      status: 422,
      body: { code: 'INPUT_INVALID', errors: [{ path: ['top'], message: 'is "5000"; write at most 1000' }] },
    });
    expect(await ask('tolerance?customer=Nobody')).toMatchObject(refused('UNKNOWN_PARTY'));
    expect(await ask('gateways?customer=Gate')).toMatchObject(refused('INPUT_INVALID'));
    for (const path of ['weak-links', 'exposure', 'findings']) {
      expect(await ask(`${path}?customer=Nobody`)).toMatchObject(refused('UNKNOWN_PARTY'));
      expect(await ask(`${path}?group=Ram`)).toMatchObject({
        status: 422,
        body: {
          errors: [{ path: ['group'], message: 'no department is called "Ram"; did you mean "Ramp"?' }],
        },
      });
    }
    expect(await ask('weak-links?minutes=0')).toMatchObject(refused('INPUT_INVALID'));
    expect(await ask('weak-links?kind=defect&minutes=5')).toMatchObject(refused('INPUT_INVALID'));
    expect(await ask('advice', { kinds: [] })).toMatchObject(refused('INPUT_INVALID'));
    expect(await ask('advice', { changes: 6 })).toMatchObject(refused('INPUT_INVALID'));
    expect(await ask('advice', { sizes: { catchRate: 1.5 } })).toMatchObject(refused('INPUT_INVALID'));
  });
});
