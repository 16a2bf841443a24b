import type { StoredItem } from '@downstream/graph-schema/item';
import type { Backend } from '../backend.js';
import { breather } from '../breathe.js';
import type { AccessScope, StoredLogEntry } from '../store.js';
import { accessWriting } from './access-writing.js';
import { beginWriting, connect, openFile, type Database } from './database.js';
import { lastWritten } from './last-written.js';
import { mapWriting } from './map-writing.js';
import { isAfter, newestPlace } from './place-in-log.js';
import { accessOfRow, entryOfRow, itemOfRow, keyOfRow, principalOfRow, textKey, textOfKey } from './rows.js';
import { turns, type Turns } from './turns.js';

/** The number of the host's place, where a map has its own. */
const hostScope = 0;
/** Connections that wait for the next reader; each keeps files open, and up to 2 MB of pages. */
const mostIdleReaders = 8;
/** Rows read at one go, so that no statement takes long. */
const page = 500;

export interface BackendOptions {
  /** Whose turns the writer takes, where somebody else in this process writes to the file as well. */
  writing?: Turns;
  /** Milliseconds that the thread may stand still for a writer of another process, before it tries again later. */
  patience?: number;
  /** How many milliseconds the disk took for a transaction, during which the thread stood still. */
  onWritten?: (milliseconds: number) => void;
}

/**
 * Everything in one SQLite file. One connection writes, one transaction at a time; readers have their own, so that
 * each sees the file as it stood at one moment, however long it reads and whatever is written meanwhile.
 */
export async function openEmbeddedBackend(
  folder: string,
  { writing = turns(), patience = 10, onWritten = () => undefined }: BackendOptions = {},
): Promise<Backend> {
  const { file, writer } = await openFile(folder, patience);
  const onMap = mapWriting(writer);
  const last = lastWritten(writer, onWritten);
  const idleReaders: Database[] = [];

  async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
    await beginWriting(writer);
    try {
      last.settle();
      const result = await work();
      const before = performance.now();
      writer.exec('COMMIT');
      onWritten(performance.now() - before);
      return result;
    } catch (error) {
      writer.rollBack();
      throw error;
    }
  }

  /** Runs in turn: the writing connection has room for one transaction. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => writing.take(() => inTransaction(work));

  async function reading<T>(work: (reader: Database) => T | Promise<T>): Promise<T> {
    const reader = idleReaders.pop() ?? connect(file, patience);
    try {
      reader.exec('BEGIN');
      const result = await work(reader);
      reader.exec('COMMIT');
      if (idleReaders.length < mostIdleReaders) idleReaders.push(reader);
      else reader.close();
      return result;
    } catch (error) {
      // Whatever state the disk left it in, nobody reads with it again.
      reader.close();
      throw error;
    }
  }

  return {
    writeMap: (map, work) =>
      writing.take(async () => {
        const quick = await last.quickly(map, work);
        if (quick) return quick.answer;
        return last.noting(map, onMap(map), (tx) => inTransaction(() => work(tx)));
      }),
    writeHost: (work) => inTurn(() => work(accessWriting(writer, () => hostScope))),

    load: (map) =>
      reading(async (reader) => {
        const found = mapRow(reader, map);
        if (typeof found === 'string') return found;
        return { revision: found.revision, items: await itemsOf(reader, found.number) };
      }),

    log: (map, revision) =>
      reading(async (reader) => {
        const found = mapRow(reader, map);
        if (typeof found === 'string') return found;
        return { revision: found.revision, entries: await entriesOf(reader, found.number, revision) };
      }),

    archive: (map) =>
      reading(async (reader) => {
        const found = mapRow(reader, map);
        if (typeof found === 'string') return found;
        const { revision, number } = found;
        return {
          revision,
          items: await itemsOf(reader, number),
          log: await entriesOf(reader, number, 0),
          keys: reader
            .all('SELECT signed_by, key, digest, revision FROM entry WHERE map = ? AND key IS NOT NULL', [
              number,
            ])
            .map(keyOfRow),
          access: reader.all('SELECT body FROM access WHERE scope = ?', [number]).map(accessOfRow),
          principals: reader.all('SELECT body FROM principal WHERE scope = ?', [number]).map(principalOfRow),
        };
      }),

    summaries: (maps) =>
      reading((reader) => {
        const sql = `SELECT map.id, revision, at, parties, links, body FROM map
          JOIN item ON item.map = map.number AND item.type = 'map'
          JOIN entry ON place = ${newestPlace} WHERE gone = 0`;
        const rows =
          maps === 'all'
            ? reader.all(sql)
            : maps.flatMap((map) => reader.all(`${sql} AND map.id = ?`, [textKey(map)]));
        return rows.map((row) => {
          const { id, name, mission } = JSON.parse(row['body'] as string) as {
            id: string;
            name: string;
            mission?: string;
          };
          return {
            id,
            name,
            ...(mission !== undefined && { mission }),
            parties: row['parties'] as number,
            links: row['links'] as number,
            revision: row['revision'] as number,
            changedAt: row['at'] as string,
          };
        });
      }),

    revisions: (maps) =>
      reading((reader) => {
        const rows = reader.all(
          `SELECT id, gone, revision FROM map LEFT JOIN entry ON place = ${newestPlace}
           WHERE id IN (SELECT value FROM json_each(?))`,
          [JSON.stringify(maps.map(textKey))],
        );
        return new Map(
          rows.map((row) => [
            textOfKey(row['id'] as string),
            row['gone'] === 1 ? ('gone' as const) : (row['revision'] as number),
          ]),
        );
      }),

    listAccess: (scope) =>
      reading((reader) => {
        const number = scopeNumber(reader, scope);
        return reader.all('SELECT body FROM access WHERE scope = ?', [number]).map(accessOfRow);
      }),

    findAccess: (secretHash) =>
      reading(
        (reader) =>
          reader.all('SELECT body FROM access WHERE secret_hash = ?', [secretHash]).map(accessOfRow)[0],
      ),

    principalsOf: (browserHash) =>
      reading((reader) =>
        reader.all('SELECT body FROM principal WHERE browser_hash = ?', [browserHash]).map(principalOfRow),
      ),

    hostArchive: () =>
      reading((reader) => ({
        access: reader.all('SELECT body FROM access WHERE scope = ?', [hostScope]).map(accessOfRow),
        principals: reader.all('SELECT body FROM principal WHERE scope = ?', [hostScope]).map(principalOfRow),
        gone: reader.all('SELECT id FROM map WHERE gone = 1').map(({ id }) => textOfKey(id as string)),
      })),

    bury: (maps) =>
      inTurn(() => {
        for (const map of maps) {
          writer.run('INSERT OR IGNORE INTO map (id, gone) VALUES (?, 1)', [textKey(map)]);
        }
        return Promise.resolve();
      }),

    ready: () => reading((reader) => void reader.all('SELECT count(*) FROM map WHERE number = 0')),

    async close() {
      await writing.over();
      for (const reader of idleReaders) reader.close();
      writer.close();
    },
  };
}

function mapRow(reader: Database, map: string): 'absent' | 'gone' | { number: number; revision: number } {
  const row = reader.first(
    `SELECT number, gone, revision FROM map LEFT JOIN entry ON place = ${newestPlace} WHERE id = ?`,
    [textKey(map)],
  );
  if (!row) return 'absent';
  if (row['gone'] === 1) return 'gone';
  return { number: row['number'] as number, revision: row['revision'] as number };
}

/** The number of a scope; of a map that is not there, one that nothing has. */
function scopeNumber(reader: Database, scope: AccessScope): number {
  if (scope === 'host') return hostScope;
  const found = mapRow(reader, scope.map);
  return typeof found === 'string' ? -1 : found.number;
}

async function itemsOf(reader: Database, map: number): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  const breath = breather();
  let last = { type: '', id: '' };
  for (;;) {
    const rows = reader.all(
      `SELECT type, id, version, audience, body FROM item
       WHERE map = ? AND (type, id) > (?, ?) ORDER BY type, id LIMIT ${page}`,
      [map, last.type, last.id],
    );
    for (const row of rows) items.push(itemOfRow(row));
    if (rows.length < page) return items;
    last = rows.at(-1) as unknown as typeof last;
    if (breath.isDue()) await breath.take();
  }
}

async function entriesOf(reader: Database, map: number, after: number): Promise<StoredLogEntry[]> {
  const entries: StoredLogEntry[] = [];
  const breath = breather();
  let last = after;
  for (;;) {
    const rows = reader.all(
      `SELECT revision, signed_by, at, changes, revokes FROM entry
       WHERE ${isAfter('?1', '?2')} ORDER BY place LIMIT ${page}`,
      [map, last],
    );
    for (const row of rows) entries.push(entryOfRow(row));
    if (rows.length < page) return entries;
    last = entries.at(-1)!.revision;
    if (breath.isDue()) await breath.take();
  }
}
