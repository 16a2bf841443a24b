/**
 * How long a new user waits: a fresh clone, `npm ci && npm start`, until the page is served; then a second start; then
 * what the idle server holds in memory. Absolute figures, as limits of patience on two cores.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { tell } from './measure.js';
import { startServer, type RunningServer } from './running-server.js';

const root = join(import.meta.dirname, '..', '..');
/** Seconds from `start` until `npm start` serves the page, and the server. */
async function npmStart(folder: string, start: number): Promise<[number, RunningServer]> {
  const server = await startServer({ command: ['npm', 'start'], cwd: folder, store: {} });
  const page = await fetch(`${server.url}/`);
  if (!page.ok || !(await page.text()).includes('<script')) throw new Error('The page was not served.');
  return [(performance.now() - start) / 1000, server];
}

export async function benchStartUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'downstream-clone-'));
  execFileSync('git', ['clone', '--quiet', root, folder]);
  const fresh = performance.now();
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  const [first, server] = await npmStart(folder, fresh);
  await server.stop();
  const again = performance.now();
  const [second, serverAgain] = await npmStart(folder, again);
  await pause(5_000);
  const memory = serverAgain.megabytes();
  await serverAgain.stop();
  rmSync(folder, { recursive: true });
  const rounded = (value: number) => Math.round(value * 10) / 10;
  tell('fresh clone to page served, seconds', { seconds: rounded(first), limit: 90 }, first < 90);
  tell('second start to page served, seconds', { seconds: rounded(second), limit: 3 }, second < 3);
  tell('idle server, megabytes resident', { megabytes: Math.round(memory), limit: 150 }, memory < 150);
}
