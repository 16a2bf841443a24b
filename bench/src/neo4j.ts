import { startEmptyNeo4j, type StartedNeo4j } from '../../tests/support/neo4j-server/start-neo4j.mjs';

/** The Neo4j that NEO4J_URI names; where it is not set, one that is started for the bench, and ends with it. */
export async function neo4jForBench(): Promise<StartedNeo4j> {
  const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password } = process.env;
  if (uri !== undefined && password !== undefined) return { uri, user, password, stop: async () => {} };
  const started = await startEmptyNeo4j((line) => process.stderr.write(`${line}\n`));
  if ('missing' in started) throw new Error(started.missing);
  return started;
}
