/** `npm run bench [name …]`: each figure is one line of JSON; the exit code says whether all of them hold. */
import { parseArgs } from 'node:util';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { benchEmbeddedCommits, benchNeo4jCommits } from './commits.js';
import { benchCompile } from './engine/compile.js';
import { benchDefect } from './engine/defect.js';
import { benchDelay } from './engine/delay.js';
import { benchExposure } from './engine/exposure.js';
import { benchGateways } from './engine/gateways.js';
import { benchGrowth } from './engine/growth.js';
import { benchWholeMap } from './engine/whole-map.js';
import { benchFirstLoad } from './first-load.js';
import { benchLargeMap } from './large-map.js';
import { benchLive, benchLiveAcrossServers } from './live.js';
import { benchPictureFrames } from './picture/frames.js';
import { benchPictureLayout } from './picture/layout.js';
import { benchPictureOpening } from './picture/opening.js';
import { benchPictureSlider } from './picture/slider.js';
import { benchStartUp } from './start-up.js';

class NoSuchBench extends Error {}

/** What is measured on a map takes the CSV file to measure on, instead of maps made for it, or the sizes of these. */
type Bench = (graph: string | undefined, sizes: readonly number[]) => unknown;

const engine: Record<string, Bench> = {
  delay: benchDelay,
  compile: benchCompile,
  defect: benchDefect,
  exposure: benchExposure,
  gateways: benchGateways,
  'whole-map': benchWholeMap,
  growth: benchGrowth,
};
const picture: Record<string, Bench> = {
  'picture-opening': benchPictureOpening,
  'picture-frames': (_, sizes) => benchPictureFrames(sizes),
  'picture-slider': (_, sizes) => benchPictureSlider(sizes),
  'picture-layout': benchPictureLayout,
};
/** What goes by one name. */
const groups: Record<string, Record<string, Bench>> = { engine, picture };
const benches: Record<string, Bench> = {
  ...engine,
  ...picture,
  'large-map': benchLargeMap,
  'commits-embedded': benchEmbeddedCommits,
  'commits-neo4j': benchNeo4jCommits,
  live: benchLive,
  'live-two-servers': benchLiveAcrossServers,
  'first-load': benchFirstLoad,
  'start-up': benchStartUp,
};

const usage = `npm run bench [-- NAME ...] [--graph FILE] [--teams N]

Prints each figure as one line of JSON; the exit code is 1 where one of them misses what was wanted of it.

  engine             all of: ${Object.keys(engine).join(', ')}
                     beside a C program, igraph, rustworkx, scipy, networkx, graphology and cynetdiff,
                     which it installs into .cache/bench with python3 and cc; who is missing is named
  --graph FILE       measure the engine on this CSV of links (provider,customer,slack,...) instead
  picture            all of: ${Object.keys(picture).join(', ')}
                     in the system's Chromium without a GPU, beside Cytoscape alone
  --teams N          measure the picture at this size only, instead of at 60, 500 and 2,000 teams
  others             ${Object.keys(benches)
    .filter((name) => !(name in engine) && !(name in picture))
    .join(', ')}

Examples:
  npm run bench -- engine
  npm run bench -- delay gateways --graph links.csv
  npm run bench -- picture-slider --teams 2000
`;

const { values, positionals } = parseArgs({
  options: { graph: { type: 'string' }, teams: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const { graph, teams } = values;
const sizes = teams === undefined ? [60, 500, 2_000] : [Number(teams)];
if (values.help) process.stdout.write(usage);
else {
  try {
    for (const bench of namesOf(positionals).map(benchNamed)) await bench(graph, sizes);
  } catch (error) {
    if (!isAskedWrongly(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** What is told in a sentence; anything else is a bug, whose stack is wanted. */
function isAskedWrongly(error: unknown): error is Error {
  if (error instanceof DownstreamError || error instanceof NoSuchBench) return true;
  return error instanceof Error && 'code' in error && error.code === 'downstream.refused';
}

function namesOf(asked: readonly string[]): readonly string[] {
  if (asked.length === 0) return graph === undefined ? Object.keys(benches) : Object.keys(engine);
  return asked.flatMap((name) => Object.keys(groups[name] ?? { [name]: name }));
}

function benchNamed(name: string): Bench {
  const bench = benches[name];
  if (!bench)
    throw new NoSuchBench(
      `There is no bench "${name}"; there are ${Object.keys({ ...groups, ...benches }).join(', ')}.`,
    );
  return bench;
}
