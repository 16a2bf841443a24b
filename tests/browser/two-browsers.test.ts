import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeWithChromium, launchChromium } from '../support/chromium.js';
import { runServer, type RunningServer } from '../support/run-server.js';
import { openPage, saved } from './open-page.js';

describeWithChromium('two browsers on one map', () => {
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), runServer()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test('each sees the edits of the other, and a ripple follows them', async () => {
    const address = `${server.url}/maps/airline-lost-bag?delay=bag-loaders:30`;
    const one = await openPage(browser, address);
    const two = await openPage(browser, address);
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
  }, 120_000);

  test('an edit made while the network is away is kept, and sent when it is back', async () => {
    const address = `${server.url}/maps/hospital-blood-draw`;
    const opened = await openPage(browser, address);
    const { page } = opened;
    await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
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

    const other = await openPage(browser, address);
    await other.page.getByRole('banner').getByText('17 parties · 29 links').waitFor();
    await other.close();
    await page.context().close();
  }, 120_000);
});
