// `npm test`: builds what the tests run, obtains what they need, runs them all, and ends with one line:
// "N passed, N failed, N skipped". The exit code is 0 only where nothing failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from '../server/bin/build-if-needed.js';

const root = join(import.meta.dirname, '..');
const results = join(root, '.cache', 'test-results.json');

// Until the tests have run there is one failure; so a build that fails ends with the line, too.
let counts = { passed: 0, failed: 1, skipped: 0 };
process.on('exit', () => {
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
});

buildIfNeeded(['code', 'site']);
counts = test();
process.exitCode = counts.failed === 0 ? 0 : 1;

/** Runs Jest with the arguments given to this script, and counts. A file that could not be run counts as failed. */
function test() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(results, { force: true });
  console.error('Testing, the whole of it on a real Neo4j and in a real Chromium …');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const reporting = ['--json', `--outputFile=${results}`];
  const nodeOptions = [
    process.env.NODE_OPTIONS,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ];
  const { status } = spawnSync(process.execPath, [jest, ...reporting, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: nodeOptions.filter(Boolean).join(' ') },
  });
  if (!existsSync(results)) return counts;
  const counted = JSON.parse(readFileSync(results, 'utf8'));
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
  return {
    passed: counted.numPassedTests,
    // Jest also fails on what belongs to no test, such as a teardown that threw.
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: counted.numPendingTests + counted.numTodoTests,
  };
}
