import { readdir, readFile } from 'node:fs/promises';
import type { Neo4jConnection } from './connection.js';

export interface Migration {
  /** Its file's name without the ending, such as "0001-identity"; migrations run in the order of their names. */
  name: string;
  statements: string[];
}

/** The same place from src/ and from dist/. */
const folder = new URL('../../../../graph-schema/migrations/', import.meta.url);

/** All migrations of graph-schema/, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cypher')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -'.cypher'.length),
      statements: statementsOf(await readFile(new URL(file, folder), 'utf8')),
    })),
  );
}

/** Statements end with a semicolon at the end of a line; comments have lines of their own. */
export function statementsOf(text: string): string[] {
  const code = text.replace(/^\s*\/\/.*$/gm, '');
  return code
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/**
 * Runs those migrations that this database has not had, and records each as a (:Migration). Servers that start at
 * once wait for each other at the lock's node; the lock goes with its transaction, even if its holder is killed.
 */
export async function migrate(connection: Neo4jConnection, migrations: readonly Migration[]): Promise<void> {
  await createLock(connection);
  await connection.write(async (tx) => {
    await tx(`MERGE (lock:MigrationLock {id: 'migrations'}) SET lock.held = true REMOVE lock.held`);
    const rows = await tx<{ name: string }>(`MATCH (done:Migration) RETURN done.name AS name`);
    const done = new Set(rows.map(({ name }) => name));
    for (const { name, statements } of migrations) {
      if (done.has(name)) continue;
      // The schema changes only in transactions of its own; should this one fail after them, they are repeated.
      for (const statement of statements) await connection.runAlone(statement);
      await tx(`CREATE (:Migration {name: $name, at: toString(datetime())})`, { name });
    }
  });
}

/** "IF NOT EXISTS" still fails where another server makes the same constraint at the same moment; then it is there. */
async function createLock(connection: Neo4jConnection): Promise<void> {
  const statement = `CREATE CONSTRAINT migration_lock IF NOT EXISTS FOR (lock:MigrationLock) REQUIRE lock.id IS UNIQUE`;
  try {
    await connection.runAlone(statement);
  } catch {
    await connection.runAlone(statement);
  }
}
