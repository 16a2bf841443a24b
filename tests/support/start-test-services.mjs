import { findChromium } from './find-chromium.mjs';
import { startNeo4j } from './neo4j-server/start-neo4j.mjs';

/** Jest's global setup of the tests that span packages: they read what is here from the environment. */
export default async function startTestServices() {
  const say = (line) => console.error(line);

  const chromium = findChromium(say);
  if (chromium.path) process.env.TEST_CHROMIUM = chromium.path;
  else process.env.TEST_CHROMIUM_MISSING = chromium.missing;

  const neo4j = await startNeo4j(say);
  if (neo4j.missing) {
    process.env.TEST_NEO4J_MISSING = neo4j.missing;
  } else {
    process.env.TEST_NEO4J = JSON.stringify({ uri: neo4j.uri, user: neo4j.user, password: neo4j.password });
    globalThis.stopNeo4j = neo4j.stop;
  }

  for (const missing of [chromium.missing, neo4j.missing]) {
    if (missing)
      say(`${process.env.CI === 'true' ? 'FAILING' : 'SKIPPING'} what needs it: there is ${missing}.`);
  }
}
