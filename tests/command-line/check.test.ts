import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
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
