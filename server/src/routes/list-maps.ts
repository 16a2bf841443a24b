import { admittedTo } from '../who-may/caller.js';
import type { Handler } from './handler.js';

export const listMaps: Handler<'listMaps'> = async ({ caller }, { store }) => {
  const reader = await caller();
  const summaries = await store.listMaps(reader.host ? 'all' : [...reader.onMaps.keys()]);
  return summaries.flatMap(({ id, name, mission, parties, links, revision, changedAt }) => {
    const role = admittedTo(reader, id)?.role;
    return role
      ? [{ id, name, ...(mission !== undefined && { mission }), parties, links, revision, changedAt, role }]
      : [];
  });
};
