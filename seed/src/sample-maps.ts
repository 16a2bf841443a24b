import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { inWords } from '@downstream/graph-schema/problem';
import { readMapFile } from '@downstream/graph-schema/read-map-file';

/** Beside `src` and beside `dist`. */
const folder = new URL('../maps/', import.meta.url);

/** The sample that greets whoever opens the first page. */
export const firstSample = 'airline-lost-bag';

/** The ids of the sample maps, which are the names of their files: the first one first, the others in their order. */
export async function sampleIds(): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const ids = files.map((name) => basename(name, '.yaml')).sort();
  return [...ids.filter((id) => id === firstSample), ...ids.filter((id) => id !== firstSample)];
}

/** The sample maps in the order of their ids. Throws where a file has mistakes. */
export async function sampleMaps(): Promise<MapContent[]> {
  return Promise.all((await sampleIds()).map(readSample));
}

async function readSample(id: string): Promise<MapContent> {
  const text = await readFile(new URL(`${id}.yaml`, folder), 'utf8');
  const reading = readMapFile(text, { mapId: id });
  if ('content' in reading) return reading.content;
  throw new Error(`The sample map ${id} has mistakes:\n${reading.problems.map(inWords).join('\n')}`);
}
