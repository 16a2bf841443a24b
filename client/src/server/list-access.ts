import { call } from './call';

/** The links that let others in; never their secrets. */
export const listAccess = (map: string) => call('listAccess', { path: { map } });
