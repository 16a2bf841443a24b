import { call } from './call';

/** Creates an empty map under an id of the caller's, so that a repeat is refused instead of doubled. */
export const createMap = (map: { id: string; name: string; mission?: string }) =>
  call('createMap', { body: map });
