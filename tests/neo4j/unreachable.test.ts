import { expect, test } from '@jest/globals';
import { createStore } from '../../server/src/store/create-store.js';
import { connect } from '../../server/src/store/neo4j/connection.js';
import { neo4jBackend } from '../../server/src/store/neo4j/neo4j-backend.js';
import { openNeo4jStore } from '../../server/src/store/neo4j/open-neo4j-store.js';
import { contractOptions } from '../store/contract-options.js';
import { serveMaps } from '../support/serve-maps.js';

// Nothing listens on port 1, so the connection is refused at once.
const nowhere = { uri: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'none' };

test('a Neo4j that does not answer is said to be unavailable, not that something is broken', async () => {
  await expect(openNeo4jStore({ ...nowhere, ...contractOptions })).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
  });
});

test('where it is and what its driver says is in the log, and in no answer', async () => {
  const store = createStore(neo4jBackend(connect(nowhere)), contractOptions);
  let logged = '';
  const served = await serveMaps([], { services: { store }, logged: (line) => (logged += line) });
  const { status, body } = await served.call('GET', '/readyz');
  await served.close();
  await store.close();
  expect(status).toBe(503);
  expect(body).toEqual({
    type: 'urn:downstream:problem:STORE_UNAVAILABLE',
    title: 'The store does not answer; nothing was changed. Try again.',
    status: 503,
    code: 'STORE_UNAVAILABLE',
  });
  expect(logged).toContain('ECONNREFUSED 127.0.0.1:1');
});
