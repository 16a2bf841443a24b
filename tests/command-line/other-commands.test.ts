import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runDownstream } from './run-downstream.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downstream-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('downstream --help', () => {
  test.each([
    [],
    ['start'],
    ['check'],
    ['ripple'],
    ['weak-links'],
    ['tolerance'],
    ['advise'],
    ['time'],
    ['seed'],
    ['store-copy'],
    ['owner-link'],
  ])('tells what %s takes, with examples', async (...command: string[]) => {
    const { code, out } = await runDownstream([...command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Usage: downstream');
    expect(out).not.toContain('(default: [])');
    expect(out).toMatch(/Examples?:\n {2}(?:[A-Z]+=\S+ )*downstream /);
  });

  test('an unknown command is refused', async () => {
    const { code, out, err } = await runDownstream(['rippel']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Did you mean ripple?');
  });
});

describe('downstream seed and store-copy', () => {
  test('lay the samples into a store, and take them to another', async () => {
    const from = join(folder, 'from');
    const to = join(folder, 'to');
    const seeded = await runDownstream(['seed'], { DOWNSTREAM_DATA: from, NEO4J_URI: '' });
    expect(seeded).toMatchObject({ code: 0, err: '' });
    expect(seeded.out.match(/: created/g)).toHaveLength(6);

    const copied = await runDownstream([
      'store-copy',
      '--from',
      `embedded:${from}`,
      '--to',
      `embedded:${to}`,
    ]);
    expect(copied).toMatchObject({ code: 0, err: '' });
    expect(copied.out.match(/: copied/g)).toHaveLength(6);

    const again = await runDownstream(['seed'], { DOWNSTREAM_DATA: to, NEO4J_URI: '' });
    expect(again.out.match(/: left as it is/g)).toHaveLength(6);
  });

  test.each(['nowhere', 'embedded:', 'neo4j://host', 'http://a:b@host'])(
    'the store "%s" is refused',
    async (store) => {
      const { code, out, err } = await runDownstream(['store-copy', '--from', store, '--to', 'env']);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('A store is embedded:FOLDER');
    },
  );
});

describe('downstream owner-link', () => {
  test('prints a new link each time', async () => {
    const environment = { DOWNSTREAM_DATA: folder, NEO4J_URI: '' };
    const links = [
      await runDownstream(['owner-link'], environment),
      await runDownstream(['owner-link'], environment),
    ].map(({ out }) => /http:\/\/\S+\/open#\S+/.exec(out)?.[0]);
    expect(new Set(links).size).toBe(2);
    expect(links[0]).toMatch(/#\S{22,}$/);
  });
});
