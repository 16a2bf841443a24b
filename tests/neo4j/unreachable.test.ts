import { expect, test } from '@jest/globals';
import { openNeo4jStore } from '../../server/src/store/neo4j/open-neo4j-store.js';
import { contractOptions } from '../store/contract-options.js';

test('a Neo4j that does not answer is said to be unavailable, not that something is broken', async () => {
  // Nothing listens on port 1, so the connection is refused at once.
  const nowhere = { uri: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'none' };
  await expect(openNeo4jStore({ ...nowhere, ...contractOptions })).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
  });
});
