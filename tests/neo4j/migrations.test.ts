import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect, type Neo4jConnection } from '../../server/src/store/neo4j/connection.js';
import { migrate, readMigrations, statementsOf } from '../../server/src/store/neo4j/migrate.js';
import { describeWithNeo4j } from '../support/neo4j.js';

describe('a migration file', () => {
  test('holds statements that end with a semicolon, between lines of comment', () => {
    const text = `// Why.\nCREATE CONSTRAINT a;\n\n  // And;\nMATCH (n)\nSET n.text = 'a;b';\n`;
    expect(statementsOf(text)).toEqual(['CREATE CONSTRAINT a', "MATCH (n)\nSET n.text = 'a;b'"]);
  });

  test('runs in the order of its number', async () => {
    const names = (await readMigrations()).map(({ name }) => name);
    expect(names[0]).toBe('0001-identity');
    expect(names).toEqual([...names].sort());
  });
});

describeWithNeo4j('migrating a Neo4j', (neo4j) => {
  let connections: Neo4jConnection[];
  beforeAll(() => {
    connections = Array.from({ length: 5 }, () => connect(neo4j));
  });
  afterAll(async () => {
    for (const connection of connections) await connection.close();
  });

  test('servers that start at once migrate it once, the lock itself not being there yet', async () => {
    const [first] = connections;
    const run = randomUUID();
    const traced = { name: `test ${run}`, statements: [`CREATE (:MigrationTrace {run: '${run}'})`] };
    await first!.runAlone('DROP CONSTRAINT migration_lock IF EXISTS');

    await Promise.all(connections.map((connection) => migrate(connection, [traced])));

    const traces = await first!.read((tx) =>
      tx(`MATCH (trace:MigrationTrace {run: $run}) RETURN count(trace) AS traces`, { run }),
    );
    expect(traces).toEqual([{ traces: 1 }]);
    await first!.write((tx) =>
      tx(
        `MATCH (trace:MigrationTrace {run: $run}) MATCH (done:Migration {name: 'test ' + $run}) DELETE trace, done`,
        { run },
      ),
    );
  });

  test('what fails half-way is taken up again by the next start', async () => {
    const [first, second] = connections;
    const run = randomUUID();
    const whole = [`MERGE (:MigrationTrace {run: '${run}'})`, `MERGE (:MigrationTrace {run: '${run} 2'})`];
    await expect(
      migrate(first!, [{ name: `test ${run}`, statements: [whole[0]!, 'NOT CYPHER'] }]),
    ).rejects.toThrow();

    await migrate(second!, [{ name: `test ${run}`, statements: whole }]);

    const traces = await first!.read((tx) =>
      tx(`MATCH (trace:MigrationTrace) WHERE trace.run STARTS WITH $run RETURN count(trace) AS traces`, {
        run,
      }),
    );
    expect(traces).toEqual([{ traces: 2 }]);
    await first!.write((tx) =>
      tx(
        `MATCH (trace:MigrationTrace) WHERE trace.run STARTS WITH $run
         OPTIONAL MATCH (done:Migration {name: 'test ' + $run}) DELETE trace, done`,
        { run },
      ),
    );
  });
});
