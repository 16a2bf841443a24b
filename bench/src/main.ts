/** `npm run bench [name …]`: each figure is one line of JSON; the exit code says whether all of them hold. */
import { benchEmbeddedCommits, benchNeo4jCommits } from './commits.js';
import { benchDelay } from './delay.js';
import { benchFirstLoad } from './first-load.js';
import { benchLargeMap } from './large-map.js';
import { benchLive, benchLiveAcrossServers } from './live.js';
import { benchPicture } from './picture.js';
import { benchStartUp } from './start-up.js';

const benches: Record<string, () => unknown> = {
  delay: benchDelay,
  'large-map': benchLargeMap,
  'commits-embedded': benchEmbeddedCommits,
  'commits-neo4j': benchNeo4jCommits,
  live: benchLive,
  'live-two-servers': benchLiveAcrossServers,
  'first-load': benchFirstLoad,
  'start-up': benchStartUp,
  picture: benchPicture,
};

const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench "${name}"; there are ${Object.keys(benches).join(', ')}.`);
  await bench();
}
