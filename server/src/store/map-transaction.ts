import type { ItemReference, StoredItem } from '@downstream/graph-schema/item';
import type { AccessRecord, KeptKey, PrincipalRecord, StoredLogEntry } from './store.js';

/**
 * What an adapter can do inside one write transaction. It moves data and knows no rules: those are in
 * `apply-commit.ts` and run alike on every adapter. Nothing here throws for what is absent.
 */
export interface MapTransaction extends AccessTransaction {
  /**
   * Makes every other writer of this map wait until this transaction ends, then reads `wanted`: one round trip
   * where the adapter can. The first call of every transaction but a creating one.
   */
  lock(wanted: Wanted): Promise<{ state: MapState; found: Found }>;
  /** More of the map as it was when the transaction began; never asked for again after `write`. */
  read(wanted: Wanted): Promise<Found>;
  /** Takes the map's id for ever and locks it; false where a map has it, or a deleted one had it. */
  create(): Promise<boolean>;
  /** Writes what one or several commits amount to. Called at most once a transaction; may hold 120,000 items. */
  write(writes: MapWrites): Promise<void>;
  /** Removes items, log, keys, access links and principals, and leaves the tombstone. */
  remove(): Promise<void>;
}

/** Access links and principals of the scope that the transaction was opened on, which it keeps locked. */
export interface AccessTransaction {
  access(id: string): Promise<AccessRecord | undefined>;
  putAccess(record: AccessRecord): Promise<void>;
  /** Removes the link and every principal that it let in. */
  removeAccess(id: string): Promise<void>;
  /** The principal of this browser in this scope; there is at most one. */
  principal(browserHash: string): Promise<PrincipalRecord | undefined>;
  /** Writes a principal: a new one, or in place of the one with its id. */
  putPrincipal(record: PrincipalRecord): Promise<void>;
}

/** Where a map stands. The counts are kept beside the revision, so that no commit has to count. */
export interface MapHead {
  revision: number;
  /** When that revision was written, as an ISO string. */
  changedAt: string;
  parties: number;
  links: number;
}

export type MapState = 'absent' | 'gone' | MapHead;

/** What a transaction asks for; an absent list asks for nothing. Lists hold no duplicates. */
export interface Wanted {
  items?: readonly ItemReference[];
  /** Party ids: every link that these provide or receive. */
  linksAt?: readonly string[];
  /** Every link of these groups of alternatives. */
  groups?: readonly { customer: string; group: string }[];
  keys?: readonly { by: string; key: string }[];
  /** Revisions: their log entries. */
  entries?: readonly number[];
}

/** What of that there is, in any order; the same item may come twice. */
export interface Found {
  items: StoredItem[];
  keys: KeptKey[];
  entries: StoredLogEntry[];
}

/**
 * One item before and after the transaction; without `before` it is new, without `after` it goes. Whoever keeps
 * references as edges removes links before parties and writes parties before links; a link may change its ends.
 */
export interface ItemWrite {
  before?: StoredItem;
  after?: StoredItem;
}

/** What a transaction leaves behind. Each item is named at most once, however many commits changed it. */
export interface MapWrites {
  head: MapHead;
  items: readonly ItemWrite[];
  log: readonly StoredLogEntry[];
  keys: readonly KeptKey[];
}
