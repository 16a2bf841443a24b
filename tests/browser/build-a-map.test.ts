import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { describeWithChromium, launchChromium } from '../support/chromium.js';
import { describeWithNeo4j } from '../support/neo4j.js';
import { runServer, type RunningServer, type ServerOptions } from '../support/run-server.js';
import { openPage, saved, type OpenedPage } from './open-page.js';

/** What a person finds on the map by looking at its table: names of parties, and links as they are told. */
async function tableOf(page: Page): Promise<string[]> {
  await page.getByRole('banner').getByText('Table', { exact: true }).click();
  const rows = page.getByRole('table').locator('tbody tr');
  await rows.first().waitFor();
  const told = await rows.allInnerTexts();
  await page.getByRole('banner').getByText('Chain', { exact: true }).click();
  return told.map((row) => row.replace(/\s+/g, ' ').trim());
}

/** The first screen of "Map yours", and who serves the guests. */
async function tellTheChain(page: Page, go: (page: Page, field: string, text: string) => Promise<void>) {
  await go(page, 'Who is your work for in the end? Name one external customer.', 'Guests');
  await page.waitForURL(/\/maps\/[0-9a-f-]{36}/);
  await go(page, 'Who serves Guests?', 'Waiters');
  await page.getByLabel('Who else serves Guests?').waitFor();
}

function buildsAMap(options: () => ServerOptions): void {
  let browser: Browser;
  let server: RunningServer;
  let opened: OpenedPage;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), runServer(options())]);
  });
  afterEach(async () => {
    await opened.close();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test('by mouse: from nothing to a ripple, undone, reloaded, and all of it there', async () => {
    opened = await openPage(browser, server.url);
    const { page } = opened;
    await page
      .getByRole('link', { name: 'Map yours' })
      .or(page.getByRole('button', { name: 'Map yours' }))
      .first()
      .click();
    await tellTheChain(page, async (where, field, text) => {
      await where.getByLabel(field).fill(text);
      await where
        .getByRole('button', { name: /^(Begin|Add)$/ })
        .first()
        .click();
    });
    const line = page.getByPlaceholder(/Bag loaders > Turnaround/);
    await line.fill('Kitchen > Waiters: plated dishes (10m slack)');
    await page.getByRole('button', { name: 'Add', exact: true }).nth(1).click();
    await line.fill('Farm > Kitchen: vegetables');
    await page.getByRole('button', { name: 'Add', exact: true }).nth(1).click();
    await saved(page);
    await page.getByRole('banner').getByText('4 parties · 3 links').waitFor();

    // What one chose oneself and takes back needs no word; that there is no more to take back or do again, one.
    await page.keyboard.press('Escape');
    await page.locator('#map').focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('banner').getByText('3 parties · 2 links').waitFor();
    await page.waitForURL((address) => !address.searchParams.has('select'));
    expect(await page.getByText('Some of this is no longer on the map').count()).toBe(0);
    await page.keyboard.press('Control+Shift+z');
    await page.getByRole('banner').getByText('4 parties · 3 links').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('There is nothing left to do again.').waitFor();
    expect(await page.getByText('There is nothing left to do again.').count()).toBe(1);

    await page.getByText('Ripple', { exact: true }).first().click();
    await page.getByLabel('Who').first().click();
    await page.getByRole('option', { name: 'Farm' }).click();
    await page.getByRole('button', { name: 'is 30 min late' }).click();
    const verdict = page.getByText(/Guests.*20 minutes late/).first();
    await verdict.waitFor();

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('banner').getByText('3 parties · 2 links').waitFor();
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByRole('banner').getByText('4 parties · 3 links').waitFor();
    await saved(page);

    const before = await tableOf(page);
    expect(before.join('\n')).toContain('plated dishes');
    await page.reload();
    await page.getByRole('banner').getByText('4 parties · 3 links').waitFor();
    await page
      .getByText(/Guests.*20 minutes late/)
      .first()
      .waitFor();
    expect(await tableOf(page)).toEqual(before);
  });

  test('by keyboard alone: the same, with search, rename, undo, and a ripple walked through', async () => {
    opened = await openPage(browser, `${server.url}/maps/new`);
    const { page } = opened;
    const press = (key: string) => page.keyboard.press(key);
    const type = async (text: string) => {
      await page.keyboard.type(text);
      await press('Enter');
    };
    const focusIsOn = (name: string | RegExp) =>
      page.waitForFunction(
        ([source, flags]) => {
          const on = document.activeElement;
          const label =
            on instanceof HTMLInputElement ? (on.labels?.[0]?.textContent ?? on.ariaLabel ?? '') : '';
          return new RegExp(source!, flags).test(label);
        },
        name instanceof RegExp ? [name.source, name.flags] : [name, ''],
      );
    await focusIsOn('Name one external customer');
    await type('Readers');
    await focusIsOn('Who serves Readers');
    await type('Printer');
    await focusIsOn('Who else serves Readers');
    await type('Web desk');
    await page.getByRole('banner').getByText('3 parties · 2 links').waitFor();
    await press('Escape');

    // N names a new party, wherever the focus is outside a field.
    await page.locator('#map').focus();
    await press('n');
    await focusIsOn('Name');
    await type('Editors');
    await page.getByRole('banner').getByText('4 parties · 2 links').waitFor();
    await saved(page);

    await page.locator('#map').focus();
    // Who knows the way types on, before the search has come.
    const chosenBefore = page.url();
    await press('/');
    await type('Printer');
    await page.waitForURL((url) => url.href !== chosenBefore && url.href.includes('select=party'));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('#map').focus();
    await press('F2');
    await focusIsOn('Name');
    await press('Control+a');
    await type('Print shop');
    await saved(page);
    expect((await tableOf(page)).join('\n')).toContain('Print shop');

    await page.locator('#map').focus();
    await press('Control+z');
    await page.waitForFunction(() => !document.body.innerText.includes('Print shop'));
    await press('Control+Shift+z');
    await page.getByText('Print shop').first().waitFor();
    await saved(page);

    // C connects on the picture: the customer's name, Enter, and what is handed on.
    const picture = page.getByRole('application');
    const choose = async (name: string) => {
      await page.locator('#map').focus();
      await press('/');
      await page.getByPlaceholder(/search|find/i).fill(name);
      await page.getByRole('dialog').getByText(name).first().waitFor();
      await press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByLabel('Purpose').waitFor();
    };
    await choose('Editors');
    await picture.focus();
    await press('c');
    await type('Print');
    await focusIsOn('What is handed on');
    await type('pages');
    await page.getByRole('banner').getByText('4 parties · 3 links').waitFor();
    await saved(page);

    // R asks what if; arrow keys walk along what was lit, and each stop tells how it came there.
    await choose('Editors');
    await page.locator('#map').focus();
    await press('r');
    await page.getByRole('button', { name: 'is 30 min late' }).press('Enter');
    await page
      .getByText(/Readers.*30 minutes late/)
      .first()
      .waitFor();
    await picture.focus();
    await press('ArrowRight');
    await page.getByRole('region', { name: 'How it reaches Print shop' }).waitFor();
    await press('ArrowRight');
    const how = page.getByRole('region', { name: 'How it reaches Readers' });
    await how.waitFor();
    await press('Tab');
    await page.waitForFunction(() =>
      document.activeElement?.closest('section')?.textContent.includes('How it'),
    );
    await page.getByText('Step by step, in order').press('Enter');
    const told = page.getByRole('list', { name: 'The ripple, step by step' }).getByRole('listitem');
    await told.first().waitFor();
    expect(await told.allInnerTexts()).toEqual([
      expect.stringMatching(/^Editors: 30 minutes late/),
      expect.stringMatching(/^Print shop: 30 minutes late. Pages from Editors/),
      expect.stringMatching(/^Readers: 30 minutes late/),
    ]);
    const before = await tableOf(page);
    await page.reload();
    await page.getByRole('banner').getByText('4 parties · 3 links').waitFor();
    expect(await tableOf(page)).toEqual(before);
  });
}

describeWithChromium('a map built from nothing, kept in the embedded store', () => buildsAMap(() => ({})));

describeWithChromium('a map built from nothing, kept in Neo4j', () => {
  describeWithNeo4j('on a real Neo4j', (neo4j) => buildsAMap(() => ({ neo4j })));
});
