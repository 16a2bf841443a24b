import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { barriersOn } from './barriers.js';
import { describeWithChromium } from '../support/chromium.js';
import { openPage } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

describeWithChromium('where a map breaks', () => {
  const running = serverAndBrowser();

  test('is asked from the map, narrowed to one customer, lit on the picture and taken away', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/airline-lost-bag`);
    const { page } = opened;
    await page.getByRole('link', { name: 'Weak links' }).click();
    await page.getByText(/Fix one link and harm falls by 28/).waitFor();

    await page.getByLabel('External customer', { exact: true }).selectOption('Passengers on board');
    await page
      .getByText(/Fix this link and harm to Passengers on board/)
      .first()
      .waitFor();
    const first = page
      .getByRole('list', { name: /Links by the harm/ })
      .getByRole('button')
      .first();
    await first.click();
    await page.getByText(/What falls, and for whom, in minutes/).waitFor();
    expect(await first.getAttribute('aria-pressed')).toBe('true');
    // The address leads back to the same.
    expect(new URL(page.url()).searchParams.get('row')).toMatch(/^link /);

    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /as a spreadsheet/ }).click(),
    ]);
    expect(csv.suggestedFilename()).toBe('Airline-a-lost-bag.weak-links.csv');
    const [header, row] = (await readFile(await csv.path(), 'utf8')).split('\r\n');
    expect(header).toMatch(/^rank,output,provider,customer,harmCarried,share/);
    expect(row).toContain('whole map');
    expect(row).toContain('Passengers on board');
    await opened.close();
  });

  test.each(['light', 'dark'] as const)('keeps nobody out, in %s colours', async (colorScheme) => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/magazine-at-war/weak-links`, {
      colorScheme,
      reducedMotion: 'reduce',
    });
    const { page } = opened;
    const barriers: Record<string, string[]> = {};
    const headlines = {
      'Weak links': /Fix one link/,
      'What helps': /changes take/,
      Customers: /reaches an external customer/,
      Teams: /largest parts? of harm begins?/,
      Findings: /worth a second look/,
    };
    for (const [list, headline] of Object.entries(headlines)) {
      await page.getByRole('navigation').getByRole('button', { name: list }).click();
      await page.getByText(headline).first().waitFor();
      const found = await barriersOn(page);
      if (found.length > 0) barriers[list] = found;
    }
    expect(barriers).toEqual({});
    await opened.close();
  });

  test('is told, not counted, where nobody outside is served', async () => {
    const opened = await openPage(running.browser, running.server.url);
    const { page } = opened;
    const map =
      'map: Nobody outside\nparties:\n  - {name: A}\n  - {name: B}\nlinks:\n  - {provider: A, customer: B}\n';
    const made = await page.request.post(`${running.server.url}/api/map-files`, {
      data: map,
      headers: { 'content-type': 'application/yaml', origin: running.server.url },
    });
    const { id } = (await made.json()) as { id: string };
    await page.goto(`${running.server.url}/maps/${id}/weak-links`);
    await page.getByText('There is no external customer on this map').waitFor();
    await opened.close();
  });
});
