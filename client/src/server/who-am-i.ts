import { call } from './call';

/** Whether this browser is the host of this server. */
export const whoAmI = () => call('whoAmI', {});
