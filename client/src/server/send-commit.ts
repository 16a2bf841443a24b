import type { Commit } from '@downstream/graph-schema/change';
import { call } from './call';

/** Sends a commit: all of its changes or none; the same key again gives the first answer. */
export const sendCommit = (map: string, commit: Commit) => call('commit', { path: { map }, body: commit });
