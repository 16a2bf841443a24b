import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { connect, type Neo4jConnection } from '../../server/src/store/neo4j/connection.js';
import { openNeo4jStore } from '../../server/src/store/neo4j/open-neo4j-store.js';
import type { Store } from '../../server/src/store/store.js';
import { contractOptions } from '../store/contract-options.js';
import { aMap } from '../support/a-map.js';
import { describeWithNeo4j } from '../support/neo4j.js';

/** The queries of docs/cypher.md by their headings, exactly as a person would paste them. */
const page = readFileSync(join(import.meta.dirname, '../../docs/cypher.md'), 'utf8');
const queries = new Map(
  [...page.matchAll(/^## (.+)\n+```cypher\n([^`]+)```/gm)].map(([, heading, query]) => [heading!, query!]),
);

const map = `airline ${randomUUID()}`;
const link = 'Loaders > Turnaround';

/** What each query answers about the map below: all of it, or the part that matters. */
const answers: Record<string, unknown[]> = {
  'Which maps there are': expect.arrayContaining([
    { id: map, name: 'Airline', parties: 8, links: 6, revision: 2 },
  ]) as unknown as unknown[],
  'The whole map, as a picture': expect.any(Array) as unknown as unknown[],
  'Who depends on us, and for what': [
    { customer: 'Turnaround', output: 'loaded hold', dependence: 'blocking', handshake: 'confirmed' },
  ],
  'Whom we depend on': [{ provider: 'Turnaround', output: 'word of late flights', dependence: 'helpful' }],
  'Everyone downstream of a party, and how many hands away': [
    { reached: 'Turnaround', hands: 1, way: ['Loaders', 'Turnaround'] },
    { reached: 'Gate', hands: 2, way: ['Loaders', 'Turnaround', 'Gate'] },
    { reached: 'Passengers', hands: 3, way: ['Loaders', 'Turnaround', 'Gate', 'Passengers'] },
  ],
  'Which external customers a party reaches through outputs they must wait for': [
    { customer: 'Passengers', weight: 3, feltAs: 'miss the connection' },
  ],
  'External customers whom nobody serves': [{ customer: 'Shippers' }],
  'Teams whose work reaches no external customer': [{ party: 'Archive' }],
  'Loops: work that comes back to whoever began it': [{ loop: ['Loaders', 'Turnaround', 'Loaders'] }],
  'Gaps: where the two sides of a link say different things': [
    {
      provider: 'Loaders',
      customer: 'Turnaround',
      output: 'loaded hold',
      expectedSlack: 5,
      committedSlack: 15,
      expectedDefectPass: null,
      committedDefectPass: null,
    },
  ],
  'Links on which nobody has said anything yet': [
    { provider: 'Fuel truck', output: 'fuel', customer: 'Turnaround' },
    { provider: 'Gate', output: 'boarding', customer: 'Passengers' },
    { provider: 'Second truck', output: 'fuel', customer: 'Turnaround' },
    { provider: 'Turnaround', output: 'ready aircraft', customer: 'Gate' },
    { provider: 'Turnaround', output: 'word of late flights', customer: 'Loaders' },
  ],
  'Outputs that have a substitute': [
    {
      customer: 'Turnaround',
      alternatives: 'fuel',
      provider: 'Fuel truck',
      output: 'fuel',
      minutesToSwitch: null,
    },
    {
      customer: 'Turnaround',
      alternatives: 'fuel',
      provider: 'Second truck',
      output: 'fuel',
      minutesToSwitch: 20,
    },
  ],
  'The history of a link': [
    expect.objectContaining({ revision: 1, by: 'ann' }),
    expect.objectContaining({
      revision: 2,
      by: 'bo',
      changes: expect.stringContaining('confirmed') as unknown,
    }),
  ],
  'What was changed lately': [
    expect.objectContaining({ revision: 2, by: 'bo', touched: [`link ${link}`] }),
    expect.objectContaining({ revision: 1, by: 'ann' }),
  ],
};

const airline = aMap('Airline', { id: map })
  .supplier('Fuel truck')
  .supplier('Second truck')
  .team('Loaders')
  .team('Turnaround')
  .team('Gate')
  .customer('Passengers', { weight: 3, feltAs: 'miss the connection' })
  .serves('Loaders', 'Turnaround', { output: 'loaded hold', expectation: { slack: 5 }, slack: 15 })
  .serves('Turnaround', 'Loaders', { output: 'word of late flights', dependence: 'helpful' })
  .serves('Fuel truck', 'Turnaround', { output: 'fuel', alternativeGroup: 'fuel' })
  .serves('Second truck', 'Turnaround', { output: 'fuel', alternativeGroup: 'fuel', switchTime: 20 })
  .serves('Turnaround', 'Gate', { output: 'ready aircraft' })
  .serves('Gate', 'Passengers', { output: 'boarding' })
  .team('Archive')
  .customer('Shippers');

describeWithNeo4j('docs/cypher.md', (neo4j) => {
  let store: Store;
  let connection: Neo4jConnection;

  beforeAll(async () => {
    store = await openNeo4jStore({ ...neo4j, ...contractOptions });
    connection = connect(neo4j);
    await store.createMap(airline.items(), 'ann');
    await store.commit(
      map,
      {
        idempotencyKey: 'k',
        changes: [{ op: 'patch', type: 'link', id: link, fields: { handshake: 'confirmed' } }],
      },
      { id: 'bo', viewer: 'server' },
    );
  });
  afterAll(async () => {
    await connection.close();
    await store.close();
  });

  test('every query of the page has an answer here', () => {
    expect([...queries.keys()]).toEqual(Object.keys(answers));
  });

  describe('each answers what its heading asks', () => {
    test.each([...queries])('%s', async (heading, query) => {
      const parameters = { map, name: 'Loaders', link };
      expect(await connection.read((tx) => tx(query, parameters))).toEqual(answers[heading]);
    });
  });

  test('the graph is real: labels, typed properties and relationships, no JSON to unpack', async () => {
    const [row] = await connection.read((tx) =>
      tx(
        `MATCH (provider:Team {mapId: $map})-[link:SERVES {id: $link}]->(:Team)
         MATCH (:Map {id: $map})-[:HAS]->(said:Statement {link: $link, side: 'provider'})
         RETURN provider.name AS provider, properties(link) AS link, valueType(said.slack) AS slack`,
        { map, link },
      ),
    );
    expect(row).toEqual({
      provider: 'Loaders',
      link: {
        mapId: map,
        id: link,
        output: 'loaded hold',
        handshake: 'confirmed',
        version: 2,
        audience: 'everyone',
      },
      slack: 'INTEGER NOT NULL',
    });
  });
});
