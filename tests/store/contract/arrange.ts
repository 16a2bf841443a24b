import { createHash, randomUUID } from 'node:crypto';
import type { Viewer } from '@downstream/graph-schema/audience';
import type { Change, Commit, LogEntry } from '@downstream/graph-schema/change';
import { referenceKey, type Item, type ItemType } from '@downstream/graph-schema/item';
import type { Store, Writer } from '../../../server/src/store/store.js';
import { aMap, type MapBuilder } from '../../support/a-map.js';

/** A commit with a key that nobody else has. */
export const commitOf = (...changes: Change[]): Commit => ({ idempotencyKey: randomUUID(), changes });

export const put = (item: Item, more: Partial<Extract<Change, { op: 'put' }>> = {}): Change => ({
  op: 'put',
  item,
  ...more,
});

export const patch = (
  type: ItemType,
  id: string,
  fields: Extract<Change, { op: 'patch' }>['fields'],
  more: Partial<Extract<Change, { op: 'patch' }>> = {},
): Change => ({ op: 'patch', type, id, fields, ...more });

export const remove = (type: ItemType, id: string, more: { expectedVersion?: number } = {}): Change => ({
  op: 'remove',
  type,
  id,
  ...more,
});

export const team = (id: string, name = id): Item => ({ type: 'party', id, kind: 'team', name });

export const editor: Viewer = { role: 'editor', speaksFor: [] };
export const owner: Viewer = { role: 'owner', speaksFor: [] };
export const speakingFor = (...parties: string[]): Viewer => ({ role: 'editor', speaksFor: parties });

/** Someone who edits and reads as an editor unless said otherwise. */
export const as = (id: string, viewer: Viewer = editor): Writer => ({ id, viewer });
export const ann = as('ann');
export const bo = as('bo');
/** Who may do anything: for arranging. */
export const theServer = as('server', 'server');

/** Puts a map into the store under an id of its own, and gives that id. */
export async function stored(
  store: Store,
  build: (map: MapBuilder) => MapBuilder = (map) => map,
): Promise<string> {
  const id = `map ${randomUUID()}`;
  await store.createMap(build(aMap('Airline', { id })).items(), 'ann');
  return id;
}

/** A bag's way to the passengers, as one map. */
export const airline = (map: MapBuilder): MapBuilder =>
  map
    .team('Loaders', { buffer: 5 })
    .team('Gate')
    .customer('Passengers', { feltAs: 'miss the connection' })
    .serves('Loaders', 'Gate', { slack: 10 })
    .serves('Gate', 'Passengers');

/** The map's items by "type id", as this viewer gets them. */
export async function itemsSeen(
  store: Store,
  map: string,
  viewer: Viewer = 'server',
): Promise<Map<string, Item>> {
  const { items } = await store.loadMap(map, viewer);
  return new Map(items.map(({ item }) => [referenceKey(item), item]));
}

/** What a reader knows who had nothing and then followed the log. */
export function replayed(entries: readonly LogEntry[]): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const { changes } of entries) {
    for (const { type, id, before, after } of changes) {
      const key = referenceKey({ type, id });
      const fields = new Map<string, unknown>(
        before === null
          ? [
              ['type', type],
              ['id', id],
            ]
          : Object.entries(items.get(key)!),
      );
      for (const [field, value] of Object.entries(after ?? {})) {
        if (value === null) fields.delete(field);
        else fields.set(field, value);
      }
      if (after === null) items.delete(key);
      else items.set(key, Object.fromEntries(fields) as unknown as Item);
    }
  }
  return items;
}

/** A hash as access links and browsers are kept by, of a secret that nobody else has. */
export const someHash = (): string => createHash('sha256').update(randomUUID()).digest('hex');
