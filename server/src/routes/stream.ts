import { DownstreamError } from '@downstream/graph-schema/problem';
import { admittedTo } from '../who-may/caller.js';
import type { Handler } from './handler.js';

/**
 * Each `entries` event holds log entries, and its id is the revision its reader then knows; `Last-Event-ID`, or
 * else `since`, tells where to go on. `gone` and `revoked` are the last words of a stream.
 */
export const stream: Handler<'stream'> = async (
  { params, query, principal, caller, request, response },
  { store, streams, follower },
) => {
  const { map } = params;
  const newest = (await store.latestRevisions([map])).get(map);
  if (newest === undefined) throw new DownstreamError('MAP_NOT_FOUND');
  if (newest === 'gone') throw new DownstreamError('MAP_GONE');
  const since = cursorIn(request.headers['last-event-id']) ?? query.since ?? newest;
  if (since > newest) throw new DownstreamError('REVISION_UNKNOWN');

  const opened = await streams.open(request, response);
  // The first event comes at once, so that the browser has a place to resume from and proxies see bytes.
  opened.push('entries', '[]', String(since));
  const reader = {
    viewer: principal,
    access: principal.access,
    byHostLink: principal.role === 'owner' && (await caller()).host?.access === principal.access,
    send: (entries: string, revision: number) => opened.push('entries', entries, String(revision)),
    end: (why: 'gone' | 'revoked') => {
      opened.push(why, '{}');
      opened.end();
    },
  };
  opened.onClose(follower.watch(map, reader, since));
  // A revocation between the first look at who calls and this moment lies before `since`; nothing later tells of it.
  const still = await caller().catch(() => undefined);
  if (!still || admittedTo(still, map)?.id !== principal.id) reader.end('revoked');
};

/** The cursor of an event as it comes back; one that this server never gave belongs to no revision. */
function cursorIn(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  if (typeof header !== 'string' || !/^\d{1,15}$/.test(header)) throw new DownstreamError('REVISION_UNKNOWN');
  return Number(header);
}
