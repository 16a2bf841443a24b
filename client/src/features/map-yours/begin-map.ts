import type { Change } from '@downstream/graph-schema/change';
import { createMap } from '../../server/create-map';
import { sendCommit } from '../../server/send-commit';

/** A new map with its first content, all of which is there before anyone is sent to it. Gives its id. */
export async function beginMap(name: string, changes: Change[]): Promise<string> {
  const id = crypto.randomUUID();
  await createMap({ id, name });
  await sendCommit(id, { idempotencyKey: crypto.randomUUID(), changes });
  return id;
}
