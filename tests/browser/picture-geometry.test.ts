import { beforeAll, expect, test } from '@jest/globals';
import type { MapSummary } from '@downstream/graph-schema/map-content';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { bundle } from './bundle.js';
import { layoutNames, type BrowserPicture, type Device, type Folding } from './picture-for-the-browser.js';
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
  });

  const foldings = ['none', 'some', 'all'] as const;
  test.each(
    layoutNames.flatMap((layout) =>
      (['desk', 'phone', 'projector', 'wall'] as const).flatMap((device) =>
        foldings.map((folding): [string, Device, Folding] => [layout, device, folding]),
      ),
    ),
  )('as %s on a %s with %s of its groups folded is clear', async (layout, device, folding) => {
    expect(maps).toHaveLength(6);
    const flaws: string[] = [];
    for (const { id } of maps) {
      const found = await page.evaluate(
        ([map, ...asked]) => globalThis.browserPicture.flawsOf(map, ...asked),
        [id, layout, device, folding] as const,
      );
      flaws.push(...found.map((flaw) => `${id}: ${flaw}`));
    }
    expect(flaws).toEqual([]);
  });
});
