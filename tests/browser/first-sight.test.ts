import { expect, test } from '@jest/globals';
import { describeWithChromium } from '../support/chromium.js';
import { openPage } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

describeWithChromium('what is fetched ahead', () => {
  const running = serverAndBrowser();

  test.each(['/', '/maps/airline-lost-bag', '/maps/new', '/nowhere'])('is used on %s', async (path) => {
    const opened = await openPage(running.browser, `${running.server.url}${path}`);
    const { page } = opened;
    await page
      .getByRole('link', { name: /Downstream|All maps/ })
      .first()
      .waitFor();
    const unused = await page.evaluate(() => {
      const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
        ({ href }) => href,
      );
      return [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload]')]
        .map(({ href }) => href)
        .filter((href) => !styles.includes(href));
    });
    expect(unused).toEqual([]);
    await opened.close();
  });
});
