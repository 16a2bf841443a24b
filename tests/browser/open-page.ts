import { expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface OpenedPage {
  page: Page;
  /** Fails the test where the page wrote an error to the console, threw one, or lost a request to one. */
  close(): Promise<void>;
}

/** A page in a browser profile of its own, which remembers whatever went wrong in it. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(message.text());
  });
  page.on('pageerror', (error) => wrongs.push(error.message));
  await page.goto(url);
  return {
    page,
    close: async () => {
      await context.close();
      expect(wrongs).toEqual([]);
    },
  };
}

/** Waits until everything done on the page so far is kept by the server. */
export const saved = (page: Page): Promise<void> =>
  page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
