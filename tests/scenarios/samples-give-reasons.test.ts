import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const maps = join(import.meta.dirname, '..', '..', 'seed', 'maps');
const number =
  /\b(buffer|catchRate|weight|slack|switchTime|leadTime|defectPass|dependence|dayLength|weekLength): *[\w.]+/;

test.each(await readdir(maps))('%s gives a reason for every number, on its line', async (file) => {
  const lines = (await readFile(join(maps, file), 'utf8')).split('\n');
  const numbers = lines.filter((line) => number.test(line) && !line.startsWith('#'));
  expect(numbers.length).toBeGreaterThan(50);
  expect(numbers.filter((line) => !/ # \S+/.test(line))).toEqual([]);
});
