import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { openPage } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

/** The picture is there and has the focus. */
async function onPicture(page: Page): Promise<void> {
  await page.locator('[data-layer="base"]').waitFor({ state: 'attached' });
  await page.getByRole('application').focus();
}

describeWithChromium('looking at a map', () => {
  const running = serverAndBrowser();

  test('in focus: counted in words, hop by hop, kept in the address', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?select=party:gate-agents`,
    );
    const { page } = opened;
    await onPicture(page);
    await page.keyboard.press('f');
    const bar = page.getByRole('region', { name: 'Focus on Gate agents' });
    await bar.getByText('downstream within 2 hops').waitFor();
    await page.keyboard.press('1');
    await bar.getByText('3 upstream, 1 downstream within 1 hop').waitFor();
    await page.keyboard.press('0');
    await bar.getByText('downstream in all').waitFor();
    await page.waitForURL(/focus=gate-agents%3A0|focus=gate-agents:0/);

    await page.reload();
    await bar.getByText('downstream in all').waitFor();
    await bar.getByText('Names').click();
    await bar.getByRole('button', { name: /Turnaround control/ }).click();
    await page.waitForURL(/select=party(%3A|:)turnaround-control/);
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'hidden' });
    expect(page.url()).not.toContain('focus=');
    await opened.close();
  });

  test('in a ripple: the chain in words beside the card, and what saved a spared party', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?select=party:passengers-on-board&delay=bag-loaders:30`,
    );
    const { page } = opened;
    const how = page.getByRole('region', { name: 'How it reaches Passengers on board' });
    await how.getByRole('button', { name: /^Bag loaders: 30 minutes late/ }).waitFor();
    await how.getByRole('button', { name: /^Turnaround control: 20 minutes late/ }).click();
    await page.getByRole('region', { name: 'How it reaches Turnaround control' }).waitFor();

    await page.getByRole('button', { name: /^−30.min Bag tracing/ }).click();
    const whyNot = page.getByRole('region', { name: 'Why not Bag tracing?' });
    await whyNot.getByText(/saved by switching to Bag screening/).waitFor();
    await page.getByText('Step by step, in order').click();
    const told = page.getByRole('list', { name: 'The ripple, step by step' }).getByRole('listitem');
    expect(await told.first().innerText()).toContain('This is where it begins');
    await whyNot.getByRole('button', { name: 'Close' }).click();
    await whyNot.waitFor({ state: 'hidden' });
    await opened.close();
  });

  test('in a ripple: whoever moves the timeline sees where they moved it to, and the verdict at its end', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?delay=bag-loaders:30`,
    );
    const { page } = opened;
    const moment = page.getByRole('slider', { name: 'Moment of the ripple' });
    await onPicture(page);
    await page.keyboard.press('p');
    await moment.focus();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'Play again' }).waitFor();
    expect(await moment.inputValue()).toBe('1');
    await page.locator('.picture-verdict', { hasText: 'Connecting passengers' }).waitFor();
    await page.keyboard.press('Home');
    await page.locator('.picture-verdict').waitFor({ state: 'detached' });
    expect(await moment.inputValue()).toBe('0');
    await opened.close();
  });

  test('from an external customer: how late each may be, and another customer’s side at a tap', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/airline-lost-bag`);
    const { page } = opened;
    await onPicture(page);
    await page.keyboard.press('v');
    const bar = page.getByRole('region', { name: /^Seen from / });
    await bar.getByText(/can be felt/).waitFor();
    await page
      .getByLabel('External customer', { exact: true })
      .selectOption({ label: 'Passengers on board' });
    await page.getByRole('heading', { name: 'Seen from Passengers on board' }).waitFor();
    const crew = page.getByRole('listitem').filter({ hasText: 'Flight crew' });
    expect(await crew.first().innerText()).toContain('at once');
    await page.getByRole('button', { name: 'Back to the whole map' }).click();
    await bar.waitFor({ state: 'hidden' });
    await opened.close();
  });
});
