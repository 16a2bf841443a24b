import { createStore, type StoreOptions } from '../create-store.js';
import type { Store } from '../store.js';
import { connect, type Neo4jAddress } from './connection.js';
import { migrate, readMigrations } from './migrate.js';
import { neo4jBackend } from './neo4j-backend.js';

/** Opens the store on a Neo4j 5.26 or newer, its constraints and indexes brought up to date. STORE_UNAVAILABLE. */
export async function openNeo4jStore({
  limits,
  now,
  ...address
}: Neo4jAddress & StoreOptions): Promise<Store> {
  const connection = connect(address);
  try {
    await migrate(connection, await readMigrations());
  } catch (error) {
    await connection.close();
    throw error;
  }
  return createStore(neo4jBackend(connection), { limits, now });
}
