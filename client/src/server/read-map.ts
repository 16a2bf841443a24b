import { call } from './call';

/**
 * A map with everything on it that this browser may read, or the holder of a link by its secret. MAP_NOT_FOUND,
 * MAP_GONE, NOT_SIGNED_IN, ACCESS_REVOKED.
 */
export const readMap = (map: string, secret?: string) => call('readMap', { path: { map }, secret });
