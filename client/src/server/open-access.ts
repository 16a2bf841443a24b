import { call } from './call';

/** Opens a secret link: lets this browser in. ACCESS_REVOKED, TOO_MANY_TRIES. */
export const openAccess = (secret: string) => call('openAccess', { body: { secret } });
