import { routes } from '@downstream/graph-schema/route-table';
import { addressOf } from './call';

export type MapFileFormat = 'yaml' | 'json' | 'csv';

/** Where a map can be downloaded as a file. */
export const mapFileAddress = (map: string, format: MapFileFormat): string =>
  addressOf(routes.exportMapFile, { map }, { format });
