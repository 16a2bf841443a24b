import { referenceKey, type ItemReference, type StoredItem } from '@downstream/graph-schema/item';
import type { Link } from '@downstream/graph-schema/link';
import { groupKey } from '@downstream/graph-schema/map-rules';
import type { Found, ItemWrite, MapHead, MapTransaction, MapWrites, Wanted } from './map-transaction.js';
import type { KeptKey, StoredLogEntry } from './store.js';

/**
 * The part of a map that one transaction has read, with what its commits have changed so far. Everything a rule
 * needs is asked for by `learn` first; then it is here, whether it was stored before or came with a commit that
 * shares the transaction.
 */
export interface MapWorkspace {
  head(): MapHead;
  /** Reads what is not known yet; nothing to wait for where everything is. */
  learn(wanted: Wanted): Promise<void> | undefined;
  item(reference: ItemReference): StoredItem | undefined;
  /** Ids of links that provide or receive at this party, or did so earlier in the transaction. */
  maybeAt(party: string): Iterable<string>;
  /** Ids of links in this group (by `groupKey`), or that were in it earlier in the transaction. */
  maybeInGroup(key: string): Iterable<string>;
  keptKey(by: string, key: string): KeptKey | undefined;
  entry(revision: number): StoredLogEntry | undefined;
  /** Takes a commit in: its items by `referenceKey`, as they are after it; undefined where removed. */
  accept(accepted: AcceptedCommit): void;
  /** What all commits taken in amount to; undefined where there were none. */
  writes(): MapWrites | undefined;
}

export interface AcceptedCommit {
  head: MapHead;
  items: ReadonlyMap<string, { after: StoredItem | undefined }>;
  entry: StoredLogEntry;
  key?: KeptKey;
}

const nothing: Found = { items: [], keys: [], entries: [] };

/** A workspace over a new map, of which there is nothing to read. */
export const emptyWorkspace = (): MapWorkspace =>
  workspaceOver(
    { revision: 0, changedAt: '', parties: 0, links: 0 },
    () => Promise.resolve(nothing),
    {},
    nothing,
  );

/** A workspace over a locked map, with what was read along with the lock. */
export const openWorkspace = (
  head: MapHead,
  tx: MapTransaction,
  wanted: Wanted,
  found: Found,
): MapWorkspace => workspaceOver(head, (more) => tx.read(more), wanted, found);

function workspaceOver(
  opened: MapHead,
  read: (wanted: Wanted) => Promise<Found>,
  firstWanted: Wanted,
  firstFound: Found,
): MapWorkspace {
  let head = opened;
  const items = new Map<string, StoredItem | undefined>();
  const asOpened = new Map<string, StoredItem | undefined>();
  const linksAt = new Map<string, Set<string>>();
  const linksInGroup = new Map<string, Set<string>>();
  const knownAt = new Set<string>();
  const knownGroups = new Set<string>();
  const keys = new Map<string, KeptKey | undefined>();
  const entries = new Map<number, StoredLogEntry>();
  const log: StoredLogEntry[] = [];
  const newKeys: KeptKey[] = [];

  function index(link: Link) {
    addTo(linksAt, link.provider, link.id);
    addTo(linksAt, link.customer, link.id);
    const group = groupKey(link);
    if (group !== undefined) addTo(linksInGroup, group, link.id);
  }

  function keep(wanted: Wanted, found: Found) {
    for (const stored of found.items) {
      if (stored.item.type === 'link') index(stored.item);
      const key = referenceKey(stored.item);
      if (!items.has(key)) items.set(key, stored);
    }
    for (const reference of wanted.items ?? []) {
      const key = referenceKey(reference);
      if (!items.has(key)) items.set(key, undefined);
    }
    for (const party of wanted.linksAt ?? []) knownAt.add(party);
    for (const group of wanted.groups ?? []) knownGroups.add(keyOfGroup(group));
    for (const kept of found.keys) keys.set(keyOfKey(kept), kept);
    for (const asked of wanted.keys ?? []) {
      const key = keyOfKey(asked);
      if (!keys.has(key)) keys.set(key, undefined);
    }
    for (const entry of found.entries) entries.set(entry.revision, entry);
  }

  keep(firstWanted, firstFound);

  return {
    head: () => head,
    learn(wanted) {
      if (asksNothing(wanted)) return undefined;
      const missing: Required<Wanted> = {
        items: distinct(wanted.items ?? [], referenceKey).filter(
          (reference) => !items.has(referenceKey(reference)),
        ),
        linksAt: distinct(wanted.linksAt ?? [], (party) => party).filter((party) => !knownAt.has(party)),
        groups: distinct(wanted.groups ?? [], keyOfGroup).filter(
          (group) => !knownGroups.has(keyOfGroup(group)),
        ),
        keys: distinct(wanted.keys ?? [], keyOfKey).filter((key) => !keys.has(keyOfKey(key))),
        entries: distinct(wanted.entries ?? [], String).filter((revision) => !entries.has(revision)),
      };
      if (asksNothing(missing)) return undefined;
      return read(missing).then((found) => keep(missing, found));
    },
    item: (reference) => items.get(referenceKey(reference)),
    maybeAt: (party) => linksAt.get(party) ?? [],
    maybeInGroup: (key) => linksInGroup.get(key) ?? [],
    keptKey: (by, key) => keys.get(keyOfKey({ by, key })),
    entry: (revision) => entries.get(revision),
    accept(accepted) {
      head = accepted.head;
      for (const [key, { after: stored }] of accepted.items) {
        if (!asOpened.has(key)) asOpened.set(key, items.get(key));
        items.set(key, stored);
        if (stored?.item.type === 'link') index(stored.item);
      }
      log.push(accepted.entry);
      entries.set(accepted.entry.revision, accepted.entry);
      if (accepted.key) {
        newKeys.push(accepted.key);
        keys.set(keyOfKey(accepted.key), accepted.key);
      }
    },
    writes() {
      if (log.length === 0) return undefined;
      const written: ItemWrite[] = [];
      for (const [key, before] of asOpened) {
        const after = items.get(key);
        if (before ?? after) written.push({ ...(before && { before }), ...(after && { after }) });
      }
      return { head, items: written, log, keys: newKeys };
    },
  };
}

const asksNothing = (wanted: Wanted): boolean => {
  for (const list of Object.values(wanted) as unknown[][]) if (list.length > 0) return false;
  return true;
};

const keyOfGroup = ({ customer, group }: { customer: string; group: string }): string =>
  JSON.stringify([customer, group]);
const keyOfKey = ({ by, key }: { by: string; key: string }): string => `${by.length} ${by}${key}`;

function addTo(index: Map<string, Set<string>>, key: string, id: string) {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

/** The same without repeats, by what `keyOf` gives. */
function distinct<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(list.map((one) => [keyOf(one), one])).values()];
}
