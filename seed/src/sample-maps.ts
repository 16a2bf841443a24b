import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { inWords } from '@downstream/graph-schema/problem';
import { readMapFile } from '@downstream/graph-schema/read-map-file';

/** Beside `src` and beside `dist`. */
const folder = new URL('../maps/', import.meta.url);

/** The sample that greets whoever opens the first page. */
export const firstSample = 'airline-lost-bag';

/** The sample maps, the first one first, then by file name, which is each map's id. Throws where a file has mistakes. */
export async function sampleMaps(): Promise<MapContent[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const isFirst = (name: string) => Number(name === `${firstSample}.yaml`);
  names.sort((a, b) => isFirst(b) - isFirst(a));
  return Promise.all(names.map(readSample));
}

async function readSample(name: string): Promise<MapContent> {
  const text = await readFile(new URL(name, folder), 'utf8');
  const reading = readMapFile(text, { mapId: basename(name, '.yaml') });
  if ('content' in reading) return reading.content;
  throw new Error(`The sample map ${name} has mistakes:\n${reading.problems.map(inWords).join('\n')}`);
}
