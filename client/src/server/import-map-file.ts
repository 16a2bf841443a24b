import { DownstreamError } from '@downstream/graph-schema/problem';
import { call, Unreachable } from './call';
import { newUuid } from './uuid';

export type MapFileType = 'application/yaml' | 'application/json' | 'text/csv';

/**
 * Creates a map from a map file. FILE_INVALID with every line that is wrong. Where nobody answers it asks once more,
 * for the same map: the first time may have arrived, and only its answer have been lost.
 */
export async function importMapFile(text: string, type: MapFileType, name?: string): Promise<{ id: string }> {
  const id = newUuid();
  const ask = () =>
    call('importMapFile', { body: text, type, query: { id, ...(name !== undefined && { name }) } });
  try {
    return await ask();
  } catch (failure) {
    if (!(failure instanceof Unreachable)) throw failure;
  }
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof DownstreamError && failure.code === 'MAP_EXISTS') return { id };
    throw failure;
  }
}
