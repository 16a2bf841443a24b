import { call } from './call';

/** Revokes a link at once, for every browser it let in. */
export const revokeAccess = (map: string, access: string) => call('revokeAccess', { path: { map, access } });
