import { call } from './call';

export type MapFileType = 'application/yaml' | 'application/json' | 'text/csv';

/** Creates a map from a map file. FILE_INVALID with every line that is wrong. */
export const importMapFile = (text: string, type: MapFileType, name?: string) =>
  call('importMapFile', { body: text, type, query: name === undefined ? {} : { name } });
