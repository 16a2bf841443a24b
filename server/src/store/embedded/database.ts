import { setTimeout as pause } from 'node:timers/promises';
import { DownstreamError } from '@downstream/graph-schema/problem';
import Libsql from 'libsql';
import { prepareFolder, unusable } from './data-folder.js';
import { migrations } from './migrations.js';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** One connection to the file. Everything on it is synchronous; its statements are prepared once. */
export interface Database {
  all(sql: string, values?: readonly Value[]): Row[];
  /** The first row, for a question that has one answer at most. */
  first(sql: string, values: readonly Value[]): Row | undefined;
  run(sql: string, values: readonly Value[]): void;
  /** Statements without values, such as BEGIN. */
  exec(sql: string): void;
  /** Ends a transaction if one is still open: after some failures SQLite has ended it by itself. */
  rollBack(): void;
  close(): void;
}

/** How long one waits for the writer of another process, in milliseconds. */
const patience = 5_000;
/** Pages of 4 kB in SQLite's own log before they go to the file: 16 MB, for fewer stops than at its 4 MB. */
const pagesInLog = 4_000;
/** `atOneGo`: how many milliseconds of that at one go, during which nothing else on this thread gets its turn. */
export function connect(file: string, atOneGo: number): Database {
  const database = answering(() => open(file, atOneGo));
  const prepared = new Map<string, Libsql.Statement>();
  const prepare = (sql: string): Libsql.Statement => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      prepared.set(sql, statement);
    }
    return statement;
  };
  const connection: Database = {
    all: (sql, values = []) => answering(() => prepare(sql).all(values) as Row[]),
    first: (sql, values) => answering(() => prepare(sql).get(values) as Row | undefined),
    run: (sql, values) => void answering(() => prepare(sql).run(values)),
    exec: (sql) => void answering(() => database.exec(sql)),
    rollBack: () => {
      if (database.inTransaction) database.exec('ROLLBACK');
    },
    close: () => {
      prepared.clear();
      database.close();
    },
  };
  connection.exec(`PRAGMA busy_timeout = ${atOneGo}`);
  connection.exec('PRAGMA synchronous = FULL');
  connection.exec(`PRAGMA wal_autocheckpoint = ${pagesInLog}`);
  return connection;
}

function open(file: string, timeout: number): Libsql.Database {
  try {
    return new Libsql(file, { timeout });
  } catch (error) {
    // The driver has no code for a file that cannot be opened at all.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw Object.assign(new Error('no file to open', { cause: error }), { code: code || 'SQLITE_CANTOPEN' });
  }
}

/**
 * Opens `downstream.sqlite` in the folder, makes both where they are missing, and brings the tables up to date.
 * STORE_UNUSABLE, with what to change, where that cannot be.
 */
export async function openFile(folder: string, atOneGo: number): Promise<{ file: string; writer: Database }> {
  const file = await prepareFolder(folder);
  let writer: Database | undefined;
  try {
    writer = connect(file, atOneGo);
    await migrate(writer);
  } catch (error) {
    writer?.close();
    throw unusable(folder, error) ?? error;
  }
  return { file, writer };
}

/**
 * Opens a transaction that may write, once no other connection has one open. It waits between tries instead of inside
 * SQLite, since the other connection may be one that needs this very thread to finish.
 */
export const beginWriting = (database: Database): Promise<void> =>
  whenFree(() => database.exec('BEGIN IMMEDIATE'));

async function whenFree(work: () => void): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (!isTaken(error) || performance.now() > deadline) throw error;
    }
    await pause(1 + Math.random() * 4);
  }
}

/** Whether another connection has the file for the moment; what else goes wrong with a disk does not pass by waiting. */
const isTaken = (error: unknown): boolean =>
  error instanceof DownstreamError &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(String(error.cause.code));

async function migrate(database: Database): Promise<void> {
  // Two processes may switch, or read the version, at the same moment; SQLite does not wait here by itself.
  await whenFree(() => void database.all('PRAGMA journal_mode = WAL'));
  await beginWriting(database);
  try {
    const version = Number(database.all('PRAGMA user_version')[0]!['user_version']);
    if (version > migrations.length) {
      const message = `The store is of version ${version}, and this Downstream knows ${migrations.length}; run a newer one.`;
      throw new DownstreamError('STORE_UNUSABLE', [{ path: [], message }]);
    }
    if (!hasTablesOf(database, version)) {
      throw Object.assign(new Error('These are the tables of another program.'), { code: 'SQLITE_NOTADB' });
    }
    for (const step of migrations.slice(version)) database.exec(step);
    // A store that is up to date opens without a write, on a full disk too.
    if (version < migrations.length) database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.rollBack();
    throw error;
  }
}

/** Whether a file is a store of this version, by its oldest tables: any other program's file has a version, too. */
function hasTablesOf(database: Database, version: number): boolean {
  const tables = database.all("SELECT name FROM sqlite_schema WHERE type <> 'index'").map(({ name }) => name);
  return version === 0
    ? tables.length === 0
    : version > 0 && ['map', 'item', 'entry', 'access'].every((name) => tables.includes(name));
}

/** What the driver throws because of the disk or another process becomes STORE_UNAVAILABLE; the rest are bugs. */
function answering<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^SQLITE_(BUSY|LOCKED|IOERR|FULL|READONLY|CANTOPEN|PROTOCOL|NOMEM|CORRUPT|NOTADB)/.test(code))
      throw error;
    throw Object.assign(new DownstreamError('STORE_UNAVAILABLE'), { cause: error });
  }
}
