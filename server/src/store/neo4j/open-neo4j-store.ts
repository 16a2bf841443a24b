import type { Backend } from '../backend.js';
import { createStore, type StoreOptions } from '../create-store.js';
import type { Store } from '../store.js';
import { connect, type Neo4jAddress } from './connection.js';
import { migrate, readMigrations } from './migrate.js';
import { neo4jBackend } from './neo4j-backend.js';

/** Opens the store on a Neo4j 5.26 or newer. STORE_UNAVAILABLE where it does not answer. */
export async function openNeo4jStore({
  limits,
  now,
  ...address
}: Neo4jAddress & StoreOptions): Promise<Store> {
  return createStore(await openNeo4jBackend(address), { limits, now });
}

/** Connects, and brings the database's constraints and indexes up to date. */
export async function openNeo4jBackend(address: Neo4jAddress): Promise<Backend> {
  const connection = connect(address);
  try {
    await migrate(connection, await readMigrations());
  } catch (error) {
    await connection.close();
    throw error;
  }
  return neo4jBackend(connection);
}
