import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MapSummary } from '@downstream/graph-schema/map-content';
import { sampleIds } from '@downstream/seed/sample-maps';
import { connect } from '../../server/src/store/neo4j/connection.js';
import { readMigrations } from '../../server/src/store/neo4j/migrate.js';
import { describeNeeding } from '../support/needing.js';
import { startEmptyNeo4j, whyNoEmptyNeo4j, type StartedNeo4j } from '../support/neo4j-server/start-neo4j.mjs';
import { runServer, type RunningServer } from '../support/run-server.js';

describeNeeding(await whyNoEmptyNeo4j(), 'servers that start at once on an empty Neo4j', () => {
  let neo4j: StartedNeo4j;
  let servers: RunningServer[] = [];
  beforeAll(async () => {
    const started = await startEmptyNeo4j(() => undefined);
    if ('missing' in started) throw new Error(started.missing);
    neo4j = started;
    servers = await Promise.all(Array.from({ length: 3 }, () => runServer({ neo4j })));
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await neo4j.stop();
  });

  test('lay each sample into it once, and none of them complains', async () => {
    const ids = await sampleIds();
    for (const server of servers) {
      expect(server.printed()).not.toMatch(/error/i);
      const maps = (await (await fetch(`${server.url}/api/maps`)).json()) as MapSummary[];
      expect(maps.map(({ id, revision }) => ({ id, revision }))).toEqual(
        expect.arrayContaining(ids.map((id) => ({ id, revision: 1 }))),
      );
      expect(maps).toHaveLength(ids.length);
    }
  });

  test('migrate it once', async () => {
    const connection = connect(neo4j);
    const done = await connection.read((tx) =>
      tx<{ name: string }>(`MATCH (done:Migration) RETURN done.name AS name ORDER BY name`),
    );
    await connection.close();
    expect(done).toEqual((await readMigrations()).map(({ name }) => ({ name })));
  });
});
