import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runDownstream } from './run-downstream.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downstream-'));
  await writeFile(join(folder, 'file'), 'x');
  await mkdir(join(folder, 'other'));
  await writeFile(join(folder, 'other', 'downstream.sqlite'), 'A letter, and no database. '.repeat(100));
  await mkdir(join(folder, 'folder', 'downstream.sqlite'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('downstream start', () => {
  test.each([
    ['is a file', 'file', 'set DOWNSTREAM_DATA to a folder'],
    ['lies in a file', 'file/data', 'set DOWNSTREAM_DATA to a folder'],
    ['holds something else by the name of the store', 'other', 'move that file away'],
    ['holds a folder by the name of the store', 'folder', 'move it away'],
    ['cannot be made', '/proc/nowhere/data', 'set DOWNSTREAM_DATA to a folder'],
  ])('where its folder %s says in a sentence what to change', async (_, place, sentence) => {
    const data = place.startsWith('/') ? place : join(folder, place);
    const { code, out, err } = await runDownstream(['start'], {
      DOWNSTREAM_DATA: data,
      NEO4J_URI: '',
      PORT: '0',
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const lines = err
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('Building'));
    expect(lines).toEqual([expect.stringContaining(sentence)]);
    expect(lines[0]).toContain(data);
  });
});
