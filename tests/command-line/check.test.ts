import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runDownstream, sampleFile } from './run-downstream.js';

describe('downstream check', () => {
  test('finds every sample sound, and sums it up', async () => {
    const samples = (await readdir('seed/maps')).map((name) => basename(name, '.yaml'));
    expect(samples).toHaveLength(6);
    for (const sample of samples) {
      const { code, out, err } = await runDownstream(['check', sampleFile(sample)]);
      expect({ sample, code, err }).toEqual({ sample, code: 0, err: '' });
      expect(out).toMatch(/\d+ parties: \d+ teams, \d+ external customers?, \d+ suppliers?\n\d+ links, /);
    }
  });

  test('reads the largest map that a server writes out', async () => {
    const teams = Array.from({ length: 4_999 }, (_, n) => ({
      name: `Team ${n} of an organisation that is very large indeed`,
    }));
    const links = Array.from({ length: 50_000 }, (_, n) => ({
      provider: teams[n % 4_999]!.name,
      customer: teams[(n * 7 + 1 + (n % 4_999)) % 4_999]!.name,
      output: `what is handed on as number ${n}`,
    })).filter(({ provider, customer }) => provider !== customer);
    const folder = await mkdtemp(join(tmpdir(), 'downstream-'));
    const file = join(folder, 'largest.json');
    await writeFile(file, JSON.stringify({ map: 'Largest', parties: teams, links }, null, 2));
    const { code, out, err } = await runDownstream(['check', file]);
    expect((await stat(file)).size).toBeGreaterThan(10_000_000);
    await rm(folder, { recursive: true });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('4,999 parties');
  });

  test('tells every mistake with its line on standard error', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'downstream-'));
    const file = join(folder, 'broken.yaml');
    await writeFile(file, 'map: x\nparties:\n  - nam: A\nlinks:\n  - {provider: A, customer: B}\n');
    const { code, out, err } = await runDownstream(['check', file]);
    await rm(folder, { recursive: true });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('line 3: parties.0.nam: is not a field of a team; did you mean "name"?');
    expect(err).toContain('line 3: parties.0.name: is missing; write text');
    expect(err).toContain('line 5: links.0.provider: no party is called "A"');
    expect(err).toContain('line 5: links.0.customer: no party is called "B"');
  });
});
