import { randomUUID } from 'node:crypto';
import { itemsOf } from '@downstream/graph-schema/map-content';
import type { Principal } from '@downstream/graph-schema/principal';
import type { Services } from '../routes/handler.js';
import type { MapFileFormat } from '../workers/tasks.js';

/** Characters up to which a file is read where requests are answered: some milliseconds. */
const charactersHere = 20_000;

/**
 * Creates a map from a map file. FILE_INVALID with every mistake, MAP_TOO_LARGE; MAP_EXISTS where the caller chose an id
 * that is, or ever was, in use.
 */
export async function createMapFromFile(
  {
    store,
    workers,
    mapSizeLimits,
    bodyLimit,
  }: Pick<Services, 'store' | 'workers' | 'mapSizeLimits' | 'bodyLimit'>,
  {
    text,
    format,
    id = randomUUID(),
    name,
  }: { text: string; format: MapFileFormat; id: string | undefined; name: string | undefined },
  by: Principal,
): Promise<{ id: string; revision: number }> {
  const limits = { ...mapSizeLimits, characters: bodyLimit };
  const content = await workers.readMapFile(
    { text, format, mapId: id, name, limits },
    text.length > charactersHere ? 'thread' : 'here',
  );
  const { revision } = await store.createMap(itemsOf(content), by.id);
  return { id, revision };
}
