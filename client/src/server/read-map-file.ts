import { call } from './call';
import type { MapFileFormat } from './map-file-address';

/** A map as the text of a map file. */
export const readMapFile = (map: string, format: MapFileFormat) =>
  call('exportMapFile', { path: { map }, query: { format } });
