import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamps = join(root, '.cache', 'build');
const lock = join(stamps, 'lock');

/** What can be built: from which sources, how, and a file that is there afterwards. */
const builds = {
  code: {
    says: 'the server',
    sources: ['graph-schema', 'ripple', 'seed', 'server'].flatMap((name) => [
      `${name}/src`,
      `${name}/tsconfig.json`,
    ]),
    result: 'server/dist/command-line/main.js',
    command: ['node_modules/typescript/bin/tsc', '-b', 'server'],
    folder: '.',
  },
  site: {
    says: 'the page',
    sources: [
      'client/src',
      'client/public',
      'client/index.html',
      'client/vite.config.ts',
      'graph-schema/src',
      'ripple/src',
    ],
    result: 'client/dist/site/index.html',
    command: ['../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    folder: 'client',
  },
};

/**
 * Builds what is older than its sources, and says so on standard error; does nothing where there are no sources, as
 * in an image that holds only the build. Exits where a build fails: its own messages have said why.
 * @param {readonly (keyof typeof builds)[]} names
 */
export function buildIfNeeded(names) {
  if (names.every((name) => isFresh(name))) return;
  mkdirSync(stamps, { recursive: true });
  takeTurn();
  try {
    for (const name of names) if (!isFresh(name)) build(name);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {keyof typeof builds} name */
function build(name) {
  const { says, command, folder } = builds[name];
  const started = performance.now();
  const before = fingerprint(name);
  process.stderr.write(`Building ${says} …`);
  const { status, stdout } = spawnSync(process.execPath, command, {
    cwd: join(root, folder),
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) {
    process.stderr.write(` failed.\n${stdout}`);
    rmSync(lock, { force: true });
    process.exit(1);
  }
  writeFileSync(join(stamps, name), before);
  process.stderr.write(` done in ${Math.round((performance.now() - started) / 1000)} s.\n`);
}

/** @param {keyof typeof builds} name */
function isFresh(name) {
  const { result, sources } = builds[name];
  if (!sources.some((source) => existsSync(join(root, source)))) return true;
  if (!existsSync(join(root, result))) return false;
  const stamp = join(stamps, name);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(name);
}

/**
 * Names the state of a build's sources: changes with any file that is added, taken away or written.
 * @param {keyof typeof builds} name
 */
function fingerprint(name) {
  const hash = createHash('sha256');
  const paths = [...builds[name].sources, 'package-lock.json', 'tsconfig.base.json'].flatMap((path) =>
    filesIn(path),
  );
  for (const path of paths.sort()) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(inner);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [inner];
  });
}

/** Two processes that start at once must not write the same files: the second waits until the first has built. */
function takeTurn() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!holderLives()) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

function holderLives() {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    // A lock that is not signed yet is being signed.
    return holder === 0 || process.kill(holder, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
