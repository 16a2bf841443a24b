import { expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { runServer, temporaryFolder } from '../support/run-server.js';
import { fetchedAhead, openPage, saved } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

describeWithChromium('two browsers on one map', () => {
  const running = serverAndBrowser();

  test('each sees the edits of the other, and a ripple follows them', async () => {
    const address = `${running.server.url}/maps/airline-lost-bag?delay=bag-loaders:30`;
    const one = await openPage(running.browser, address);
    const two = await openPage(running.browser, address);
    for (const { page } of [one, two])
      await page
        .getByText(/Connecting passengers.*15 minutes late/)
        .first()
        .waitFor();

    await one.page.getByRole('button', { name: /Rename the map/ }).click();
    await one.page.keyboard.press('Control+a');
    await one.page.keyboard.type('Airline: seen by two');
    await one.page.keyboard.press('Enter');
    await two.page.getByRole('banner').getByText('Airline: seen by two').waitFor();

    await two.page.getByText('Add', { exact: true }).first().click();
    const line = two.page.getByPlaceholder(/Bag loaders > Turnaround/);
    await line.fill('Bag loaders > Night crew: a late hold');
    await line.press('Enter');
    await saved(two.page);
    await one.page.getByRole('banner').getByText('18 parties · 30 links').waitFor();
    await one.page.getByText('Night crew').first().waitFor();
    expect(await one.page.getByText('Night crew').count()).toBeGreaterThan(0);

    await one.close();
    await two.close();
  });

  test('an edit made while the network is away is kept, and sent when it is back', async () => {
    const address = `${running.server.url}/maps/hospital-blood-draw`;
    const opened = await openPage(running.browser, address);
    const { page } = opened;
    await saved(page);
    await fetchedAhead(page);
    await page.context().setOffline(true);
    await page.getByText('Add', { exact: true }).first().click();
    const line = page.getByPlaceholder(/Bag loaders > Turnaround/);
    await line.fill('Night porters > Laboratory: samples at night');
    await line.press('Enter');
    await page
      .getByRole('banner')
      .getByText(/Offline/)
      .waitFor();
    await page.context().setOffline(false);
    await saved(page);

    const other = await openPage(running.browser, address);
    await other.page.getByRole('banner').getByText('17 parties · 29 links').waitFor();
    await other.close();
    await opened.close(/net::ERR_INTERNET_DISCONNECTED/);
  });

  test('panels, table, search and share open while the network is away', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/restaurant-cleaning-rota`);
    const { page } = opened;
    await saved(page);
    await fetchedAhead(page);
    await page.context().setOffline(true);
    await page.getByRole('banner').getByText('Table', { exact: true }).click();
    await page.getByRole('table', { name: 'Parties of this map' }).waitFor();
    await page.getByText('Map', { exact: true }).first().click();
    await page.getByLabel('Mission').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#map').focus();
    await page.keyboard.press('/');
    await page.getByPlaceholder('Find a party or a link').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('dialog', { name: 'Share this map' }).waitFor();
    await opened.close(/net::ERR_INTERNET_DISCONNECTED/);
  });

  test('an undo leaves what somebody else wrote since, and says so', async () => {
    const address = `${running.server.url}/maps/magazine-at-war?select=party:editors`;
    const mine = await openPage(running.browser, address);
    const theirs = await openPage(running.browser, address);
    const write = async (page: Page, purpose: string) => {
      await page.getByText('Party', { exact: true }).first().click();
      await page.getByLabel('Purpose').fill(purpose);
      await page.getByLabel('Name', { exact: true }).focus();
      await saved(page);
    };
    await write(mine.page, 'Written by me');
    await theirs.page.getByText('Party', { exact: true }).first().click();
    await theirs.page.getByText('Written by me').first().waitFor();
    await write(theirs.page, 'Written by them');
    await mine.page.getByText('Written by them').first().waitFor();
    await mine.page.getByRole('button', { name: 'Undo' }).click();
    await mine.page.getByText(/Someone else has changed purpose since; what they wrote stays/).waitFor();
    expect(await mine.page.getByLabel('Purpose').inputValue()).toBe('Written by them');
    await mine.close();
    await theirs.close();
  });

  test('a round of guessing whose origin somebody removes is begun again, and can be played', async () => {
    const address = `${running.server.url}/maps/airline-lost-bag`;
    const mine = await openPage(running.browser, `${address}?delay=fuelling:30`, { reducedMotion: 'reduce' });
    const theirs = await openPage(running.browser, `${address}?select=party:fuelling`);
    await saved(mine.page);
    await mine.page.locator('#map').focus();
    await mine.page.keyboard.press('g');
    await mine.page.getByText('Once you play it, it travels along this line.').waitFor();
    await mine.page.getByRole('button', { name: 'Start guessing' }).click();
    await mine.page.getByText(/Fuelling: 30.min late. Who will be hit\?/).waitFor();
    await saved(theirs.page);
    await theirs.page.locator('#map').focus();
    await theirs.page.keyboard.press('Delete');
    await mine.page.getByText(/Whoever this round began with is no longer on the map/).waitFor();
    await mine.page.getByRole('button', { name: 'Draw by lot' }).click();
    await mine.page.getByRole('button', { name: 'Start guessing' }).click();
    await mine.page.getByRole('button', { name: 'Play', exact: true }).click();
    await mine.page.getByRole('button', { name: 'Straight to the end' }).click();
    await mine.page.getByRole('button', { name: 'Next round' }).waitFor();
    await theirs.page.keyboard.press('Control+z');
    await saved(theirs.page);
    await mine.close();
    await theirs.close();
  });

  test('a map deleted by one tells the other what happened', async () => {
    const address = `${running.server.url}/maps/card-issuer-overcharge`;
    const one = await openPage(running.browser, address);
    const two = await openPage(running.browser, address);
    await saved(two.page);
    await one.page.getByText('Map', { exact: true }).first().click();
    await one.page.getByRole('button', { name: 'Delete map' }).click();
    await one.page.getByRole('button', { name: 'Delete for good' }).click();
    await one.page.waitForURL(`${running.server.url}/`);
    await two.page.getByRole('heading', { name: 'This map cannot be shown' }).waitFor();
    expect(await two.page.getByRole('main').innerText()).toMatch(/deleted/);
    await one.close();
    await two.close();
  });

  test('a server that stops and starts again is noticed, and what was written arrives', async () => {
    const data = await temporaryFolder();
    const before = await runServer({ data });
    const opened = await openPage(running.browser, `${before.url}/maps/magazine-at-war`);
    const { page } = opened;
    await saved(page);
    await fetchedAhead(page);
    await before.stop();
    await page.getByRole('banner').getByText('Offline').waitFor();
    await page.getByText('Add', { exact: true }).first().click();
    const line = page.getByPlaceholder(/Bag loaders > Turnaround/);
    await line.fill('Night desk > Editors: late news');
    await line.press('Enter');
    await page.getByRole('banner').getByText('Offline: 1 change waits').waitFor();
    const again = await runServer({ data, environment: { PORT: new URL(before.url).port } });
    await saved(page);
    await page.reload();
    await page.getByText('Night desk').first().waitFor({ state: 'attached' });
    // A server that is stopping takes no new streams.
    await opened.close(/net::ERR_|status of 503/);
    await again.stop();
    await rm(data, { recursive: true, force: true });
  });
});
