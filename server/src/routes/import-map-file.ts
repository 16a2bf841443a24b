import { createMapFromFile } from '../commands/create-map-from-file.js';
import type { Handler } from './handler.js';

const formats = { 'application/yaml': 'yaml', 'application/json': 'json', 'text/csv': 'csv' } as const;

export const importMapFile: Handler<'importMapFile'> = ({ body, query, principal }, services) => {
  const format = Object.entries(formats).find(([type]) => type === body.mediaType)?.[1] ?? 'yaml';
  const { id, name } = query;
  return createMapFromFile(services, { text: body.text, format, id, name }, principal);
};
