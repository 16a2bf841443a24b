// A Neo4j to try things on by hand: `npm run neo4j`, then start the server with the lines it prints. Its data goes
// with it.
import { startNeo4j } from '../tests/support/neo4j-server/start-neo4j.mjs';

const neo4j = await startNeo4j((line) => console.error(line));
if (neo4j.missing) {
  console.error(`There is ${neo4j.missing}.`);
  process.exit(1);
}
console.log(`export NEO4J_URI=${neo4j.uri} NEO4J_USER=${neo4j.user} NEO4J_PASSWORD=${neo4j.password}`);
console.error('Neo4j is running; Ctrl+C ends it and removes its data. For tests, name it NEO4J_TEST_URI.');
const alive = setInterval(() => {}, 60_000);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    clearInterval(alive);
    await neo4j.stop();
  });
}
