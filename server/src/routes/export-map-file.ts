import { fileNameOf } from '@downstream/graph-schema/file-name';
import { contentOf } from '@downstream/graph-schema/map-content';
import { shareContent } from '../engine/share-content.js';
import type { Handler } from './handler.js';

const mediaTypes = { yaml: 'application/yaml', json: 'application/json', csv: 'text/csv' } as const;
/** Links up to which a file is written where requests are answered: some milliseconds. */
const linksHere = 200;

export const exportMapFile: Handler<'exportMapFile'> = async (
  { params, query: { format }, principal, response },
  { store, workers },
) => {
  const { items } = await store.loadMap(params.map, principal);
  const content = contentOf(items.map(({ item }) => item));
  const text = await workers.writeMapFile(
    { content: await shareContent(content), format },
    content.links.length > linksHere ? 'thread' : 'here',
  );
  response
    .attachment(`${fileNameOf(content.map.name)}.${format}`)
    .type(mediaTypes[format])
    .send(text);
};
