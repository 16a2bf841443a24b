import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJava } from './find-java.mjs';

const here = import.meta.dirname;
const pom = join(here, 'pom.xml');
const version = /<neo4j\.version>(.+)<\/neo4j\.version>/.exec(readFileSync(pom, 'utf8'))[1];
const cache = join(here, '..', '..', '..', '.cache');
const jars = join(cache, `neo4j-${version}`);

/** Why Neo4j cannot be had this way, or undefined. */
export function whyNotFromMaven() {
  if (!findJava()) return 'no Java 17 or 21';
  if (!existsSync(jars) && spawnSync('mvn', ['-v']).status !== 0) return 'no Maven';
  return undefined;
}

/** Starts the server of Maven Central on this machine's Java: ready in about 8 seconds once its jars are here. */
export async function startNeo4jFromMaven(say) {
  fetchJars(say);
  const data = mkdtempSync(join(tmpdir(), 'downstream-neo4j-'));
  const server = spawn(
    findJava(),
    [
      '-Xms256m',
      '-Xmx1g',
      '-XX:+UseSerialGC',
      '-cp',
      join(jars, '*'),
      join(here, 'Neo4jLauncher.java'),
      data,
      '0',
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    // Its data is thrown away with it, so there is nothing to shut down tidily.
    server.kill('SIGKILL');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { uri: await readyAddress(server), user: 'neo4j', password: 'none', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function fetchJars(say) {
  if (existsSync(jars)) return;
  say(`Obtaining Neo4j ${version} from Maven Central (125 MB, once, into .cache) …`);
  // Copied beside and then renamed, so that a copy cut short is never taken for a whole one.
  const arriving = `${jars}.${process.pid}`;
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${arriving}`, '-DincludeScope=runtime'];
  const { status, stdout } = spawnSync('mvn', ['-B', '-ntp', '-q', '-f', pom, ...goal], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Maven could not obtain Neo4j ${version}:\n${stdout}`);
  if (existsSync(jars)) rmSync(arriving, { recursive: true });
  else renameSync(arriving, jars);
}

/** The bolt address that the launcher prints once it answers. */
function readyAddress(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      const ready = /READY (\S+)/.exec(said);
      if (ready) resolve(ready[1]);
    };
    server.stdout.setEncoding('utf8').on('data', listen);
    server.stderr.setEncoding('utf8').on('data', listen);
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`Neo4j ended with ${code} before it was ready:\n${said}`)),
    );
  });
}
