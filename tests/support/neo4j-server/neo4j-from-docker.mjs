import { spawnSync } from 'node:child_process';
import { Neo4jContainer } from '@testcontainers/neo4j';

/** Why Neo4j cannot be had this way, or undefined. */
export function whyNotFromDocker() {
  const asked = spawnSync('docker', ['info', '--format', '{{.ServerVersion}}'], { timeout: 10_000 });
  return asked.status === 0 ? undefined : 'no Docker engine answers';
}

export async function startNeo4jFromDocker(say) {
  say('Starting neo4j:5.26 in Docker (its image is fetched once) …');
  const container = await new Neo4jContainer('neo4j:5.26').withPassword('for-tests-only').start();
  return {
    uri: container.getBoltUri(),
    user: container.getUsername(),
    password: container.getPassword(),
    stop: () => container.stop(),
  };
}
