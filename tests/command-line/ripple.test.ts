import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rippleReportSchema, type RippleReport } from '@downstream/graph-schema/ripple-report';
import { readMapFile } from '@downstream/graph-schema/read-map-file';
import { compile } from '@downstream/ripple/compile';
import { simulate } from '@downstream/ripple/simulate';
import { runDownstream, sampleFile } from './run-downstream.js';

const airline = sampleFile('airline-lost-bag');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downstream-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileWith(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('downstream ripple', () => {
  test('tells the lost bag’s story: the verdict first, then who, how, where it stopped and what it rests on', async () => {
    const { code, out } = await runDownstream(['ripple', airline, '--delay', 'Bag loaders=30m']);
    expect(code).toBe(0);
    const told = [
      'Bag loaders: 30 minutes late.',
      'Connecting passengers may miss their connection: 15 minutes late.',
      'Who is late',
      'How it spreads',
      '├─ +20 min Turnaround control — 30 min late, 10 min absorbed by slack',
      'Where it stops',
      'Bag tracing: spared',
      'Rests on',
      'This leaves out queues',
    ];
    expect(
      told.map((words) => out.indexOf(words)).every((at, i, all) => at >= 0 && at > (all[i - 1] ?? -1)),
    ).toBe(true);
  });

  test('says of a defect’s tree that it shows one way of several', async () => {
    const { out } = await runDownstream(['ripple', sampleFile('magazine-at-war'), '--defect', 'Editors']);
    expect(out).toContain('A possible way for it to spread; each chance counts every way');
    expect(out).not.toContain('How it spreads');
  });

  test('with --json prints exactly what the engine answers, and nothing else', async () => {
    const { code, out } = await runDownstream([
      ...['ripple', airline, '--json', '--seed', '7', '--worlds', '500'],
      ...['--delay', 'Bag loaders=30m', '--delay', 'check-in-agents=PT1H', '--defect', 'Bag loaders'],
    ]);
    const reading = readMapFile(await readFile(airline, 'utf8'), { mapId: 'airline' });
    if (!('content' in reading)) throw new Error('the sample has mistakes');
    const report = simulate(compile(reading.content), {
      disruptions: [
        { party: 'bag-loaders', kind: 'delay', minutes: 30 },
        { party: 'check-in-agents', kind: 'delay', minutes: 60 },
        { party: 'bag-loaders', kind: 'defect' },
      ],
      seed: 7,
      worlds: 500,
    });
    expect(code).toBe(0);
    expect(out).toBe(`${JSON.stringify(report)}\n`);
    expect(rippleReportSchema.parse(JSON.parse(out))).toEqual(report);
  });

  test('reads a table of links and one of parties, and splits a delay at the last "="', async () => {
    const links = await fileWith('links.csv', 'provider,customer,slack\nA=B,Kitchen,10m\nKitchen,Guests,\n');
    const parties = await fileWith('parties.csv', 'name,buffer,weight\nKitchen,5,\nGuests,,2\n');
    const { code, out } = await runDownstream([
      'ripple',
      links,
      '--parties',
      parties,
      '--delay',
      'A=B=1h',
      '--json',
    ]);
    expect(code).toBe(0);
    const report = JSON.parse(out) as RippleReport;
    expect(report.map).toBe('links');
    expect(report.delay).toMatchObject({
      hits: [
        { party: 'A=B', minutes: 60, at: 0, through: null },
        { party: 'Guests', minutes: 45, through: '2' },
        { party: 'Kitchen', minutes: 45, through: '1' },
      ],
      harm: 90,
    });
  });

  test.each([
    ['no disruption', [airline], 'Say what goes wrong'],
    ['an unknown party', [airline, '--delay', 'Bag loader=30m'], 'did you mean "Bag loaders"?'],
    ['an external customer', [airline, '--defect', 'Passengers on board'], 'only feels what others do'],
    ['no duration', [airline, '--delay', 'Bag loaders'], 'needs a party, = and a duration'],
    ['a wrong duration', [airline, '--delay', 'Bag loaders=soon'], 'has the duration "soon"'],
    ['no delay at all', [airline, '--delay', 'Bag loaders=0m'], 'write 1m to 2190 weeks'],
    ['a huge delay', [airline, '--delay', 'Bag loaders=999999999'], 'write 1m to 2190 weeks'],
    ['a wrong seed', [airline, '--delay', 'Bag loaders=1', '--seed', '-1'], 'whole number from 0'],
    ['too many worlds', [airline, '--defect', 'Bag loaders', '--worlds', '1000001'], 'whole number from 1'],
    ['no such file', ['nowhere.yaml', '--delay', 'A=1'], 'There is no file nowhere.yaml'],
    ['a folder', ['seed/maps', '--delay', 'A=1'], 'is a folder'],
    [
      'parties beside a map file',
      [airline, '--parties', airline, '--delay', 'A=1'],
      '--parties goes with a CSV',
    ],
    ['an unknown option', [airline, '--dealy', 'A=1'], 'Did you mean --delay?'],
    ['no file', [], "missing required argument 'file'"],
  ])(
    '%s ends with exit code 1, a sentence on standard error and nothing on standard output',
    async (_, args, sentence) => {
      const { code, out, err } = await runDownstream(['ripple', ...args]);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(sentence);
    },
  );

  test('a file without end is refused', async () => {
    const { code, out, err } = await runDownstream(['ripple', '/dev/zero', '--delay', 'A=1']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('/dev/zero has more than 100663296 bytes');
  });

  test('a file that is no text is refused', async () => {
    const file = await fileWith('image.yaml', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]));
    const { code, out, err } = await runDownstream(['ripple', file, '--delay', 'A=1']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('is no UTF-8 text');
  });
});
