import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeWithChromium, launchChromium } from '../support/chromium.js';
import { runServer, type RunningServer } from '../support/run-server.js';
import { openPage, saved, type OpenedPage } from './open-page.js';

/** Behind a proxy a server lets in nobody by address: only its links do. */
const onlyByLink = { TRUST_PROXY: '1', ALLOWED_HOSTS: 'room.test' };

/** The owner's link, which the server prints once the samples are there. */
async function printedLink(of: RunningServer): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const [, link] = /(\/open#\S+)/.exec(of.printed()) ?? [];
    if (link !== undefined) return link;
    await pause(50);
  }
  throw new Error(`No owner's link was printed:\n${of.printed()}`);
}

describeWithChromium('sharing a map on a server that others can reach', () => {
  let browser: Browser;
  let server: RunningServer;
  let owner: OpenedPage;

  beforeAll(async () => {
    [browser, server] = await Promise.all([
      // A name that is not this machine's own: what browsers keep for secure pages is not there.
      launchChromium(['--host-resolver-rules=MAP room.test 127.0.0.1']),
      runServer({ environment: onlyByLink }),
    ]);
    owner = await openPage(browser, `${server.url}${await printedLink(server)}`);
    await owner.page.waitForURL(`${server.url}/`);
    await owner.page.getByRole('heading', { name: 'Airline: a lost bag' }).waitFor();
  });
  afterAll(async () => {
    await owner.close();
    await browser.close();
    await server.stop();
  });

  /** Makes a link to the restaurant's map in the share panel, and gives its address. */
  async function linkFor(role: 'Viewer' | 'Editor', page: Page): Promise<string> {
    await page.goto(`${server.url}/maps/restaurant-cleaning-rota`);
    await saved(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: `Create link: ${role}` }).click();
    await page.getByRole('img', { name: new RegExp(`Code to scan: ${role}`) }).waitFor();
    return page.getByLabel('Link', { exact: true }).inputValue();
  }

  test('whoever has no link sees no map, and is told to open one', async () => {
    const stranger = await openPage(browser, server.url);
    await stranger.page.getByText('Open the link that you were given').waitFor();
    expect(await stranger.page.getByRole('link', { name: 'Map yours' }).count()).toBe(0);
    await stranger.page.goto(`${server.url}/maps/restaurant-cleaning-rota`);
    await stranger.page.getByRole('heading', { name: 'This map cannot be shown' }).waitFor();
    await stranger.close(/status of 40[134]/);
  });

  test('a viewer plays ripples and changes nothing; the secret leaves the address', async () => {
    const address = await linkFor('Viewer', owner.page);
    const viewer = await openPage(browser, address);
    const { page } = viewer;
    await page.waitForURL(`${server.url}/maps/restaurant-cleaning-rota`);
    await page.getByRole('banner').getByText('To read only').waitFor();
    expect(await page.getByText('Add', { exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await page.locator('#map').focus();
    await page.keyboard.press('n');
    await page.keyboard.press('Delete');
    await page.getByText('Map', { exact: true }).first().click();
    expect(await page.getByLabel('Name of the map').getAttribute('readonly')).not.toBeNull();
    await page.goto(`${server.url}/maps/restaurant-cleaning-rota?delay=rota-desk:45`);
    await page.getByRole('heading', { level: 2, name: /late/ }).first().waitFor();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('Owners of this map can let others in.').waitFor();
    await viewer.close();
  });

  test('a code fills the screen for a room to scan; Escape ends that and leaves the link, shown only once', async () => {
    const { page } = owner;
    const address = await linkFor('Viewer', page);
    const code = page.getByRole('img', { name: /Code to scan: Viewer/ });
    const width = async () => (await code.boundingBox())!.width;
    expect(await width()).toBeLessThan(250);
    await page.getByRole('button', { name: 'Fill the screen with it' }).last().click();
    await page.getByText('Point your phone’s camera here: Restaurant: the cleaning rota').last().waitFor();
    expect(await width()).toBeGreaterThan(0.8 * page.viewportSize()!.height);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.fullscreenElement === null);
    expect(await page.getByLabel('Link', { exact: true }).inputValue()).toBe(address);
  });

  test('a revoked link closes the page of whoever it let in, at once and with a sentence', async () => {
    const address = await linkFor('Editor', owner.page);
    const editor = await openPage(browser, address);
    await saved(editor.page);
    await owner.page
      .getByRole('button', { name: /^Revoke: Editor/ })
      .first()
      .click();
    await editor.page.getByRole('heading', { name: 'This map cannot be shown' }).waitFor();
    expect(await editor.page.getByRole('main').innerText()).toMatch(/ask its owner for a new one/);
    await editor.close(/status of 40[134]/);

    const late = await openPage(browser, address);
    await late.page.getByRole('heading', { name: 'This link does not open' }).waitFor();
    await late.close(/status of 401/);
  });

  test('phones that read it over plain http change the map, and pass its address on', async () => {
    const address = (await linkFor('Editor', owner.page)).replace('127.0.0.1', 'room.test');
    await owner.page.keyboard.press('Escape');
    const editor = await openPage(browser, address, { viewport: { width: 390, height: 844 } });
    const { page } = editor;
    await saved(page);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await page.getByText('Add', { exact: true }).first().click();
    const line = page.getByPlaceholder(/Bag loaders > Turnaround/);
    await line.fill('Night porter > Kitchen: keys');
    await line.press('Enter');
    await page.getByText('Added: Night porter').waitFor();
    await saved(page);
    await owner.page.getByText('Night porter').first().waitFor({ state: 'attached' });

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await editor.close();
  });

  test('half a link says what is missing', async () => {
    const half = await openPage(browser, `${server.url}/open`);
    await half.page.getByText(/what should follow the # is missing/).waitFor();
    await half.close();
  });
});
