import { call } from './call';

/** What changed on a map after a revision. */
export const readChanges = (map: string, since: number, secret?: string) =>
  call('changes', { path: { map }, query: { since }, secret });
