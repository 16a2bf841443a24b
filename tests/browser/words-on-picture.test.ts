import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { openPage } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

const ripple = '/maps/airline-lost-bag?delay=bag-loaders:30';
const projector = { viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' } as const;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describeWithChromium('words over and under the picture', () => {
  const running = serverAndBrowser();
  const twoFrames = (page: Page) =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
  const boxesOf = (all: Locator): Promise<Box[]> =>
    all.evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );

  test('on a projector the names on the timeline are larger, and no two of them touch', async () => {
    const opened = await openPage(running.browser, `${running.server.url}${ripple}`, projector);
    const { page } = opened;
    const labels = page.locator('.timeline-label');
    await page.getByRole('slider', { name: 'Moment of the ripple' }).waitFor();
    await twoFrames(page);
    const [near] = await boxesOf(labels);
    await page.locator('#map').focus();
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'End (P)' }).waitFor();
    await twoFrames(page);
    const far = await boxesOf(labels);
    expect(far[0]!.height).toBeGreaterThan(near!.height);
    expect(far.length).toBeGreaterThan(3);
    far.forEach((one, index) => {
      for (const other of far.slice(index + 1)) expect(overlap(one, other)).toBe(false);
    });
    await opened.close();
  });

  test('what is said of a folded group takes a line, and hides nothing of the key', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}${ripple}&fold=all&select=party:bag-loaders`,
    );
    const { page } = opened;
    const note = page.getByText('Bag loaders is inside Ramp, which is folded.');
    await note.waitFor();
    await twoFrames(page);
    const [[words], [key]] = await Promise.all([boxesOf(note), boxesOf(page.locator('.picture-legend'))]);
    expect(words!.height).toBeLessThan(60);
    expect(overlap(words!, key!)).toBe(false);
    await opened.close();
  });

  test('through a round of guessing the picture keeps its place on the page', async () => {
    const opened = await openPage(running.browser, `${running.server.url}${ripple}`, projector);
    const { page } = opened;
    await page.getByText('Where it stopped').waitFor();
    await page.locator('#map').focus();
    await page.keyboard.press('g');
    await page.getByRole('button', { name: 'Start guessing' }).click();
    await page.getByText('Nobody marked yet').waitFor();
    const [guessing] = await boxesOf(page.locator('#guessed .picture'));
    const picture = page.getByRole('application', { name: /Airline/ });
    await picture.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.getByRole('button', { name: 'Straight to the end' }).click();
    await page.getByText('You found 0 of 6.').waitFor();
    expect(await boxesOf(page.locator('#guessed .picture'))).toEqual([guessing]);
    await opened.close();
  });
});
