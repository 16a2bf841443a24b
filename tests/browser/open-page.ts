import { expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface OpenedPage {
  page: Page;
  /**
   * Fails the test where the page wrote an error to the console or threw one. `expected` are lines that Chromium
   * itself writes about what the test did: it cut the network, or asked for what is not there.
   */
  close(expected?: RegExp): Promise<void>;
}

/** A page in a browser profile of its own, which remembers whatever went wrong in it. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(message.text());
  });
  page.on('pageerror', (error) => wrongs.push(error.message));
  // Chromium writes no line for a breach of the page's policy that the page's own code catches; other browsers do.
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`The page's policy forbids ${blockedURI} by ${effectiveDirective}`);
    });
  });
  await page.goto(url);
  return {
    page,
    close: async (expected) => {
      await context.close();
      expect(wrongs.filter((wrong) => !expected?.test(wrong))).toEqual([]);
    },
  };
}

/** Waits until everything done on the page so far is kept by the server. */
export const saved = (page: Page): Promise<void> =>
  page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();

/** Waits until the page has fetched ahead what it shows only when asked, so that it can be without the network. */
export async function fetchedAhead(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    return ['add-panel', 'details', 'map-table', 'map-search', 'share-panel'].every((part) =>
      fetched.some((name) => name.includes(`/assets/${part}-`)),
    );
  });
  await page.waitForLoadState('networkidle');
}
