import { call } from './call';

/** What changed on a map after a revision. */
export const readChanges = (map: string, since: number) =>
  call('changes', { path: { map }, query: { since } });
