import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Store } from './store.js';

/** What became of one map: moved whole, or left alone because the other store has, or had, a map of this id. */
export interface CopiedMap {
  id: string;
  name: string;
  did: 'copied' | 'refused';
}

export interface CopyReport {
  copied: number;
  refused: number;
}

/**
 * Copies every map with its log, keys, links and principals, then what belongs to no map. Each map is copied at one
 * revision and whole or not at all, so a copy that was interrupted can be run again; what it has copied before is
 * refused then, and stays as it is. Nothing in `from` changes. `report` hears of each map as it is done.
 */
export async function copyStore(
  from: Store,
  to: Store,
  report: (copied: CopiedMap) => void,
): Promise<CopyReport> {
  const totals: CopyReport = { copied: 0, refused: 0 };
  for (const { id, name } of await from.listMaps('all')) {
    const did = await copyMap(id, from, to);
    totals[did]++;
    report({ id, name, did });
  }
  await to.importHost(await from.exportHost());
  return totals;
}

async function copyMap(map: string, from: Store, to: Store): Promise<CopiedMap['did']> {
  // Asked first, so that a large map is not read for nothing; whoever creates it meanwhile is still refused below.
  if ((await to.latestRevisions([map])).has(map)) return 'refused';
  const archive = await from.exportMap(map);
  try {
    await to.importMap(archive);
    return 'copied';
  } catch (error) {
    if (error instanceof DownstreamError && error.code === 'MAP_EXISTS') return 'refused';
    throw error;
  }
}
