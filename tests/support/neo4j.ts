import { describeNeeding } from './needing.js';

export interface Neo4jForTests {
  uri: string;
  user: string;
  password: string;
}

/** The Neo4j that the test services started or were given. All test files share its one database. */
function neo4jForTests(): Neo4jForTests | undefined {
  const started = process.env['TEST_NEO4J'];
  return started === undefined ? undefined : (JSON.parse(started) as Neo4jForTests);
}

/** Tests on a real Neo4j. They keep to maps with ids of their own, since other files use the same database. */
export function describeWithNeo4j(name: string, tests: (neo4j: Neo4jForTests) => void): void {
  const neo4j = neo4jForTests();
  const missing = neo4j
    ? undefined
    : (process.env['TEST_NEO4J_MISSING'] ?? 'no Neo4j: the test services did not run');
  // Skipped tests are only collected, never run, so the address they would use does not matter.
  describeNeeding(missing, name, () => tests(neo4j ?? { uri: '', user: '', password: '' }));
}
