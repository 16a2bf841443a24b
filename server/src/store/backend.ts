import type { MapSummary } from '@downstream/graph-schema/map-content';
import type { StoredItem } from '@downstream/graph-schema/item';
import type { AccessTransaction, MapTransaction } from './map-transaction.js';
import type {
  AccessRecord,
  AccessScope,
  HostArchive,
  MapArchive,
  PrincipalRecord,
  StoredLogEntry,
} from './store.js';

/**
 * What an adapter is: a place to keep things in, under `createStore`, which holds every rule. Adapters throw
 * STORE_UNAVAILABLE where their database does not answer, pass on whatever `work` throws, and let no type of
 * their driver out. A transaction is durable when its promise resolves, and readable by this process from then.
 */
export interface Backend {
  /**
   * Runs `work` in one write transaction on a map. Whatever it throws rolls everything back. It may run again from
   * the start where the database asks for a repeat.
   */
  writeMap<T>(map: string, work: (tx: MapTransaction) => Promise<T>): Promise<T>;
  /** The same on the host's place. */
  writeHost<T>(work: (tx: AccessTransaction) => Promise<T>): Promise<T>;

  /** All items at one revision, in any order. */
  load(map: string): Promise<Absent | { revision: number; items: StoredItem[] }>;
  /** The newest revision and the log entries after `revision`, oldest first, with none missing in between. */
  log(map: string, revision: number): Promise<Absent | { revision: number; entries: StoredLogEntry[] }>;
  /** Everything of a map at one revision; lists in any order but the log, which is oldest first. */
  archive(map: string): Promise<Absent | MapArchive>;
  /** One line for each of these that lives, or for all, in any order. */
  summaries(maps: readonly string[] | 'all'): Promise<Omit<MapSummary, 'role'>[]>;
  /** The newest revision of each, 'gone' where it was deleted, absent where it never was. One query. */
  revisions(maps: readonly string[]): Promise<Map<string, number | 'gone'>>;

  listAccess(scope: AccessScope): Promise<AccessRecord[]>;
  findAccess(secretHash: string): Promise<AccessRecord | undefined>;
  principalsOf(browserHash: string): Promise<PrincipalRecord[]>;
  /** What belongs to no map: the host's access links and principals, and the ids of deleted maps. */
  hostArchive(): Promise<HostArchive>;
  /** Leaves tombstones where no map has, or had, the id. */
  bury(maps: readonly string[]): Promise<void>;

  ready(): Promise<void>;
  close(): Promise<void>;
}

export type Absent = 'absent' | 'gone';
