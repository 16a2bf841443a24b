import { call } from './call';

/** Deletes a map with its history. */
export const deleteMap = (map: string) => call('deleteMap', { path: { map } });
