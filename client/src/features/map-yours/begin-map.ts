import type { Change } from '@downstream/graph-schema/change';
import { contentOf } from '@downstream/graph-schema/map-content';
import { writeMapFile } from '@downstream/graph-schema/write-map-file';
import { importMapFile } from '../../server/import-map-file';

/** A new map with its first content, in one call: all of it is there, or none of it. Gives its id. */
export async function beginMap(name: string, changes: readonly Change[]): Promise<string> {
  const items = changes.flatMap((change) => (change.op === 'put' ? [change.item] : []));
  const content = contentOf([{ type: 'map', id: 'new', name }, ...items]);
  const { id } = await importMapFile(writeMapFile(content, 'json'), 'application/json');
  return id;
}
