import { referenceKey } from '@downstream/graph-schema/item';
import neo4j from 'neo4j-driver';
import type {
  AccessRecord,
  AccessScope,
  KeptKey,
  PrincipalRecord,
  StoredChange,
  StoredLogEntry,
} from '../store.js';
import type { MapHead } from '../map-transaction.js';
import type { Properties } from './item-properties.js';

/** What the graph keeps beside the items: log entries, keys, where a map stands, and who may come in. */

export function propertiesOfEntry({ revision, by, at, changes, revokes }: StoredLogEntry): Properties {
  return {
    revision: neo4j.int(revision),
    by,
    at,
    // Before and after are of many shapes; what people search for is beside them, as "link bag-42".
    changes: JSON.stringify(changes),
    touched: changes.map(referenceKey),
    revokes: revokes ?? null,
  };
}

export function storedEntry(properties: Properties): StoredLogEntry {
  const { revision, by, at, changes, revokes } = properties as Record<string, string> & { revision: number };
  return {
    revision,
    by: by!,
    at: at!,
    changes: JSON.parse(changes!) as StoredChange[],
    ...(revokes !== undefined && { revokes }),
  };
}

export const propertiesOfKey = ({ by, key, digest, revision }: KeptKey): Properties => ({
  by,
  key,
  digest,
  revision: neo4j.int(revision),
});

export function storedKey({ by, key, digest, revision }: Properties): KeptKey {
  return { by, key, digest, revision } as KeptKey;
}

export const propertiesOfHead = ({ revision, changedAt, parties, links }: MapHead): Properties => ({
  revision: neo4j.int(revision),
  changedAt,
  parties: neo4j.int(parties),
  links: neo4j.int(links),
});

export function headOf({ revision, changedAt, parties, links }: Properties): MapHead {
  return { revision, changedAt, parties, links } as unknown as MapHead;
}

export const propertiesOfAccess = ({ role, secretHash, createdAt }: AccessRecord): Properties => ({
  role,
  secretHash,
  createdAt,
});

export function storedAccess(
  { id, role, secretHash, createdAt }: Properties,
  scope: AccessScope,
): AccessRecord {
  return { id, scope, role, secretHash, createdAt } as AccessRecord;
}

export const propertiesOfPrincipal = ({ role, speaksFor, browserHash }: PrincipalRecord): Properties => ({
  role,
  speaksFor,
  browserHash,
});

export function storedPrincipal(properties: Properties, scope: AccessScope, access: string): PrincipalRecord {
  const { id, role, speaksFor, browserHash } = properties;
  return { id, scope, access, role, speaksFor, browserHash } as PrincipalRecord;
}
