import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { adviceReportSchema } from '@downstream/graph-schema/advice';
import { readMapFile } from '@downstream/graph-schema/read-map-file';
import { toleranceReportSchema } from '@downstream/graph-schema/tolerance';
import { weakLinksReportSchema } from '@downstream/graph-schema/weak-links';
import { runDownstream, sampleFile } from './run-downstream.js';

const airline = sampleFile('airline-lost-bag');
const product = sampleFile('product-company');
let folder: string;
let links: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downstream-'));
  links = join(folder, 'links.csv');
  const parties = join(folder, 'parties.csv');
  await writeFile(links, 'provider,customer,slack,defectPass\nA,B,10m,0.5\nB,C,20m,1\nA,C,2h,0.1\n');
  await writeFile(parties, 'name,kind\nC,external-customer\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const answer = async (...args: string[]): Promise<unknown> => {
  const { code, out } = await runDownstream(args);
  expect(code).toBe(0);
  return JSON.parse(out);
};
const withParties = () => ['--parties', join(folder, 'parties.csv')];

describe('downstream weak-links', () => {
  test('ranks every link of a small map as JSON', async () => {
    const found = await answer('weak-links', links, ...withParties(), '--delay', '1h', '--json');
    // B an hour late: 40 at C; A: 30.
    expect(found).toEqual({
      disruption: { kind: 'delay', minutes: 60 },
      links: [
        { link: '2', harmCarried: 70, share: 1, health: null, exact: true },
        { link: '1', harmCarried: 30, share: 30 / 70, health: null, exact: true },
        { link: '3', harmCarried: 0, share: 0, health: null, exact: true },
      ],
    });
    expect(weakLinksReportSchema.parse(found)).toEqual(found);
  });

  test('says in words why a link is there and what fixing it buys', async () => {
    const { out } = await runDownstream(['weak-links', airline, '--top', '1']);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /1\. Plane ready to go from Turnaround control, for Flight crew\. The delays of 9 parties reach external customers through it\. Fix this link and harm over the whole map falls by 28 %, the largest part of it for Connecting passengers\./,
    );
  });

  test('is narrowed to a customer and a department, as the page is', async () => {
    const households = ['--customer', 'Households', '--group', 'People and places', '--json'];
    const found = weakLinksReportSchema.parse(await answer('weak-links', product, ...households));
    const reading = readMapFile(await readFile(product, 'utf8'), { mapId: 'product' });
    if (!('content' in reading)) throw new Error('The sample has to be readable.');
    const { parties, links: all } = reading.content;
    const inside = new Set(parties.filter(({ group }) => group === 'People and places').map(({ id }) => id));
    const touching = all.filter(({ provider, customer }) => inside.has(provider) || inside.has(customer));
    expect(found.links.map(({ link }) => link).sort()).toEqual(touching.map(({ id }) => id).sort());
    const everywhere = weakLinksReportSchema.parse(await answer('weak-links', product, '--json'));
    expect(found.links[0]!.harmCarried).toBeLessThan(everywhere.links[0]!.harmCarried);
  });

  test.each([
    [['--customer', 'Purchasing'], 'is no external customer'],
    [['--group', 'People and place'], 'did you mean "People and places"?\n'],
  ])('refuses %j', async (args, words) => {
    const { code, err } = await runDownstream(['weak-links', product, ...args]);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  test.each([
    ['kind\nC,team\n', 'There is no external customer'],
    ['kind,weight\nC,external-customer,0\n', 'Every external customer has weight 0'],
  ])('says of parties %j why there is no harm', async (table, words) => {
    const parties = join(folder, 'odd-parties.csv');
    await writeFile(parties, `name,${table}`);
    const { code, out } = await runDownstream(['weak-links', links, '--parties', parties]);
    expect(code).toBe(0);
    expect(out).toContain(words);
  });

  test('says that no link alone carries harm that comes two ways', async () => {
    const twice = join(folder, 'twice.csv');
    await writeFile(twice, 'provider,customer\nA,C\nA,C\n');
    const { out } = await runDownstream(['weak-links', twice]);
    expect(out).toContain('There is no link here whose fix alone takes anything off the harm.');
  });

  test('is refused delay and defect at once', async () => {
    const { code, err } = await runDownstream(['weak-links', airline, '--delay', '1h', '--defect']);
    expect(code).toBe(1);
    expect(err).toContain('never added');
  });
});

describe('downstream tolerance', () => {
  test('lists the least tolerant first, null for what is never felt', async () => {
    const found = await answer('tolerance', links, ...withParties(), '--customer', 'C', '--json');
    expect(found).toEqual({
      customer: 'C',
      parties: [
        { party: 'B', minutes: 20 },
        { party: 'A', minutes: 30 },
      ],
    });
    expect(toleranceReportSchema.parse(found)).toEqual(found);
    const { out } = await runDownstream(['tolerance', airline, '--customer', 'Connecting passengers']);
    expect(out).toContain('Flight crew: any delay reaches Connecting passengers.');
    expect(out).toContain('Bag loaders: a delay of more than 15 minutes reaches Connecting passengers.');
  });

  test.each([
    ['Nobody', 'no party is called "Nobody"'],
    ['Bag loaders', 'is no external customer'],
  ])('of %s is refused', async (customer, words) => {
    const { code, out, err } = await runDownstream(['tolerance', airline, '--customer', customer]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
  });
});

describe('downstream advise', () => {
  test('finds the best changes, and how far harm falls with each', async () => {
    const found = await answer(
      'advise',
      links,
      ...withParties(),
      '--changes',
      '1',
      '--delay',
      '1h',
      '--json',
    );
    expect(found).toEqual({
      harm: 70,
      changes: [{ kind: 'slack', target: '2', size: 60, harmAfter: 0 }],
      method: 'exact',
    });
    expect(adviceReportSchema.parse(found)).toEqual(found);
  });

  test('says what falls for whom', async () => {
    const { out } = await runDownstream(['advise', airline, '--changes', '3']);
    expect(out.match(/^\d\. /gm)).toHaveLength(3);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('most of it for Connecting passengers.');
  });

  test.each([
    [['--changes', '6'], 'from 1 to 5'],
    [['--catch-rate', '2'], 'from 0 to 1'],
  ])('refuses %j', async (args, words) => {
    const { code, err } = await runDownstream(['advise', airline, ...args]);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });
});

describe('downstream time', () => {
  test('gives each figure, and null for what was not asked', async () => {
    const both = await answer('time', links, '--delay', 'A=120m', '--defect', 'A', '--repeat', '2', '--json');
    expect(Object.keys(both as object)).toEqual(
      'parties links parseMs compileMs settleMs delayMs delayHits defectMs worlds exposureMs'.split(' '),
    );
    expect(both).toMatchObject({ parties: 3, links: 3, delayHits: 3, worlds: 0 });
    const one = await answer('time', links, '--delay', 'A=5', '--repeat', '1', '--json');
    expect(one).toMatchObject({ delayHits: 1, defectMs: null, worlds: null });
  });
});
