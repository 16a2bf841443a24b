import { createStore } from '../../server/src/store/create-store.js';
import { openNeo4jBackend } from '../../server/src/store/neo4j/open-neo4j-store.js';
import { describeWithNeo4j } from '../support/neo4j.js';
import { storeContract } from './store-contract.js';

describeWithNeo4j('the Neo4j store', (neo4j) => {
  storeContract(async (options) => {
    const [backend, other] = await Promise.all([openNeo4jBackend(neo4j), openNeo4jBackend(neo4j)]);
    const [store, second] = [createStore(backend, options), createStore(other, options)];
    return {
      store,
      second,
      backend,
      close: async () => {
        await store.close();
        await second.close();
      },
    };
  });
});
