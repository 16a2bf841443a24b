/**
 * The script a browser fetches to show the map page for the first time, as it comes over the wire, with the picture
 * and everything that loads before anybody touches the page.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { startBrowser } from './browser.js';
import { tell } from './measure.js';
import { startServer } from './running-server.js';

const total = (scripts: ReadonlyMap<string, { bytes: number }>): number =>
  [...scripts.values()].reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

export async function benchFirstLoad(): Promise<void> {
  const server = await startServer();
  const { url } = server;
  const [map] = (await (await fetch(`${url}/api/maps`)).json()) as { id: string }[];

  const browser = await startBrowser();
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
  await page.locator('canvas[data-layer="base"]').waitFor();
  // What the page fetches beforehand for later, once the picture is there, is not what anybody waits for.
  const kilobytes = total(scripts);
  await pause(10_000);
  const withPreloads = total(scripts);
  await browser.close();
  await server.stop();
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
