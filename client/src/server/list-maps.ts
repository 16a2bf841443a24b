import { call } from './call';

/** The maps that this browser may read. */
export const listMaps = () => call('listMaps', {});
