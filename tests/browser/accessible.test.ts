import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { barriersOn } from './barriers.js';
import { cutOff } from './cut-off.js';
import { openPage, saved } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';
import { smallTargets } from './small-targets.js';

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
    'a number that cannot be read',
    ripple,
    async (page) => {
      await page.getByText('Party', { exact: true }).first().click();
      await page.getByLabel('Buffer').fill('a while');
      await page.getByLabel('Buffer').press('Enter');
      await page.getByText(/write a duration such as 30m/).waitFor();
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

const onSheet =
  (tab: string, ready: (page: Page) => Locator) =>
  async (page: Page): Promise<void> => {
    await page.locator('.side-tabs').getByText(tab, { exact: true }).click();
    await ready(page).first().waitFor();
  };
const fromMenu =
  (item: string, ready: (page: Page) => Locator) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await ready(page).first().waitFor();
  };

const statesOnPhone: typeof states = [
  ...states.slice(0, 3),
  ['the ripple', ripple, onSheet('Ripple', (page) => page.getByText('Where it stopped'))],
  ['a party', ripple, onSheet('Party', (page) => page.getByLabel('Purpose'))],
  [
    'a link',
    '/maps/airline-lost-bag?select=link:loaders-to-turnaround',
    onSheet('Link', (page) => page.getByLabel('What is handed on')),
  ],
  ['what can be added', ripple, onSheet('Add', (page) => page.getByPlaceholder(/Bag loaders > Turnaround/))],
  [
    'groups and names of groups',
    '/maps/airline-lost-bag?layout=free',
    async (page) => {
      await page.getByRole('button', { name: /^Fold Ramp/ }).waitFor();
      await page.getByText('Groups', { exact: true }).click();
    },
  ],
  [
    'the words on how it reaches somebody',
    '/maps/airline-lost-bag?select=party:passengers-on-board&delay=bag-loaders:30',
    (page) => page.getByRole('region', { name: /^How it reaches/ }).waitFor(),
  ],
  [
    'the menu',
    ripple,
    async (page) => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Keyboard' }).waitFor();
    },
  ],
  ['sharing', ripple, fromMenu('Share', (page) => page.getByText('Code to scan: this view'))],
  [
    'what can be taken away',
    ripple,
    fromMenu('Download or print', (page) => page.getByText('Spreadsheet (CSV)')),
  ],
  [
    'a focus',
    `${ripple}&focus=turnaround-control:2`,
    async (page) => {
      await page.getByRole('region', { name: /^How it reaches/ }).waitFor();
      await page.getByText('Names', { exact: true }).click();
    },
  ],
  [
    'a map seen from an external customer',
    '/maps/airline-lost-bag?seen-from=passengers-on-board',
    async (page) => {
      await page.getByText('Show', { exact: true }).click();
      await page.getByText('How late before they feel it').waitFor();
    },
  ],
  [
    'the table',
    `${ripple}&layout=table`,
    (page) => page.getByRole('table', { name: 'What the ripple does' }).waitFor(),
  ],
  ['the matrix', `${ripple}&layout=matrix`, (page) => page.getByRole('gridcell').first().waitFor()],
  [
    'weak links',
    '/maps/airline-lost-bag/weak-links',
    (page) => page.getByRole('heading', { level: 1 }).waitFor(),
  ],
  [
    'a comparison',
    `${ripple}&if=slack:20:loaders-to-turnaround`,
    (page) =>
      page
        .getByText(/Harm falls/)
        .first()
        .waitFor(),
  ],
  ['a guess', '/maps/airline-lost-bag', fromMenu('Guess first', (page) => page.getByText('Start guessing'))],
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

  test.each([
    [390, 844],
    [360, 740],
    [320, 568],
  ])(
    'on a phone of %i by %i nothing reaches past the edge, and everything is a fingertip high and wide',
    async (width, height) => {
      const opened = await openPage(running.browser, running.server.url, {
        viewport: { width, height },
        isMobile: true,
        hasTouch: true,
        // What still grows or slides in is measured by nobody.
        reducedMotion: 'reduce',
      });
      const { page } = opened;
      const flaws: Record<string, unknown> = {};
      for (const [name, path, reach] of statesOnPhone) {
        await page.goto(`${running.server.url}${path}`);
        await reach(page);
        await page.waitForLoadState('networkidle');
        const past = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        const cut = await cutOff(page);
        const small = await smallTargets(page);
        if (past !== 0 || cut.length > 0 || small.length > 0) flaws[name] = { past, cut, small };
      }
      expect(flaws).toEqual({});
      await opened.close();
    },
  );

  test('the word on a button is whole beside a line that says what is wrong', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/airline-lost-bag`);
    const { page } = opened;
    await saved(page);
    await page.getByText('Add', { exact: true }).first().click();
    const line = page.getByPlaceholder(/Bag loaders > Turnaround/);
    await line.fill('nobody hands anything on');
    await line.press('Enter');
    await page.getByText(/Write who hands on, an arrow/).waitFor();
    const cut = await page
      .locator('form:has([placeholder^="Bag loaders >"]) .mantine-Button-label')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(cut).toBe(0);
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
