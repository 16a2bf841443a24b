import type { Commit, LogEntry } from '@downstream/graph-schema/change';
import type { Principal } from '@downstream/graph-schema/principal';
import type { Services } from '../routes/handler.js';
import { writerOf } from '../who-may/caller.js';

/** Changes a map, all or nothing, and wakes the streams of this process; other servers see it at their next look. */
export async function commitChanges(
  { store, follower, metrics }: Pick<Services, 'store' | 'follower' | 'metrics'>,
  map: string,
  commit: Commit,
  by: Principal,
): Promise<{ revision: number; entry: LogEntry }> {
  const { revision, entry } = await store.commit(map, commit, writerOf(by));
  metrics.commit();
  follower.nudge(map);
  return { revision, entry };
}
