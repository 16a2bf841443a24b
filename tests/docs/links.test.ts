import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const inDocs = await readdir(join(root, 'docs'), { recursive: true });
const pages = ['README.md', 'CONTRIBUTING.md', ...inDocs.map((page) => join('docs', page))].filter((page) =>
  page.endsWith('.md'),
);

/** Where the links of a page point, those to other sites and within the page left out. */
const linksIn = (text: string): string[] =>
  [...text.replace(/```.*?```/gs, '').matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));

test('the pages have links to follow', async () => {
  const texts = await Promise.all(pages.map((page) => readFile(join(root, page), 'utf8')));
  expect(texts.flatMap(linksIn).length).toBeGreaterThan(20);
});

test.each(pages)('every link of %s within the repository leads somewhere', async (page) => {
  const links = linksIn(await readFile(join(root, page), 'utf8'));
  const dead = links.filter((link) => !existsSync(join(root, dirname(page), link)));
  expect(dead).toEqual([]);
});
