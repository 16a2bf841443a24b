import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { openPage, saved } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

interface Point {
  x: number;
  y: number;
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describeWithChromium('the picture under fingers', () => {
  const running = serverAndBrowser();

  /** How the map is looked at; what stands on the paper moves with it. */
  const lookOf = (page: Page): Promise<Point & { zoom: number; page: number[] }> =>
    page.locator('.picture-paper').evaluate((element) => {
      const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform);
      return { zoom: a, x: e, y: f, page: [scrollX, scrollY, visualViewport!.scale] };
    });
  const untouchedPage = [0, 0, 1];

  async function fingersOn(page: Page) {
    const session = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map((at, id) => ({ ...at, id })),
      });
    return {
      down: (...points: Point[]) => send('touchStart', points),
      up: () => send('touchEnd', []),
      /** From here to there, as hands do, bit by bit. */
      drag: async (from: Point[], to: Point[]) => {
        await send('touchStart', from);
        for (const part of [0.1, 0.3, 0.6, 1]) {
          const between = (index: number, side: 'x' | 'y') =>
            from[index]![side] + part * (to[index]![side] - from[index]![side]);
          await send(
            'touchMove',
            from.map((_, index) => ({ x: between(index, 'x'), y: between(index, 'y') })),
          );
        }
        await send('touchEnd', []);
      },
    };
  }

  /** A place on the card that is chosen: its handle hangs at its lower right corner. */
  async function chosenCard(page: Page, name: RegExp): Promise<Point> {
    const { x, y } = (await page.getByRole('button', { name }).boundingBox())!;
    return { x: x - 30, y: y - 10 };
  }

  test('on its side a phone shows a part at a size that can be read, also while a room guesses', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/airline-lost-bag`, {
      ...phone,
      viewport: { width: 844, height: 390 },
    });
    const { page } = opened;
    await page.locator('.picture-paper').waitFor({ state: 'attached' });
    await page.waitForFunction(
      () => new DOMMatrix(getComputedStyle(document.querySelector('.picture-paper')!).transform).a > 0.8,
    );
    await page.locator('#map').focus();
    await page.keyboard.press('g');
    await page.getByRole('button', { name: 'Start guessing' }).waitFor();
    expect((await page.locator('#guessed .picture-stage').boundingBox())!.height).toBeGreaterThan(120);
    await opened.close();
  });

  test('whoever changes a sample is offered a copy, in words that are not cut off', async () => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/magazine-at-war`, phone);
    const { page } = opened;
    await page.getByText('Add', { exact: true }).first().tap();
    const line = page.getByPlaceholder(/Bag loaders > Turnaround/);
    await line.fill('Night desk > Editors: late news');
    await line.press('Enter');
    const offer = page.getByRole('button', { name: 'Make a copy' });
    await offer.waitFor();
    const cut = await offer
      .locator('*')
      .evaluateAll(
        (parts) => parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
      );
    expect(cut).toBe(0);
    await page.getByRole('button', { name: 'Go on with the sample' }).tap();
    await saved(page);
    await opened.close();
  });

  test('one pans, two zoom, a tap chooses, a press that lasts shows what is up and down from there', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?select=party:flight-crew`,
      phone,
    );
    const { page } = opened;
    const handle = /^Connect Flight crew/;
    await page.getByRole('button', { name: handle }).waitFor();
    const fingers = await fingersOn(page);
    const before = await lookOf(page);
    await fingers.drag([{ x: 200, y: 560 }], [{ x: 190, y: 500 }]);
    const panned = await lookOf(page);
    expect(panned.zoom).toBe(before.zoom);
    expect(panned.y).toBeCloseTo(before.y - 60, -1);
    await fingers.drag(
      [
        { x: 140, y: 300 },
        { x: 250, y: 300 },
      ],
      [
        { x: 170, y: 310 },
        { x: 220, y: 310 },
      ],
    );
    const zoomed = await lookOf(page);
    expect(zoomed.zoom).toBeCloseTo((before.zoom * 50) / 110, 1);
    expect(zoomed.page).toEqual(untouchedPage);

    const card = await chosenCard(page, handle);
    await page.getByRole('application').focus();
    await page.keyboard.press('Escape');
    await page.waitForURL((address) => !address.searchParams.has('select'));
    await fingers.down(card);
    await fingers.up();
    await page.waitForURL((address) => address.searchParams.get('select') === 'party:flight-crew');
    await fingers.down(await chosenCard(page, handle));
    await page.getByRole('region', { name: 'Focus on Flight crew' }).waitFor();
    await fingers.up();
    await page.getByRole('region', { name: 'Focus on Flight crew' }).waitFor();
    await opened.close();
  });

  test('in the free layout one moves a card, and a name on the paper keeps neither pan nor zoom away', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/airline-lost-bag?layout=free&select=party:crew-scheduling`,
      phone,
    );
    const { page } = opened;
    const handle = /^Connect Crew scheduling/;
    await page.getByRole('button', { name: handle }).waitFor();
    const fingers = await fingersOn(page);
    const card = await chosenCard(page, handle);
    const before = await lookOf(page);
    await fingers.drag([card], [{ x: card.x - 40, y: card.y + 60 }]);
    await page.getByRole('button', { name: 'Arrange anew' }).waitFor();
    await saved(page);
    const moved = await chosenCard(page, handle);
    expect(moved.x).toBeCloseTo(card.x - 40, -1);
    expect(moved.y).toBeCloseTo(card.y + 60, -1);
    expect(await lookOf(page)).toEqual(before);

    const title = page.getByRole('button', { name: /^Fold Operations/ });
    const { x, y } = (await title.boundingBox())!;
    const onTitle = { x: x + 30, y: y + 12 };
    await fingers.drag([onTitle], [{ x: onTitle.x + 50, y: onTitle.y + 80 }]);
    const panned = await lookOf(page);
    expect(panned).toMatchObject({ zoom: before.zoom, page: untouchedPage });
    expect(panned.y).toBeCloseTo(before.y + 80, -1);
    const there = { x: onTitle.x + 50, y: onTitle.y + 80 };
    await fingers.drag([there, { x: 60, y: 600 }], [there, { x: 90, y: 560 }]);
    const zoomed = await lookOf(page);
    expect(zoomed.zoom).toBeLessThan(panned.zoom);
    expect(zoomed.page).toEqual(untouchedPage);
    await title.tap();
    await page.waitForURL(/folded=Operations/);
    await opened.close();
  });
});
