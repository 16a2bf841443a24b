import { beforeAll, expect, test } from '@jest/globals';
import type { MapSummary } from '@downstream/graph-schema/map-content';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { bundle } from './bundle.js';
import { randomReports, type BrowserEngine } from './engine-for-the-browser.js';
import { serverAndBrowser } from './server-and-browser.js';

declare global {
  // Set by the bundle of engine-for-the-browser.ts.
  var browserEngine: BrowserEngine;
}

describeWithChromium('the engine gives the same bytes', () => {
  const running = serverAndBrowser();
  let page: Page;
  beforeAll(async () => {
    const context = await running.browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    await page.goto(`${running.server.url}/healthz`);
    await page.addScriptTag({ content: await bundle('engine-for-the-browser.ts') });
  });

  test('in Node and in Chromium, on 400 random maps with both kinds of disruption', async () => {
    const inBrowser = await page.evaluate(() => globalThis.browserEngine.randomReports(400));
    expect(inBrowser).toEqual(randomReports(400));
    expect(new Set(inBrowser).size).toBeGreaterThan(300);
  });

  test('on the page and from the server, on every sample and every one of its teams', async () => {
    const maps = (await (await fetch(`${running.server.url}/api/maps`)).json()) as MapSummary[];
    expect(maps).toHaveLength(6);
    for (const { id } of maps) {
      const asked = await page.evaluate((map) => globalThis.browserEngine.everyRippleOf(map), id);
      expect(asked.length).toBeGreaterThan(10);
      for (const { disruptions, report } of asked) {
        const answer = await fetch(`${running.server.url}/api/maps/${id}/ripple`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ disruptions }),
        });
        const bytes = await answer.text();
        expect(bytes).toContain(`"report":${report}`);
      }
    }
  });
});
