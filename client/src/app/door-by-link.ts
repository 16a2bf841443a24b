import { DownstreamError } from '@downstream/graph-schema/problem';
import { followByLink } from '../server/live-by-link';
import { readChanges } from '../server/read-changes';
import { readMap } from '../server/read-map';
import type { Door } from './load-map';

/** Reads a map as the holder of a link, whoever this browser may be; changes nothing, and leaves nothing behind. */
export const doorByLink = (secret: string): Door => ({
  read: (map) => readMap(map, secret),
  server: {
    sendCommit: () => Promise.reject(new DownstreamError('FORBIDDEN')),
    readChanges: (map, since) => readChanges(map, since, secret),
    follow: followByLink(secret),
  },
  storage: () => ({ keep: () => undefined, forget: () => undefined, kept: () => [] }),
});
