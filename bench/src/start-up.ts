/**
 * How long a new user waits: a fresh clone, `npm ci && npm start`, until the page is served; then a second start; then
 * what the idle server holds in memory. Absolute figures, as limits of patience on two cores.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { tell } from './measure.js';

const root = join(import.meta.dirname, '..', '..');
const port = 4_499;

async function secondsUntilServed(start: number): Promise<number> {
  for (;;) {
    try {
      const page = await fetch(`http://127.0.0.1:${port}/`);
      if (page.ok && (await page.text()).includes('<script')) return (performance.now() - start) / 1000;
    } catch {
      // Nobody listens yet.
    }
    if (performance.now() - start > 300_000) throw new Error('The page was not served within five minutes.');
    await pause(50);
  }
}

function npmStart(folder: string) {
  const server = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(server, 'exit');
  return async () => {
    process.kill(-server.pid!, 'SIGTERM');
    await ended;
  };
}

/** Resident memory of whichever process listens, found by what it was told to run. */
function residentMegabytes(folder: string): number {
  const pids = execFileSync('pgrep', ['-f', `${folder}/|server/bin/downstream.js start`])
    .toString()
    .trim()
    .split('\n');
  const ofThis = pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`PORT=${port}`);
    } catch {
      return false;
    }
  });
  const sizes = ofThis.map((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return status.includes('Name:\tnode') ? Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024 : 0;
  });
  return Math.max(...sizes);
}

export async function benchStartUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'downstream-clone-'));
  execFileSync('git', ['clone', '--quiet', root, folder]);
  const fresh = performance.now();
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  let stop = npmStart(folder);
  const first = await secondsUntilServed(fresh);
  await stop();
  const again = performance.now();
  stop = npmStart(folder);
  const second = await secondsUntilServed(again);
  await pause(5_000);
  const memory = residentMegabytes(folder);
  await stop();
  rmSync(folder, { recursive: true });
  const rounded = (value: number) => Math.round(value * 10) / 10;
  tell('fresh clone to page served, seconds', { seconds: rounded(first), limit: 90 }, first < 90);
  tell('second start to page served, seconds', { seconds: rounded(second), limit: 3 }, second < 3);
  tell('idle server, megabytes resident', { megabytes: Math.round(memory), limit: 150 }, memory < 150);
}
