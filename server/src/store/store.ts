import type { Commit, LogEntry, LoggedChange } from '@downstream/graph-schema/change';
import type { Audience, Viewer } from '@downstream/graph-schema/audience';
import type { Item, StoredItem } from '@downstream/graph-schema/item';
import type { MapSummary } from '@downstream/graph-schema/map-content';
import type { Role } from '@downstream/graph-schema/principal';

/**
 * The port through which everything is kept. It speaks of maps, commits and access, never of Cypher or SQL.
 * Every adapter passes the same contract suite. Failures a caller can act on are `DownstreamError`s.
 */
export interface Store {
  /** Creates a map at revision 1 from all its items. MAP_EXISTS where the id is, or ever was, in use. */
  createMap(items: readonly Item[], by: string): Promise<{ revision: number }>;
  /** Removes items, log, keys, access links and principals; leaves a tombstone. MAP_NOT_FOUND, MAP_GONE. */
  deleteMap(map: string): Promise<void>;
  /** Summaries of these maps, or of all, by name then id; ids without a living map are left out. */
  listMaps(maps: readonly string[] | 'all'): Promise<Omit<MapSummary, 'role'>[]>;
  /** All items the viewer may read, at one revision. MAP_NOT_FOUND, MAP_GONE. */
  loadMap(map: string, viewer: Viewer): Promise<{ revision: number; items: StoredItem[] }>;
  /** Log entries after `revision` as the viewer may see them, oldest first, with the newest revision. */
  changesSince(
    map: string,
    revision: number,
    viewer: Viewer,
  ): Promise<{ revision: number; entries: LogEntry[] }>;
  /** The same entries whole, for the server's own followers, which filter them for each of their readers. */
  logSince(map: string, revision: number): Promise<{ revision: number; entries: StoredLogEntry[] }>;
  /** Where many maps stand, in one query: the newest revision, 'gone', or absent where there never was one. */
  latestRevisions(maps: readonly string[]): Promise<Map<string, number | 'gone'>>;
  /** All or nothing. The same key by the same principal returns the first answer; refusals are not kept. */
  commit(map: string, commit: Commit, by: Writer): Promise<{ revision: number; entry: LogEntry }>;

  /** Keeps an access link. */
  addAccess(access: AccessRecord): Promise<void>;
  /** The living access links of a map, or of the host's place, oldest first. */
  listAccess(scope: AccessScope): Promise<AccessRecord[]>;
  /** Removes a link and every principal it let in; on a map this takes a revision, signed `by`. ACCESS_NOT_FOUND. */
  revokeAccess(scope: AccessScope, id: string, by?: string): Promise<void>;
  /** The access link whose secret has this hash. */
  findAccess(secretHash: string): Promise<AccessRecord | undefined>;
  /** Lets a browser in by an access link: its principal there, the same one again if it was in already. */
  admit(access: AccessRecord, browserHash: string): Promise<PrincipalRecord>;
  /** Where a browser is let in. Principals of revoked links are gone. */
  principalsOf(browserHash: string): Promise<PrincipalRecord[]>;

  /** Everything of one map at one revision: items, log, keys, access links and principals. */
  exportMap(map: string): Promise<MapArchive>;
  /** The reverse, all or nothing. MAP_EXISTS. */
  importMap(archive: MapArchive): Promise<void>;
  /** What belongs to no map: the host's access links and principals, and which ids deleted maps had. */
  exportHost(): Promise<HostArchive>;
  /** Adds what is not there yet; ids of deleted maps are taken from then on. */
  importHost(archive: HostArchive): Promise<void>;

  /** Resolves while the store answers; STORE_UNAVAILABLE otherwise. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Who commits: signs the log as `id`, and reads answers and conflicts as `viewer`. */
export interface Writer {
  id: string;
  viewer: Viewer;
}

/** What an access link opens: one map, or the host's place on this server. */
export type AccessScope = { map: string } | 'host';

export interface AccessRecord {
  id: string;
  scope: AccessScope;
  role: Role;
  /** SHA-256 of the secret, in hex. */
  secretHash: string;
  createdAt: string;
}

export interface PrincipalRecord {
  id: string;
  scope: AccessScope;
  /** The access link that let this browser in. */
  access: string;
  role: Role;
  speaksFor: string[];
  /** SHA-256 of the browser's token, in hex. */
  browserHash: string;
}

/** A log entry with what is needed to show it to any reader. */
export interface StoredLogEntry {
  revision: number;
  by: string;
  at: string;
  changes: StoredChange[];
  /** The access link that this entry revoked. */
  revokes?: string;
}

export interface StoredChange extends LoggedChange {
  audienceBefore: Audience | null;
  audienceAfter: Audience | null;
  /** The whole item before and after, where its audience changed; a reader may come to see or lose it whole. */
  wholeBefore?: Item;
  wholeAfter?: Item;
}

/** A kept idempotency key: the digest of its changes, and the revision that answers it. */
export interface KeptKey {
  by: string;
  key: string;
  digest: string;
  revision: number;
}

export interface MapArchive {
  revision: number;
  items: StoredItem[];
  log: StoredLogEntry[];
  keys: KeptKey[];
  access: AccessRecord[];
  principals: PrincipalRecord[];
}

export interface HostArchive {
  access: AccessRecord[];
  principals: PrincipalRecord[];
  /** Ids of deleted maps, which are never used again. */
  gone: string[];
}
