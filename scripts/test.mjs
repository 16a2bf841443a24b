// `npm test`: builds what the tests run, obtains what they need, runs them all, and ends with one line:
// "N passed, N failed, N skipped". The exit code is 0 only where nothing failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = join(root, '.cache', 'test-results.json');

const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

function run(program, args, environment = {}) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

function build() {
  console.log('Building …');
  const built = run('npm', ['run', '--silent', 'build']);
  if (!built) console.log('The build failed, so no test could run.');
  return built;
}

/** Runs Jest with the arguments given to this script, and counts. A file that could not be run counts as failed. */
function test() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(results, { force: true });
  console.log('Testing: unit, client, and the whole on a real Neo4j and a real Chromium …');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const reporting = ['--json', `--outputFile=${results}`];
  const options = [
    process.env.NODE_OPTIONS,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ];
  const passed = run(process.execPath, [jest, ...reporting, ...process.argv.slice(2)], {
    NODE_OPTIONS: options.filter(Boolean).join(' '),
  });
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const counted = JSON.parse(readFileSync(results, 'utf8'));
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
  return {
    passed: counted.numPassedTests,
    // Jest also fails on what belongs to no test, such as a setup that threw.
    failed: failed === 0 && !passed ? 1 : failed,
    skipped: counted.numPendingTests + counted.numTodoTests,
  };
}

const counts = build() ? test() : { passed: 0, failed: 1, skipped: 0 };
console.log(closingLine(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;
