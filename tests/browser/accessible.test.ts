import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { barriersOn } from './barriers.js';
import { openPage, saved } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

const ripple = '/maps/airline-lost-bag?select=party:turnaround-control&delay=bag-loaders:30';

/** Where to go, and what to do there until the state is reached. */
const states: [name: string, path: string, reach: (page: Page) => Promise<unknown>][] = [
  ['the first page', '/', (page) => page.getByRole('button', { name: /Make the bag loaders/ }).waitFor()],
  [
    'a ripple on the first page',
    '/',
    async (page) => {
      await page.getByRole('button', { name: /Make the bag loaders/ }).click();
      await page.getByText('Where it stopped').waitFor();
    },
  ],
  ['a new map', '/maps/new', (page) => page.getByLabel(/Name one external customer/).waitFor()],
  ['a map', '/maps/airline-lost-bag', saved],
  ['its ripple', ripple, (page) => page.getByText('Where it stopped').waitFor()],
  [
    'a party',
    ripple,
    async (page) => {
      await page.getByText('Party', { exact: true }).first().click();
      await page.getByLabel('Purpose').waitFor();
    },
  ],
  [
    'a focus in a ripple',
    `${ripple}&focus=turnaround-control:2`,
    async (page) => {
      await page.getByText(/downstream within 2 hops/).waitFor();
      await page.getByRole('region', { name: /^How it reaches/ }).waitFor();
      await page.getByText('Names', { exact: true }).click();
      await page.getByText('Step by step, in order').click();
      // What is scrolled out of sight stands on colours that axe cannot see.
      await page
        .getByRole('heading', { name: /minutes late/ })
        .first()
        .scrollIntoViewIfNeeded();
    },
  ],
  [
    'a map seen from an external customer',
    '/maps/airline-lost-bag?seen-from=passengers-on-board',
    (page) => page.getByText('How late before they feel it').waitFor(),
  ],
  [
    'the list of keys',
    '/maps/airline-lost-bag',
    async (page) => {
      await saved(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    },
  ],
  [
    'what can be added',
    ripple,
    async (page) => {
      await page.getByText('Add', { exact: true }).first().click();
      await page.getByPlaceholder(/Bag loaders > Turnaround/).waitFor();
    },
  ],
  [
    'the table',
    ripple,
    async (page) => {
      await page.getByRole('banner').getByText('Table', { exact: true }).click();
      await page.getByRole('table', { name: 'What the ripple does' }).waitFor();
    },
  ],
  [
    'the matrix',
    `${ripple}&layout=matrix`,
    async (page) => {
      await page.getByText('Where it stopped').waitFor();
      await page.getByRole('gridcell', { name: /^Bag loaders to Gate agents/ }).click();
      await page.getByLabel('What is handed on?').waitFor();
    },
  ],
  [
    'what can be taken away',
    ripple,
    async (page) => {
      await page.getByText('Where it stopped').waitFor();
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Download or print' }).click();
      await page.getByText('Spreadsheet (CSV)').waitFor();
    },
  ],
  [
    'a frame that was not copied whole',
    '/embed/maps/airline-lost-bag',
    (page) => page.getByText(/what should follow the # is missing/).waitFor(),
  ],
  [
    'sharing',
    '/maps/airline-lost-bag',
    async (page) => {
      await saved(page);
      await page.getByRole('button', { name: 'Share' }).click();
      await page.getByRole('button', { name: 'Create link: Viewer' }).click();
      await page.getByRole('img', { name: 'Code to scan: Viewer' }).waitFor();
    },
  ],
];

describeWithChromium('the page is open to everyone', () => {
  const running = serverAndBrowser();

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    test('nothing keeps anyone out of any state', async () => {
      // Colours on their way from one to another are judged by nobody.
      const opened = await openPage(running.browser, running.server.url, {
        colorScheme,
        reducedMotion: 'reduce',
      });
      const barriers: Record<string, string[]> = {};
      for (const [name, path, reach] of states) {
        await opened.page.goto(`${running.server.url}${path}`);
        await reach(opened.page);
        const found = await barriersOn(opened.page);
        if (found.length > 0) barriers[name] = found;
      }
      expect(barriers).toEqual({});
      await opened.close();
    });
  });

  test('on a phone nothing reaches past the edge, and everything is a fingertip high', async () => {
    const opened = await openPage(running.browser, running.server.url, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    const { page } = opened;
    for (const path of ['/', '/maps/new', ripple, `${ripple}&layout=table`, `${ripple}&layout=matrix`]) {
      await page.goto(`${running.server.url}${path}`);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            ':is(button, a, select, input:not([type=radio], [type=checkbox])):not([tabindex="-1"])',
          ),
        ].flatMap((target) => {
          const { width, height } = target.getBoundingClientRect();
          const isShown = target.checkVisibility() && width > 0 && !target.closest('.skip-link');
          return isShown && height < 43.5
            ? [`${target.tagName} ${target.textContent || target.getAttribute('aria-label')}: ${height}`]
            : [];
        }),
      );
      expect({ path, small }).toEqual({ path, small: [] });
    }
    await opened.close();
  });

  test('a dialog gives the focus back to where it came from', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/airline-lost-bag`);
    const { page } = opened;
    await saved(page);
    const share = page.getByRole('button', { name: 'Share' });
    await share.click();
    await page.getByRole('dialog', { name: 'Share this map' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Share this map' }).waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Share');

    const more = page.getByRole('button', { name: 'More' });
    await more.click();
    await page.getByRole('menuitem', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Keyboard' }).waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'More');
    await opened.close();
  });
});
