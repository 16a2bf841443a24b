import { setTimeout as pause } from 'node:timers/promises';
import { DownstreamError } from '@downstream/graph-schema/problem';
import neo4j, {
  type Config,
  type Driver,
  type SessionConfig,
  type ManagedTransaction,
  type NotificationFilter,
  type RecordShape,
} from 'neo4j-driver';

export interface Neo4jConnection {
  /** Runs `work` in a managed read transaction; it may run again where the database asks for a repeat. */
  read: <T>(work: (tx: Cypher) => Promise<T>) => Promise<T>;
  /** Runs `work` in a managed write transaction. Whatever it throws rolls everything back. */
  write: <T>(work: (tx: Cypher) => Promise<T>) => Promise<T>;
  /** Runs one statement that must be alone in its transaction, as those that change the schema must. */
  runAlone: (statement: string) => Promise<void>;
  close: () => Promise<void>;
}

/** One statement with its parameters; gives its rows. Values never become part of the statement's text. */
export type Cypher = <Row extends RecordShape>(
  statement: string,
  parameters?: Record<string, unknown>,
) => Promise<Row[]>;

export interface Neo4jAddress {
  uri: string;
  user: string;
  password: string;
  /** The server's own default database where absent. */
  database?: string | undefined;
}

/** Milliseconds until a request gives up on a database that does not answer. */
const patience = 5_000;

/** Milliseconds until Neo4j itself ends a transaction: the largest import takes less, a lost server holds no lock longer. */
const longestTransaction = 120_000;

const quiet: Partial<NotificationFilter> = { minimumSeverityLevel: 'OFF' };

const settings: Partial<Config> = {
  // Numbers come back as JavaScript's own: every integer here is far below 2^53.
  disableLosslessIntegers: true,
  connectionTimeout: patience,
  connectionAcquisitionTimeout: patience,
  maxTransactionRetryTime: patience,
  fetchSize: 5_000,
  notificationFilter: quiet,
  telemetryDisabled: true,
};

/** Connects on first use. Everything it runs sees what this process wrote before. */
export function connect({ uri, user, password, database }: Neo4jAddress): Neo4jConnection {
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic(user, password), settings);
  const bookmarkManager = neo4j.bookmarkManager();
  const place: Partial<SessionConfig> =
    database === undefined ? { bookmarkManager } : { bookmarkManager, database };

  async function inSession<T>(work: (session: ReturnType<Driver['session']>) => Promise<T>): Promise<T> {
    const session = driver.session(place);
    try {
      return await work(session);
    } catch (error) {
      throw inOurTerms(error);
    } finally {
      await session.close();
    }
  }

  const limits = { timeout: longestTransaction, metadata: { app: 'downstream' } };
  return {
    read: (work) => inSession((session) => session.executeRead((tx) => work(cypherOf(tx)), limits)),
    write: (work) => inSession((session) => session.executeWrite((tx) => work(cypherOf(tx)), limits)),
    runAlone: (statement) => inSession((session) => again(() => session.run(statement))),
    close: () => driver.close(),
  };
}

function cypherOf(tx: ManagedTransaction): Cypher {
  return async <Row extends RecordShape>(statement: string, parameters?: Record<string, unknown>) => {
    const { records } = await tx.run<Row>(statement, parameters);
    return records.map((record) => record.toObject());
  };
}

/** What the driver does for managed transactions, for a statement that has to run outside one: it yields and tries again. */
async function again(run: () => Promise<unknown>, tries = 20): Promise<void> {
  for (let left = tries; ; left--) {
    try {
      await run();
      return;
    } catch (error) {
      if (left === 0 || !(error instanceof neo4j.Neo4jError) || !neo4j.isRetryableError(error)) throw error;
      // Servers that met each other once should not meet again at the next try.
      await pause(50 + Math.random() * 200);
    }
  }
}

/** Mistakes in our own Cypher or a broken constraint are bugs and stay as they are; all else is the store's absence. */
function inOurTerms(error: unknown): unknown {
  if (!(error instanceof neo4j.Neo4jError) || /^Neo\.ClientError\.(Statement|Schema)\./.test(error.code))
    return error;
  const unavailable = new DownstreamError('STORE_UNAVAILABLE', [
    { path: [], message: `Neo4j: ${error.message}` },
  ]);
  unavailable.cause = error;
  return unavailable;
}
