import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { openPage, saved } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

const sample = 'airline-lost-bag';

describeWithChromium('the free layout and groups', () => {
  const running = serverAndBrowser();

  /** Where the map says that a party stands. */
  async function placeOf(party: string): Promise<{ x: number; y: number } | undefined> {
    const answer = await fetch(`${running.server.url}/api/maps/${sample}`);
    const { items } = (await answer.json()) as {
      items: { item: { type: string; id: string; position?: { x: number; y: number } } }[];
    };
    return items.find(({ item }) => item.type === 'party' && item.id === party)?.item.position;
  }
  const picture = (page: Page) => page.getByRole('application');
  /** Regions are named once their cards have places. */
  const freeLayout = (page: Page) => page.getByRole('button', { name: /Fold Ramp to one card/ }).waitFor();

  test('a card stays where it was dragged to, for everybody; undo takes it back', async () => {
    const one = await openPage(
      running.browser,
      `${running.server.url}/maps/${sample}?layout=free&select=party:fuelling`,
    );
    const two = await openPage(running.browser, `${running.server.url}/maps/${sample}?layout=free`);
    const { page } = one;
    await Promise.all([freeLayout(page), freeLayout(two.page)]);
    expect(await placeOf('fuelling')).toBeUndefined();

    // The ring of a chosen card is all that a canvas tells of its place, so it is moved by keys first.
    await picture(page).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('button', { name: 'Arrange anew' }).waitFor();
    await saved(page);
    const first = (await placeOf('fuelling'))!;
    await two.page.getByRole('button', { name: 'Arrange anew' }).waitFor();

    const title = page.getByRole('button', { name: /Fold Ramp to one card/ });
    const before = (await title.boundingBox())!;
    const stood = (await placeOf('bag-loaders'))!;
    const card = await cardOnPage(page, stood);
    await page.mouse.move(card.x, card.y);
    await page.mouse.down();
    await page.mouse.move(card.x - 60, card.y + 10, { steps: 4 });
    await page.mouse.move(card.x - 120, card.y + 20, { steps: 4 });
    await page.mouse.up();
    await ramp(page, (left) => left < before.x - 40);
    await saved(page);
    const moved = (await placeOf('bag-loaders'))!;
    expect(moved.x).toBeLessThan(stood.x - 60);
    expect(await placeOf('fuelling')).toEqual(first);

    await page.reload();
    await freeLayout(page);
    const { x } = await cardOnPage(page, moved);
    await ramp(page, (left) => Math.abs(x - left) < 120);

    await two.page.getByRole('button', { name: 'Arrange anew' }).click();
    await two.page.getByRole('button', { name: 'Arrange anew' }).waitFor({ state: 'detached' });
    await saved(two.page);
    expect(await placeOf('bag-loaders')).toBeUndefined();
    await picture(two.page).focus();
    await two.page.keyboard.press('Control+z');
    await two.page.getByRole('button', { name: 'Arrange anew' }).waitFor();
    await saved(two.page);
    expect(await placeOf('bag-loaders')).toEqual(moved);
    await one.close();
    await two.close();
  });

  /** Where the region of the ramp begins; not a number in the moment in which it is drawn anew. */
  const leftOfRamp = async (page: Page): Promise<number> =>
    (await page.getByRole('button', { name: /Fold Ramp to one card/ }).boundingBox())?.x ?? NaN;

  /** Waits until the region of the ramp begins where it should. */
  async function ramp(page: Page, isThere: (left: number) => boolean): Promise<void> {
    for (;;) {
      if (isThere(await leftOfRamp(page))) return;
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** Where on the page a place of the map is: titles of regions tell how the paper lies. */
  async function cardOnPage(page: Page, at: { x: number; y: number }): Promise<{ x: number; y: number }> {
    const [paper, stage] = await Promise.all([
      page.locator('.picture-paper').evaluate((element) => {
        const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform);
        return { zoom: a, x: e, y: f };
      }),
      picture(page).boundingBox(),
    ]);
    return { x: stage!.x + paper.x + at.x * paper.zoom, y: stage!.y + paper.y + at.y * paper.zoom };
  }

  test('groups fold and unfold, all at once and one by one, and the address remembers', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/${sample}?delay=bag-loaders:30`,
    );
    const { page } = opened;
    await page.getByText('Groups', { exact: true }).click();
    await page.getByRole('button', { name: 'Fold all groups' }).click();
    await page.waitForURL(/fold=all/);
    expect(await page.getByRole('checkbox', { name: /Ramp/ }).isChecked()).toBe(true);

    await page.getByRole('button', { name: 'Unfold all' }).first().click();
    await page.waitForURL(/fold=none/);
    await page.goto(`${running.server.url}/maps/${sample}?select=party:bag-loaders&delay=bag-loaders:30`);
    await page.getByText('Groups', { exact: true }).waitFor();
    await picture(page).focus();
    await page.keyboard.press('g');
    await page.waitForURL(/folded=Ramp/);
    await page.getByText('Bag loaders is inside Ramp, which is folded.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Bag loaders is inside Ramp, which is folded.').waitFor({ state: 'detached' });
    await page.waitForURL(/fold=none/);

    // Whoever is found is brought out of its group; the groups of others stay as they are.
    await page.goto(`${running.server.url}/maps/${sample}`);
    await page.getByText('Groups', { exact: true }).click();
    await page.getByRole('checkbox', { name: /Terminal/ }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(/search|find/i).fill('Bag loaders');
    await page.getByRole('dialog').getByText('loaders').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/select=party(%3A|:)bag-loaders/);
    expect(await page.getByRole('checkbox', { name: /Terminal/ }).isChecked()).toBe(false);
    await opened.close();
  });
});
