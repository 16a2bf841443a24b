import { describeWithNeo4j } from '../support/neo4j.js';
import { runServer } from '../support/run-server.js';
import { testTwoServers } from '../support/two-servers.js';

describeWithNeo4j('two servers on one Neo4j', (neo4j) => testTwoServers(() => runServer({ neo4j })));
