import { startNeo4jFromMaven, whyNotFromMaven } from './neo4j-from-maven.mjs';

/**
 * A real Neo4j for tests, benches and trying things by hand: NEO4J_TEST_URI where set, else one of its own.
 * Gives {uri, user, password, stop}, or {missing} with what to install. `say` hears what is being obtained.
 */
export async function startNeo4j(say) {
  const {
    NEO4J_TEST_URI: uri,
    NEO4J_TEST_USER: user = 'neo4j',
    NEO4J_TEST_PASSWORD: password = 'none',
  } = process.env;
  return uri ? { uri, user, password, stop: async () => {} } : startEmptyNeo4j(say);
}

/** One that nobody else uses: in Docker if an engine answers, else the same server from Maven Central on Java. */
export async function startEmptyNeo4j(say) {
  const { missing, start } = await wayToNeo4j();
  return missing ? { missing } : start(say);
}

/** What to install before `startEmptyNeo4j` can start one; undefined where it can. */
export async function whyNoEmptyNeo4j() {
  return (await wayToNeo4j()).missing;
}

async function wayToNeo4j() {
  const docker = await import('./neo4j-from-docker.mjs');
  const whyNotDocker = docker.whyNotFromDocker();
  if (!whyNotDocker) return { start: docker.startNeo4jFromDocker };

  const whyNotMaven = whyNotFromMaven();
  if (!whyNotMaven) return { start: startNeo4jFromMaven };
  return {
    missing:
      `no Neo4j: NEO4J_TEST_URI is not set, ${whyNotDocker} and there is ${whyNotMaven}; ` +
      'set it, start Docker, or install Java 17 and Maven',
  };
}
