import type { MapSummary } from '@downstream/graph-schema/map-content';
import type { StoredItem } from '@downstream/graph-schema/item';
import type { Absent, Backend } from '../backend.js';
import type { MapTransaction } from '../map-transaction.js';
import type { StoredLogEntry } from '../store.js';
import {
  accessTransaction,
  findAccess,
  listAccess,
  listPrincipals,
  lockHost,
  principalsOf,
} from './access.js';
import type { Cypher, Neo4jConnection } from './connection.js';
import { storedMap, type Properties } from './item-properties.js';
import { headOf, storedEntry, storedKey } from './log-properties.js';
import { absence, lockAndRead, lockMap, readItems, readMore } from './map-reads.js';
import { writeMap } from './map-writes.js';
import { removeMap } from './remove-map.js';

/** Times that a map is read without holding its lock before its writers are made to wait. */
const readsWithoutLock = 2;

/** The native graph of docs/cypher.md. A map's lock is the write lock of its (:Map) node. */
export function neo4jBackend(connection: Neo4jConnection): Backend {
  const { read, write } = connection;

  return {
    writeMap: (map, work) => write((tx) => work(mapTransaction(tx, map))),

    writeHost: (work) =>
      write(async (tx) => {
        await lockHost(tx);
        return work(accessTransaction(tx, 'host'));
      }),

    /**
     * Neo4j reads what is committed at each moment, and a commit becomes visible piece by piece. Taking the lock for
     * a moment means that every commit up to that revision is in place; where the same is true after reading, none
     * came between. A map that is written all the time is read while its writers wait.
     */
    async load(map) {
      for (let tries = 0; tries < readsWithoutLock; tries++) {
        const before = await write((tx) => lockedHead(tx, map));
        if (typeof before === 'string') return before;
        const items = await read((tx) => readItems(tx, map));
        const after = await write((tx) => lockedHead(tx, map));
        if (typeof after === 'string') return after;
        if (before.revision === after.revision)
          return { revision: after.revision, items: [after.settings, ...items] };
      }
      return write(async (tx) => {
        const head = await lockedHead(tx, map);
        if (typeof head === 'string') return head;
        return { revision: head.revision, items: [head.settings, ...(await readItems(tx, map))] };
      });
    },

    async log(map, after) {
      const log = await read((tx) => readLog(tx, map, after));
      if (typeof log === 'string' || log.revision >= after) return log;
      // Ahead of what is visible: either unknown, or of a commit that is just becoming visible.
      const head = await write((tx) => lockedHead(tx, map));
      return typeof head === 'string' ? head : read((tx) => readLog(tx, map, after));
    },

    archive: (map) =>
      write(async (tx) => {
        const head = await lockedHead(tx, map);
        if (typeof head === 'string') return head;
        const items = await readItems(tx, map);
        const log = await readEntries(tx, map, 0);
        const keys = await tx<{ key: Properties }>(
          `MATCH (key:IdempotencyKey {mapId: $map}) WHERE key.by IS NOT NULL AND key.key IS NOT NULL
           RETURN properties(key) AS key`,
          { map },
        );
        return {
          revision: head.revision,
          items: [head.settings, ...items],
          log,
          keys: keys.map(({ key }) => storedKey(key)),
          access: await listAccess(tx, { map }),
          principals: await listPrincipals(tx, { map }),
        };
      }),

    async summaries(maps) {
      const among = maps === 'all' ? '' : 'WHERE map.id IN $maps';
      const rows = await read((tx) =>
        tx<{ map: Properties }>(
          `MATCH (map:Map) ${among}
           RETURN map {.id, .name, .mission, .parties, .links, .revision, .changedAt} AS map`,
          { maps },
        ),
      );
      return rows.map(({ map }) => summaryOf(map));
    },

    async revisions(maps) {
      const rows = await read((tx) =>
        tx<{ id: string; revision: number | null }>(
          `UNWIND $maps AS id MATCH (:MapId {id: id}) OPTIONAL MATCH (map:Map {id: id})
           RETURN id, map.revision AS revision`,
          { maps },
        ),
      );
      return new Map(rows.map(({ id, revision }) => [id, revision ?? 'gone']));
    },

    listAccess: (scope) => read((tx) => listAccess(tx, scope)),
    findAccess: (secretHash) => read((tx) => findAccess(tx, secretHash)),
    principalsOf: (browserHash) => read((tx) => principalsOf(tx, browserHash)),

    hostArchive: () =>
      read(async (tx) => {
        const gone = await tx<{ id: string }>(
          `MATCH (taken:MapId) WHERE NOT EXISTS { (:Map {id: taken.id}) } RETURN taken.id AS id`,
        );
        return {
          access: await listAccess(tx, 'host'),
          principals: await listPrincipals(tx, 'host'),
          gone: gone.map(({ id }) => id),
        };
      }),

    bury: (maps) =>
      write(async (tx) => {
        await tx(`UNWIND $maps AS id MERGE (:MapId {id: id})`, { maps });
      }),

    ready: () =>
      read(async (tx) => {
        await tx(`RETURN 1 AS one`);
      }),

    close: () => connection.close(),
  };
}

function mapTransaction(tx: Cypher, map: string): MapTransaction {
  return {
    ...accessTransaction(tx, { map }),
    lock: (wanted) => lockAndRead(tx, map, wanted),
    read: (wanted) => readMore(tx, map, wanted),
    create: () => takeId(tx, map),
    write: (writes) => writeMap(tx, map, writes),
    remove: () => removeMap(tx, map),
  };
}

/** True where the id was free. Its (:MapId) stays for ever, and its uniqueness makes rivals wait for each other. */
async function takeId(tx: Cypher, map: string): Promise<boolean> {
  const [row] = await tx<{ free: boolean }>(
    `MERGE (taken:MapId {id: $map}) ON CREATE SET taken.free = true
     WITH taken, coalesce(taken.free, false) AS free
     REMOVE taken.free
     FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END | CREATE (:Map {id: $map}))
     RETURN free`,
    { map },
  );
  return row?.free ?? false;
}

/** Where a map stands once every commit before this moment is in place. Holds its lock as long as `tx` lasts. */
async function lockedHead(
  tx: Cypher,
  map: string,
): Promise<Absent | { revision: number; settings: StoredItem }> {
  const [row] = await tx<{ map: Properties }>(
    `MATCH (map:Map {id: $map}) ${lockMap} WITH map RETURN properties(map) AS map`,
    { map },
  );
  return row ? { revision: headOf(row.map).revision, settings: storedMap(row.map) } : absence(tx, map);
}

/**
 * Entries up to the first that is not yet visible, and the revision that they reach: the next reading goes on from
 * there.
 */
async function readLog(
  tx: Cypher,
  map: string,
  revision: number,
): Promise<Absent | { revision: number; entries: StoredLogEntry[] }> {
  const [row] = await tx<{ revision: number }>(`MATCH (map:Map {id: $map}) RETURN map.revision AS revision`, {
    map,
  });
  if (!row) return absence(tx, map);
  const entries = await readEntries(tx, map, revision);
  const gap = entries.findIndex((entry, index) => entry.revision !== revision + index + 1);
  const unbroken = gap === -1 ? entries : entries.slice(0, gap);
  return { revision: unbroken.at(-1)?.revision ?? Math.min(row.revision, revision), entries: unbroken };
}

async function readEntries(tx: Cypher, map: string, after: number): Promise<StoredLogEntry[]> {
  const rows = await tx<{ change: Properties }>(
    `MATCH (change:Change {mapId: $map}) WHERE change.revision > $after
     RETURN properties(change) AS change ORDER BY change.revision`,
    { map, after },
  );
  return rows.map(({ change }) => storedEntry(change));
}

function summaryOf({
  id,
  name,
  mission,
  parties,
  links,
  revision,
  changedAt,
}: Properties): Omit<MapSummary, 'role'> {
  const summary = { id, name, parties, links, revision, changedAt } as Omit<MapSummary, 'role'>;
  return typeof mission === 'string' ? { ...summary, mission } : summary;
}
