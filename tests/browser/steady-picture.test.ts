import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { bundle } from './bundle.js';
import { openPage, saved } from './open-page.js';
import type { BrowserPicture } from './picture-for-the-browser.js';
import { serverAndBrowser } from './server-and-browser.js';

declare global {
  // Set by the bundle of picture-for-the-browser.ts.
  var browserPicture: BrowserPicture;
}

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describeWithChromium('the picture stays where it is', () => {
  const running = serverAndBrowser();

  /** Where the picture is on the page, and how the map is looked at; what stands on the paper moves with it. */
  const lookOf = (page: Page) =>
    page.evaluate(async () => {
      // The picture learns of another room between two frames.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      const { x, y, width, height } = document.querySelector('.picture')!.getBoundingClientRect();
      const paper = document.querySelector('.picture-paper')!;
      const { a, e, f } = new DOMMatrix(getComputedStyle(paper).transform);
      return { picture: { x, y, width, height }, zoom: a, at: { x: e, y: f } };
    });
  /** Once nothing moves any more. */
  const lookAtRest = async (page: Page) => {
    for (let look = await lookOf(page); ;) {
      await page.waitForTimeout(200);
      const next = await lookOf(page);
      if (isDeepStrictEqual(look, next)) return look;
      look = next;
    }
  };
  const drawn = (page: Page) =>
    page.waitForFunction(() => {
      const paper = document.querySelector('.picture-paper');
      return paper && new DOMMatrix(getComputedStyle(paper).transform).a !== 1;
    });
  const onTimeline = (page: Page) => page.getByRole('slider', { name: 'Moment of the ripple' }).waitFor();

  test.each([
    ['a desk', 1440, 900],
    ['a small desk', 1280, 800],
  ])('on %s the first tap of all begins a ripple and moves nothing', async (_, width, height) => {
    const opened = await openPage(running.browser, running.server.url, { viewport: { width, height } });
    const { page } = opened;
    await drawn(page);
    await page.evaluate(() => document.fonts.ready);
    const before = await lookOf(page);
    await page.getByRole('button', { name: /Make the bag loaders/ }).click();
    await onTimeline(page);
    expect(await lookOf(page)).toEqual(before);
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: /Make the bag loaders/ }).waitFor();
    expect(await lookOf(page)).toEqual(before);
    await opened.close();
  });

  test('on a desk the first picture of all tells what each team is for', async () => {
    const opened = await openPage(running.browser, running.server.url, desk);
    await drawn(opened.page);
    // Purposes are 11.5 units high, and written from 7.6 pixels on.
    expect(11.5 * (await lookOf(opened.page)).zoom).toBeGreaterThan(7.6);
    await opened.close();
  });

  test('on a phone the first tap of all leaves the picture in its place and as large as it was', async () => {
    const opened = await openPage(running.browser, running.server.url, phone);
    const { page } = opened;
    await drawn(page);
    const { picture, zoom } = await lookOf(page);
    await page.getByRole('button', { name: /Make the bag loaders/ }).tap();
    await onTimeline(page);
    // It may follow the ripple on the map.
    expect(await lookOf(page)).toMatchObject({ picture, zoom });
    await opened.close();
  });

  test('on a phone the card that a link leads to is in view from the first beat to the last', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?delay=bag-loaders:30&select=party:flight-crew`,
      phone,
    );
    const { page } = opened;
    await onTimeline(page);
    await page.getByRole('button', { name: 'Play again' }).waitFor();
    const { picture } = await lookOf(page);
    // It stands at the corner of the chosen card.
    const handle = (await page.getByRole('button', { name: /^Connect Flight crew/ }).boundingBox())!;
    expect(handle.x).toBeGreaterThan(picture.x);
    expect(handle.x + handle.width).toBeLessThan(picture.x + picture.width);
    expect(handle.y).toBeGreaterThan(picture.y);
    expect(handle.y + handle.height).toBeLessThan(picture.y + picture.height);
    await opened.close();
  });

  test('on a phone a ripple ends at the customer the verdict names, though others are reached after it', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?delay=bag-loaders:120`,
      { ...phone, bypassCSP: true },
    );
    const { page } = opened;
    await page.addScriptTag({ content: await bundle('picture-for-the-browser.ts') });
    const cards = await page.evaluate(() =>
      globalThis.browserPicture.cardsOfMap('airline-lost-bag', 'down', 1.6),
    );
    const { box } = cards.find(({ id }) => id === 'connecting-passengers')!;
    await onTimeline(page);
    await page
      .getByText(/^Connecting passengers may/)
      .first()
      .waitFor();
    await page.getByRole('slider', { name: 'Moment of the ripple' }).press('End');
    const { picture, zoom, at } = await lookAtRest(page);
    const [left, top] = [at.x + box.x * zoom, at.y + box.y * zoom];
    expect(left).toBeGreaterThan(0);
    expect(top).toBeGreaterThan(0);
    expect(left + box.width * zoom).toBeLessThan(picture.width);
    expect(top + box.height * zoom).toBeLessThan(picture.height);
    await opened.close();
  });

  test.each(['airline-lost-bag', 'product-company'])(
    'on a desk neither the beginning nor the end of a ripple moves %s',
    async (map) => {
      const opened = await openPage(running.browser, `${running.server.url}/maps/${map}`, desk);
      const { page } = opened;
      await saved(page);
      await drawn(page);
      const before = await lookOf(page);
      await page.getByRole('combobox', { name: 'Who' }).click();
      await page.getByRole('option').first().click();
      await page.getByRole('button', { name: /late$/ }).first().click();
      await onTimeline(page);
      expect(await lookOf(page)).toEqual(before);
      await page.getByText('Defect', { exact: true }).click();
      await page.getByText('A possible way for the defect to spread').waitFor();
      expect(await lookOf(page)).toEqual(before);
      await page.getByRole('button', { name: 'Calm again' }).click();
      await page.getByText('watch it travel along this line').waitFor();
      expect(await lookOf(page)).toEqual(before);
      await opened.close();
    },
  );

  test('on a phone a ripple that begins, and a panel that opens, leave the map where it is', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?select=party:bag-loaders`,
      { ...phone, reducedMotion: 'reduce' },
    );
    const { page } = opened;
    await saved(page);
    await drawn(page);
    const closed = await lookOf(page);
    await page.getByRole('button', { name: 'Show', exact: true }).tap();
    const late = page.getByRole('button', { name: /late$/ }).first();
    await late.waitFor();
    const { zoom, at } = await lookOf(page);
    // Up or down by as much as it takes to see still who is chosen.
    expect({ zoom, x: at.x }).toEqual({ zoom: closed.zoom, x: closed.at.x });
    await late.tap();
    await onTimeline(page);
    expect(await lookOf(page)).toMatchObject({ zoom, at });
    await opened.close();
  });

  test('words beside a card hide neither an external customer nor anyone who is hit, nor what is written above', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/airline-lost-bag`, {
      ...desk,
      bypassCSP: true,
    });
    const { page } = opened;
    await page.addScriptTag({ content: await bundle('picture-for-the-browser.ts') });
    const cards = await page.evaluate(() =>
      globalThis.browserPicture.cardsOfMap('airline-lost-bag', 'across', 1.45),
    );
    const hit = ['turnaround-control', 'flight-crew', 'gate-agents', 'transfer-desk'];
    const hidden: string[] = [];
    for (const party of hit) {
      await page.goto(
        `${running.server.url}/maps/airline-lost-bag?delay=bag-loaders:30&select=party:${party}`,
      );
      const words = page.getByRole('region', { name: /^How it reaches/ });
      await words.waitFor();
      await drawn(page);
      const box = (await words.boundingBox())!;
      const { picture, zoom, at } = await lookOf(page);
      for (const { id, isCustomer, box: card } of cards) {
        if (!isCustomer && id !== 'bag-loaders' && !hit.includes(id)) continue;
        const left = picture.x + at.x + card.x * zoom;
        const [right, bottom] = [left + card.width * zoom, picture.y + at.y + (card.y + card.height) * zoom];
        // What is written above a card reaches so far.
        const top = picture.y + at.y + (card.y - 18) * zoom;
        if (box.x < right && left < box.x + box.width && box.y < bottom && top < box.y + box.height)
          hidden.push(`${id} by the words of ${party}`);
      }
    }
    expect(hidden).toEqual([]);
    await opened.close();
  });

  test('on a phone the words stand in the panel, whole, and the step that was asked about is in sight', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?delay=bag-loaders:30&select=party:gate-agents`,
      phone,
    );
    const { page } = opened;
    const words = page.getByRole('region', { name: 'How it reaches Gate agents' });
    const asked = words.getByText(/^Gate agents: 15 minutes late/);
    await asked.waitFor();
    const [panel, step] = [(await page.locator('.side-body').boundingBox())!, (await asked.boundingBox())!];
    expect(step.y).toBeGreaterThanOrEqual(panel.y);
    expect(step.y + step.height).toBeLessThanOrEqual(panel.y + panel.height);
    expect(await page.locator('.picture-beside').count()).toBe(0);
    await page.getByRole('button', { name: 'Hide', exact: true }).tap();
    await words.waitFor({ state: 'hidden' });
    await opened.close();
  });
});
