import { call } from './call';

/** A map with everything on it that this browser may read. MAP_NOT_FOUND, MAP_GONE, NOT_SIGNED_IN. */
export const readMap = (map: string) => call('readMap', { path: { map } });
