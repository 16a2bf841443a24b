import { startNeo4jFromMaven, whyNotFromMaven } from './neo4j-from-maven.mjs';

/**
 * A real Neo4j for tests, benches and trying things by hand: NEO4J_TEST_URI where set, else a Docker engine if one
 * answers, else the same server from Maven Central on this machine's Java.
 * Gives {uri, user, password, stop}, or {missing} with what to install. `say` hears what is being obtained.
 */
export async function startNeo4j(say) {
  const {
    NEO4J_TEST_URI: uri,
    NEO4J_TEST_USER: user = 'neo4j',
    NEO4J_TEST_PASSWORD: password = 'none',
  } = process.env;
  if (uri) return { uri, user, password, stop: async () => {} };

  const docker = await import('./neo4j-from-docker.mjs');
  const whyNotDocker = docker.whyNotFromDocker();
  if (!whyNotDocker) return docker.startNeo4jFromDocker(say);

  const whyNotMaven = whyNotFromMaven();
  if (!whyNotMaven) return startNeo4jFromMaven(say);
  return {
    missing:
      `no Neo4j: NEO4J_TEST_URI is not set, ${whyNotDocker} and there is ${whyNotMaven}; ` +
      'set it, start Docker, or install Java 17 and Maven',
  };
}
