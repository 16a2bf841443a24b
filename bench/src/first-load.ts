/**
 * The script a browser fetches to show the map page for the first time, as it comes over the wire, with the picture
 * and everything that loads before anybody touches the page.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { tell } from './measure.js';

const root = join(import.meta.dirname, '..', '..');
const port = 4_498;

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

const total = (scripts: ReadonlyMap<string, { bytes: number }>): number =>
  [...scripts.values()].reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

export async function benchFirstLoad(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'downstream-data-'));
  const server = spawn(process.execPath, [join(root, 'server/bin/downstream.js'), 'start'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DOWNSTREAM_DATA: data,
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await answers(`${url}/readyz`)); tries++) {
    if (tries > 600 || server.exitCode !== null) throw new Error('The server did not become ready.');
    await pause(100);
  }
  const [map] = (await (await fetch(`${url}/api/maps`)).json()) as { id: string }[];

  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Map<string, { url: string; bytes: number }>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || response.url.endsWith('.js'))
      scripts.set(requestId, { url: response.url, bytes: 0 });
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId);
    if (script) script.bytes += encodedDataLength;
  });
  await page.goto(`${url}/maps/${map!.id}`);
  await page.locator('canvas').first().waitFor();
  // What the page fetches beforehand for later, once the picture is there, is not what anybody waits for.
  const kilobytes = total(scripts);
  await pause(10_000);
  const withPreloads = total(scripts);
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(data, { recursive: true });
  const largest = [...scripts.values()].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  tell(
    'first load of the map page, kilobytes of compressed script',
    {
      kilobytes: Math.round(kilobytes),
      limit: 400,
      withWhatIsFetchedAhead: Math.round(withPreloads),
      largest: largest.map(({ url: from, bytes }) => `${from.split('/').at(-1)} ${Math.round(bytes / 1000)}`),
    },
    kilobytes < 400,
  );
}
