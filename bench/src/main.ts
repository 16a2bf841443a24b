/** `npm run bench [name …]`: each figure is one line of JSON; the exit code says whether all of them hold. */
import { parseArgs } from 'node:util';
import { benchEmbeddedCommits, benchNeo4jCommits } from './commits.js';
import { benchCompile } from './engine/compile.js';
import { benchDefect } from './engine/defect.js';
import { benchDelay } from './engine/delay.js';
import { benchExposure } from './engine/exposure.js';
import { benchGateways } from './engine/gateways.js';
import { benchGrowth } from './engine/growth.js';
import { benchFirstLoad } from './first-load.js';
import { benchLargeMap } from './large-map.js';
import { benchLive, benchLiveAcrossServers } from './live.js';
import { benchPicture } from './picture.js';
import { benchStartUp } from './start-up.js';

/** What is measured on a map takes the CSV file to measure on, instead of maps made for it. */
type Bench = (graph?: string) => unknown;

const engine: Record<string, Bench> = {
  delay: benchDelay,
  compile: benchCompile,
  defect: benchDefect,
  exposure: benchExposure,
  gateways: benchGateways,
  growth: benchGrowth,
};
const benches: Record<string, Bench> = {
  ...engine,
  'large-map': benchLargeMap,
  'commits-embedded': benchEmbeddedCommits,
  'commits-neo4j': benchNeo4jCommits,
  live: benchLive,
  'live-two-servers': benchLiveAcrossServers,
  'first-load': benchFirstLoad,
  'start-up': benchStartUp,
  picture: benchPicture,
};

const usage = `npm run bench [-- NAME ...] [--graph FILE]

Prints each figure as one line of JSON; the exit code is 1 where one of them misses what was wanted of it.

  engine             all of: ${Object.keys(engine).join(', ')}
                     beside a C program, igraph, rustworkx, scipy, networkx, graphology and cynetdiff,
                     which it installs into .cache/bench with python3 and cc; who is missing is named
  --graph FILE       measure the engine on this CSV of links (provider,customer,slack,...) instead
  others             ${Object.keys(benches)
    .filter((name) => !(name in engine))
    .join(', ')}

Examples:
  npm run bench -- engine
  npm run bench -- delay gateways --graph links.csv
`;

const { values, positionals } = parseArgs({
  options: { graph: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const { graph } = values;
if (values.help) process.stdout.write(usage);
else for (const name of namesOf(positionals)) await benchNamed(name)(graph);

function namesOf(asked: readonly string[]): readonly string[] {
  if (asked.length === 0) return graph === undefined ? Object.keys(benches) : Object.keys(engine);
  return asked.flatMap((name) => (name === 'engine' ? Object.keys(engine) : [name]));
}

function benchNamed(name: string): Bench {
  const bench = benches[name];
  if (!bench)
    throw new Error(`There is no bench "${name}"; there are engine, ${Object.keys(benches).join(', ')}.`);
  return bench;
}
