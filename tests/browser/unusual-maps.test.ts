import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { openPage, saved } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

describeWithChromium('maps that are not like the samples', () => {
  const running = serverAndBrowser();

  async function keep(file: object): Promise<string> {
    const answer = await fetch(`${running.server.url}/api/map-files`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(file),
    });
    const { id } = (await answer.json()) as { id: string };
    return `${running.server.url}/maps/${id}`;
  }

  const showTable = (page: Page) => page.getByRole('banner').getByText('Table', { exact: true }).click();

  test('names of any kind stand as they were written', async () => {
    const names = [
      'N'.repeat(200),
      'فريق الاستقبال',
      '👩‍🚒 Feuerwehr 🚒',
      '<script>document.title = "taken"</script>',
      '"><img src=x onerror=alert(1)>',
      'Twins',
    ];
    const address = await keep({
      map: '<b>Names</b> שלום',
      parties: [
        { name: 'Guests', kind: 'external-customer' },
        ...names.map((name, index) => ({ id: `p${index}`, name })),
        { id: 'twin', name: 'Twins' },
      ],
      links: names.map((_, index) => ({ provider: `p${index}`, customer: 'Guests', output: '<i>it</i>' })),
    });
    const opened = await openPage(running.browser, `${address}?delay=p3:30`);
    const { page } = opened;
    await page.getByRole('heading', { level: 2, name: /Guests.*30 minutes late/ }).waitFor();
    expect(await page.title()).toContain('<b>Names</b> שלום');
    await showTable(page);
    const parties = page.getByRole('table', { name: 'Parties of this map' });
    for (const name of names) await parties.getByRole('button', { name, exact: true }).first().waitFor();
    expect(await parties.getByRole('button', { name: 'Twins', exact: true }).count()).toBe(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await opened.close();
  });

  test('a single party without links says what to do, in every panel', async () => {
    const opened = await openPage(running.browser, await keep({ map: 'One', parties: [{ name: 'Alone' }] }));
    const { page } = opened;
    await page.getByText('Who is your work for in the end?').first().waitFor();
    await page.getByText('Ripple', { exact: true }).first().click();
    await page.getByText('A ripple needs a team and a link. Add them first.').waitFor();
    await showTable(page);
    await page.getByText('No links yet.').waitFor();
    await opened.close();
  });

  test('an address that names what is gone shows the rest, and says so', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?select=party:nobody&delay=nobody:30`,
    );
    const { page } = opened;
    await page.getByText('Some of this is no longer on the map').waitFor();
    await page.getByRole('button', { name: 'All right' }).click();
    await page.waitForURL(`${running.server.url}/maps/airline-lost-bag`);
    await page.getByText('What if …').waitFor();
    await opened.close();
  });

  test('an address of no map says so, and leads back', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/no-such-map`);
    await opened.page.getByRole('heading', { name: 'This map cannot be shown' }).waitFor();
    await opened.page.getByRole('link', { name: 'To the first page' }).click();
    await opened.page.getByRole('heading', { name: 'Airline: a lost bag' }).waitFor();
    await opened.close(/status of 404/);
  });

  test('cells pasted from a spreadsheet become a map after a look at them', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/new`);
    const { page } = opened;
    await page.getByText('Paste a table').click();
    await page
      .getByLabel('Copy the cells from your spreadsheet and paste them here')
      .fill(
        [
          'Provider\tCustomer\tOutput\tSlack',
          'Kitchen\tWaiters\tplated dishes\t10m',
          'Waiters\tGuests\tdinner\tsoon',
          'Waiters\tGuests\tthe bill\t',
        ].join('\n'),
      );
    await page.getByText('This makes 3 parties and 2 links.').waitFor();
    await page.getByText('One row has a mistake and is left out.').waitFor();
    await page.getByRole('button', { name: 'Make this map' }).click();
    await page.getByRole('banner').getByText('3 parties · 2 links').waitFor();
    await showTable(page);
    await page.getByRole('row', { name: /Guests External customer/ }).waitFor();
    await page.getByRole('row', { name: /plated dishes Kitchen Waiters .* 10m declared/ }).waitFor();
    await opened.close();
  });

  test('a file with mistakes tells all of them, each with its line', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/new`);
    const { page } = opened;
    await page.getByText('Upload a file').click();
    const file = [
      'map: Broken',
      'parties:',
      '  - name: Kitchen',
      '    buffer: soon',
      '  - name: Guests',
      '    kind: external-customer',
      'links:',
      '  - {provider: Kitchen, customer: Gests, output: dinner}',
      '  - {provider: Guests, customer: Kitchen, output: praise}',
    ].join('\n');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'broken.yaml', mimeType: 'application/yaml', buffer: Buffer.from(file) });
    const notice = page.getByRole('alert');
    await notice.waitFor();
    const told = await notice.innerText();
    expect(told).toMatch(/line 4.*soon/i);
    expect(told).toMatch(/line 8.*Guests/i);
    await opened.close(/status of 4\d\d/);
  });

  test('a line typed where a name is asked for is read as a line', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/new`);
    const { page } = opened;
    const first = page.getByLabel(/Name one external customer/);
    await first.fill('Kitchen > Guests: dinner');
    await first.press('Enter');
    await page.getByRole('banner').getByText('2 parties · 1 link').waitFor();
    const next = page.getByLabel('Who else serves Guests?');
    await next.fill('Farm > Kitchen: vegetables');
    await next.press('Enter');
    await page.getByRole('banner').getByText('3 parties · 2 links').waitFor();
    await saved(page);
    await opened.close();
  });

  test('a sample that is changed offers a copy of one’s own, once', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/hospital-blood-draw`);
    const { page } = opened;
    await saved(page);
    // The form is still on its way over a slow network when its name is typed.
    let deliver = (): void => undefined;
    const isTyped = new Promise<void>((resolve) => {
      deliver = resolve;
    });
    await page.route('**/add-panel*', async (route) => {
      await isTyped;
      await route.continue();
    });
    await page.locator('#map').focus();
    await page.keyboard.press('n');
    await page.keyboard.type('Night porters');
    await page.keyboard.press('Enter');
    deliver();
    await page.getByText('You are changing a sample').waitFor();
    await page.getByRole('button', { name: 'Make a copy' }).click();
    await page.getByRole('banner').getByText('Hospital: a blood draw (copy)').waitFor();
    await page.getByRole('banner').getByText('17 parties · 28 links').waitFor();
    await opened.close();
  });
});
