import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DownstreamError } from '@downstream/graph-schema/problem';
import Libsql from 'libsql';
import { migrations } from './migrations.js';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** One connection to the file. Everything on it is synchronous; its statements are prepared once. */
export interface Database {
  all(sql: string, values?: readonly Value[]): Row[];
  run(sql: string, values: readonly Value[]): void;
  /** Statements without values, such as BEGIN. */
  exec(sql: string): void;
  /** Ends a transaction if one is still open: after some failures SQLite has ended it by itself. */
  rollBack(): void;
  close(): void;
}

/** How long a writer waits for the writer of another process, in milliseconds. */
const patience = 5_000;

export function connect(file: string): Database {
  const database = answering(() => new Libsql(file, { timeout: patience }));
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
  connection.exec(`PRAGMA busy_timeout = ${patience}`);
  connection.exec('PRAGMA synchronous = FULL');
  return connection;
}

/** Opens `downstream.sqlite` in the folder, makes both where they are missing, and brings the tables up to date. */
export async function openFile(folder: string): Promise<{ file: string; writer: Database }> {
  // Only hashes of secrets are in there, but maps are nobody else's business either.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'downstream.sqlite');
  const writer = connect(file);
  try {
    await turnOnWriteAheadLog(writer);
    migrate(writer);
  } catch (error) {
    writer.close();
    throw error;
  }
  return { file, writer };
}

/** SQLite does not wait for a second process that switches at the same moment, so this does. */
async function turnOnWriteAheadLog(database: Database): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      database.all('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(20);
  }
}

function migrate(database: Database): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = Number(database.all('PRAGMA user_version')[0]!['user_version']);
    if (version > migrations.length) {
      throw new Error(
        `The store in this folder is of version ${version}, and this Downstream knows ${migrations.length}; run a newer one.`,
      );
    }
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.rollBack();
    throw error;
  }
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
