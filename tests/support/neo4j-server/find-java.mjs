import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Java versions that Neo4j 5.26 runs on. */
const fitting = [17, 21];

/** The path of a Java that Neo4j 5.26 runs on: JAVA_HOME, then PATH, then where Linux keeps them. */
export function findJava() {
  const ofHome = (home) => join(home, 'bin', 'java');
  const named = process.env.JAVA_HOME ? [ofHome(process.env.JAVA_HOME)] : [];
  const installed = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm').sort() : [];
  const candidates = [...named, 'java', ...installed.map((name) => ofHome(join('/usr/lib/jvm', name)))];
  return candidates.find((java) => fitting.includes(majorVersionOf(java)));
}

/** 17 for "17.0.15"; undefined where there is no such program. */
function majorVersionOf(java) {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const version = /version "(\d+)/.exec(stderr ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
}
