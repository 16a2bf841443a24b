import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Handler } from './handler.js';

export const changes: Handler<'changes'> = async ({ params, query, principal }, { store }) => {
  const { revision, entries } = await store.changesSince(params.map, query.since, principal);
  if (query.since > revision) throw new DownstreamError('REVISION_UNKNOWN');
  return { revision, entries };
};
