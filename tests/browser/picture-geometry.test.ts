import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MapSummary } from '@downstream/graph-schema/map-content';
import type { Browser, Page } from 'playwright-core';
import { describeWithChromium, launchChromium } from '../support/chromium.js';
import { runServer, type RunningServer } from '../support/run-server.js';
import { bundle } from './bundle.js';
import { layoutNames, type BrowserPicture, type Device } from './picture-for-the-browser.js';

declare global {
  // Set by the bundle of picture-for-the-browser.ts.
  var browserPicture: BrowserPicture;
}

/** Colours differ between light and dark, places do not: one count holds for both. */
describeWithChromium('the picture of every sample', () => {
  let browser: Browser;
  let server: RunningServer;
  let page: Page;
  let maps: MapSummary[];
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), runServer()]);
    const context = await browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    await page.goto(`${server.url}/healthz`);
    await page.addScriptTag({ content: await bundle('picture-for-the-browser.ts') });
    maps = (await (await fetch(`${server.url}/api/maps`)).json()) as MapSummary[];
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test.each(
    layoutNames.flatMap((layout) =>
      (['desk', 'phone', 'projector', 'wall'] as const).map((device): [string, Device] => [layout, device]),
    ),
  )('as %s on a %s covers nothing, cuts nothing off and can be read', async (layout, device) => {
    expect(maps).toHaveLength(6);
    const flaws: string[] = [];
    for (const { id } of maps) {
      const found = await page.evaluate(
        ([map, ...asked]) => globalThis.browserPicture.flawsOf(map, ...asked),
        [id, layout, device] as const,
      );
      flaws.push(...found.map((flaw) => `${id}: ${flaw}`));
    }
    expect(flaws).toEqual([]);
  });
});
