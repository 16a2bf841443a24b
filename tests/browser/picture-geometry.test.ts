import { beforeAll, expect, test } from '@jest/globals';
import type { MapSummary } from '@downstream/graph-schema/map-content';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { bundle } from './bundle.js';
import { layoutNames, type BrowserPicture, type Device } from './picture-for-the-browser.js';
import { serverAndBrowser } from './server-and-browser.js';

declare global {
  // Set by the bundle of picture-for-the-browser.ts.
  var browserPicture: BrowserPicture;
}

/** Colours differ between light and dark, places do not: one count holds for both. */
describeWithChromium('the picture of every sample', () => {
  const running = serverAndBrowser();
  let page: Page;
  let maps: MapSummary[];
  beforeAll(async () => {
    const context = await running.browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    await page.goto(`${running.server.url}/healthz`);
    await page.addScriptTag({ content: await bundle('picture-for-the-browser.ts') });
    maps = (await (await fetch(`${running.server.url}/api/maps`)).json()) as MapSummary[];
  }, 120_000);

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
