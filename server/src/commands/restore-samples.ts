import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '@downstream/graph-schema/change';
import { referenceKey, type Item, type StoredItem } from '@downstream/graph-schema/item';
import { itemsOf, type MapContent } from '@downstream/graph-schema/map-content';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Principal } from '@downstream/graph-schema/principal';
import type { Store } from '../store/store.js';
import { writerOf } from '../who-may/caller.js';

export interface RestoredSample {
  id: string;
  name: string;
  did: 'created' | 'brought back' | 'left as it is';
}

type SampleStore = Pick<Store, 'createMap' | 'commit' | 'loadMap' | 'latestRevisions' | 'listMaps'>;

/** True where nothing was ever kept: no map, and no sample that somebody deleted on purpose. */
export async function isNewStore(store: SampleStore, samples: readonly string[]): Promise<boolean> {
  const known = await store.latestRevisions(samples);
  return known.size === 0 && (await store.listMaps('all')).length === 0;
}

/**
 * Makes every sample what its file says. One that was edited is brought back by a commit, so its history stays; one
 * that was deleted comes under its id and the next free number, because ids are never used again.
 */
export async function restoreSamples(
  store: SampleStore,
  samples: readonly MapContent[],
  by: Principal,
): Promise<RestoredSample[]> {
  const restored: RestoredSample[] = [];
  for (const sample of samples) restored.push(await restoreSample(store, sample, by));
  return restored;
}

async function restoreSample(store: SampleStore, sample: MapContent, by: Principal): Promise<RestoredSample> {
  const { id, state } = await livingOrFreeId(store, sample.map.id);
  const items = itemsOf({ ...sample, map: { ...sample.map, id } });
  const answer = (did: RestoredSample['did']) => ({ id, name: sample.map.name, did });
  if (state === 'free') {
    try {
      await store.createMap(items, by.id);
      return answer('created');
    } catch (error) {
      // Another server that started at the same moment was faster.
      if (error instanceof DownstreamError && error.code === 'MAP_EXISTS') return answer('left as it is');
      throw error;
    }
  }
  const stored = await store.loadMap(id, 'server');
  const changes = changesTo(items, stored.items);
  if (changes.length === 0) return answer('left as it is');
  await store.commit(id, { idempotencyKey: randomUUID(), changes }, writerOf(by));
  return answer('brought back');
}

/** The first of `id`, `id-2`, `id-3` … that is not a deleted map's. */
async function livingOrFreeId(
  store: SampleStore,
  id: string,
): Promise<{ id: string; state: 'living' | 'free' }> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    const revision = (await store.latestRevisions([candidate])).get(candidate);
    if (revision !== 'gone') return { id: candidate, state: revision === undefined ? 'free' : 'living' };
  }
}

/** The changes that lead from what is stored to these items. */
function changesTo(items: readonly Item[], stored: readonly StoredItem[]): Change[] {
  const left = new Map(stored.map(({ item }) => [referenceKey(item), item]));
  const changes: Change[] = [];
  for (const item of items) {
    if (!isDeepStrictEqual(left.get(referenceKey(item)), item)) changes.push({ op: 'put', item });
    left.delete(referenceKey(item));
  }
  for (const { type, id } of left.values()) changes.push({ op: 'remove', type, id });
  return changes;
}
