import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Handler } from './handler.js';

export const listAccess: Handler<'listAccess'> = async ({ params: { map } }, { store }) => {
  // A map without links is told from one that is not there: only the host can ask about such a one.
  const newest = (await store.latestRevisions([map])).get(map);
  if (newest === undefined) throw new DownstreamError('MAP_NOT_FOUND');
  if (newest === 'gone') throw new DownstreamError('MAP_GONE');
  const links = await store.listAccess({ map });
  return links.map(({ id, role, createdAt }) => ({ id, role, createdAt }));
};
