// What a browser fetches to show the map page for the first time: the entry, the page and the picture, with all that
// they import. Layout, forms, dialogs and workers come later, when something asks for them.
import { existsSync, readFileSync } from 'node:fs';

const site = new URL('dist/site/', import.meta.url);
const file = new URL('.vite/manifest.json', site);
const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

const chunks = new Set();
const take = (name) => {
  if (chunks.has(name) || !manifest[name]) return;
  chunks.add(name);
  for (const imported of manifest[name].imports ?? []) take(imported);
};
['index.html', 'src/app/map-page.tsx', 'src/features/picture/arranged-picture.tsx'].forEach(take);

export default [
  {
    name: 'first load of the map page',
    path: [...chunks]
      .map((name) => `dist/site/${manifest[name].file}`)
      .filter((path) => path.endsWith('.js')),
    limit: '400 kB',
    gzip: true,
  },
];
