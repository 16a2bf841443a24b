import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { samples } from '../../client/src/app/samples.js';
import { describeWithChromium } from '../support/chromium.js';
import { openPage } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

const ripple = '/maps/airline-lost-bag?delay=bag-loaders:30';
const projector = { viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' } as const;
const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const;

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

  /** What of the page one would touch where the map is: names on the paper are a part of the map. */
  const thingsOverMap = (page: Page): Promise<string[]> =>
    page
      .locator('.picture-stage')
      .filter({ visible: true })
      .evaluate((map) => {
        const { left, top, right, bottom } = map.getBoundingClientRect();
        const found = new Set<string>();
        for (let x = left + 2; x < right - 1; x += 8)
          for (let y = top + 2; y < bottom - 1; y += 8) {
            const there = document.elementFromPoint(x, y);
            if (there && !map.contains(there) && !there.closest('.picture-paper'))
              found.add(there.textContent);
          }
        return [...found];
      });

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

  test.each([
    ['a desk', {}],
    ['a projector', { projector: true }],
    ['a phone', phone],
  ])(
    'that a defect plays one possible way is said on %s above the line, and touches nothing',
    async (_, how) => {
      const isPresented = 'projector' in how;
      const opened = await openPage(
        running.browser,
        `${running.server.url}/maps/card-issuer-overcharge?defect=accounting`,
        isPresented ? projector : how,
      );
      const { page } = opened;
      const note = page.getByText('A possible way for the defect to spread');
      await note.waitFor();
      if (isPresented) {
        await page.locator('#map').focus();
        await page.keyboard.press('p');
        await page.getByRole('button', { name: 'End (P)' }).waitFor();
      }
      await twoFrames(page);
      const [words] = await boxesOf(note);
      const [timeline] = await boxesOf(page.locator('.timeline'));
      expect(words!.y).toBeGreaterThanOrEqual(timeline!.y);
      expect(words!.x + words!.width).toBeLessThanOrEqual(timeline!.x + timeline!.width);
      const marks = await boxesOf(page.locator('.timeline-mark, .timeline-label, .timeline-play'));
      for (const mark of marks) expect(overlap(words!, mark)).toBe(false);
      await opened.close();
    },
  );

  test.each([
    ['hospital-blood-draw?layout=customers-on-top&delay=supply-clerks:120', false],
    ['magazine-at-war?layout=free&delay=editors:480', false],
    ['magazine-at-war?delay=editors:480', true],
  ])(
    'on a phone the verdict on %s hides nothing and moves nothing, and a tap says all of it',
    async (address, isPresented) => {
      const opened = await openPage(running.browser, `${running.server.url}/maps/${address}`, phone);
      const { page } = opened;
      const strip = page.locator('.verdict-strip');
      const parts = page.locator('.picture, .verdict-strip, .timeline');
      const moment = page.getByRole('slider', { name: 'Moment of the ripple' });
      await moment.waitFor();
      if (isPresented) {
        await page.locator('#map').focus();
        await page.keyboard.press('p');
        await page.getByRole('button', { name: 'End (P)' }).waitFor();
      }
      await twoFrames(page);
      const before = await boxesOf(parts);
      const [picture, said, timeline] = before;
      expect(overlap(picture!, said!)).toBe(false);
      expect(overlap(said!, timeline!)).toBe(false);
      expect(said!.height).toBeGreaterThanOrEqual(44);
      expect(await strip.isVisible()).toBe(false);
      await moment.focus();
      await page.keyboard.press('End');
      await page.getByRole('button', { name: 'Play again' }).waitFor();
      await twoFrames(page);
      expect(await boxesOf(parts)).toEqual(before);
      expect(await page.locator('.picture-verdict').count()).toBe(0);
      const whole = await strip.innerText();
      await strip.tap();
      const title = page.locator('.side-panel .panel-title', { hasText: whole });
      await title.waitFor();
      const [[words], [room]] = await Promise.all([boxesOf(title), boxesOf(page.locator('.side-body'))]);
      expect(words!.y).toBeGreaterThanOrEqual(room!.y);
      expect(words!.y + words!.height).toBeLessThanOrEqual(room!.y + room!.height);
      await opened.close();
    },
  );

  test.each(['chain', 'customers-on-top', 'free'])(
    'on a phone at the end of a ripple nothing lies over any sample as %s',
    async (layout) => {
      const opened = await openPage(running.browser, `${running.server.url}/`, phone);
      const { page } = opened;
      for (const { id, tries } of samples) {
        const asked = 'minutes' in tries ? `delay=${tries.party}:${tries.minutes}` : `defect=${tries.party}`;
        await page.goto(`${running.server.url}/maps/${id}?layout=${layout}&${asked}`);
        const moment = page.getByRole('slider', { name: 'Moment of the ripple' });
        await moment.focus();
        await page.keyboard.press('End');
        await page.getByRole('button', { name: 'Play again' }).waitFor();
        await page.getByText('Laying out the picture').waitFor({ state: 'detached' });
        await twoFrames(page);
        expect({ id, over: await thingsOverMap(page) }).toEqual({ id, over: [] });
      }
      await opened.close();
    },
  );

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

  test.each([
    ['a small desk', { viewport: { width: 1280, height: 720 } }],
    ['a desk', { viewport: { width: 1440, height: 900 } }],
  ])('the names of groups are whole on %s', async (_, device) => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}/maps/hospital-blood-draw?layout=free`,
      device,
    );
    const names = opened.page.locator('.group-title');
    await names.first().waitFor();
    await twoFrames(opened.page);
    const cut = await names.evaluateAll((all) =>
      all.flatMap((name) => (name.scrollWidth > name.clientWidth ? [name.textContent] : [])),
    );
    expect(cut).toEqual([]);
    await opened.close();
  });

  test.each([
    ['chain', 'above'],
    ['customers-on-top', 'left'],
  ])(
    'on a projector the frame of the verdict on a map as %s is no wider than its words',
    async (layout, at) => {
      const opened = await openPage(
        running.browser,
        `${running.server.url}${ripple}&layout=${layout}`,
        projector,
      );
      const { page } = opened;
      const moment = page.getByRole('slider', { name: 'Moment of the ripple' });
      await moment.waitFor();
      await page.locator('#map').focus();
      await page.keyboard.press('p');
      await moment.focus();
      await page.keyboard.press('End');
      const air = await page.locator(`.picture-verdict[data-at=${at}]`).evaluate((frame) => {
        const words = document.createRange();
        words.selectNodeContents(frame);
        const [inner, outer] = [words.getBoundingClientRect(), frame.getBoundingClientRect()];
        return [inner.left - outer.left, outer.right - inner.right].map(Math.round);
      });
      for (const side of air) expect(Math.abs(side - 20)).toBeLessThanOrEqual(1);
      await opened.close();
    },
  );

  test.each([320, 360])(
    'on a phone %i wide the header says the name of every sample whole',
    async (width) => {
      const opened = await openPage(running.browser, `${running.server.url}/`, {
        ...phone,
        viewport: { width, height: 640 },
      });
      const { page } = opened;
      for (const { id } of samples) {
        await page.goto(`${running.server.url}/maps/${id}`);
        const heading = page.getByRole('heading', { level: 1 });
        const { whole, shown } = await heading.locator('.page-title-text').evaluate((name) => ({
          whole: name.scrollHeight,
          shown: name.clientHeight,
        }));
        expect({ id, whole }).toEqual({ id, whole: shown });
        const [name] = await boxesOf(heading);
        for (const other of await boxesOf(
          page.locator('.home-link, .layout-list, .map-tools > :last-child'),
        )) {
          expect(overlap(name!, other)).toBe(false);
          expect(other.x + other.width).toBeLessThanOrEqual(width);
        }
      }
      await opened.close();
    },
  );

  test.each([
    ['a projector', projector],
    ['a phone', phone],
  ])('through a round of guessing the picture keeps its place on %s', async (_, device) => {
    const opened = await openPage(running.browser, `${running.server.url}${ripple}`, device);
    const { page } = opened;
    await page.getByRole('slider', { name: 'Moment of the ripple' }).waitFor();
    await page.locator('#map').focus();
    await page.keyboard.press('g');
    const start = page.getByRole('button', { name: 'Start guessing' });
    await start.waitFor();
    await twoFrames(page);
    const [setting] = await boxesOf(page.locator('#guessed .picture'));
    await start.click();
    await page.getByText('Nobody marked yet').waitFor();
    await twoFrames(page);
    const [guessing] = await boxesOf(page.locator('#guessed .picture'));
    expect(guessing).toEqual(setting);
    const picture = page.getByRole('application', { name: /Airline/ });
    await picture.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const skip = page.getByRole('button', { name: 'Straight to the end' });
    await skip.waitFor();
    await twoFrames(page);
    expect(await boxesOf(page.locator('#guessed .picture'))).toEqual([guessing]);
    await skip.click();
    const found = page.getByText(/^You found \d of 6\.$/u);
    await found.waitFor();
    await twoFrames(page);
    const [bar] = await boxesOf(page.locator('.guess-bar'));
    const said = [found, page.getByRole('button', { name: 'Next round' })];
    for (const [box] of await Promise.all(said.map(boxesOf))) {
      expect(box!.y).toBeGreaterThanOrEqual(bar!.y);
      expect(box!.y + box!.height).toBeLessThanOrEqual(bar!.y + bar!.height);
    }
    expect(await boxesOf(page.locator('#guessed .picture'))).toEqual([guessing]);
    await opened.close();
  });

  test.each([
    'airline-lost-bag?layout=free&delay=bag-loaders:30',
    'product-company?layout=customers-on-top',
    'hospital-blood-draw?guess=on',
    'magazine-at-war/weak-links',
  ])('on a phone on its side nothing lies over %s, and what does on a desk is at hand', async (address) => {
    const opened = await openPage(running.browser, `${running.server.url}/maps/${address}`, {
      ...phone,
      viewport: { width: 844, height: 390 },
    });
    const { page } = opened;
    const all = page.getByRole('button', { name: 'Show all' }).filter({ visible: true });
    await all.waitFor();
    await page.getByText('Laying out the picture').waitFor({ state: 'hidden' });
    await twoFrames(page);
    expect(await thingsOverMap(page)).toEqual([]);
    const [[button], [rail]] = await Promise.all([
      boxesOf(all),
      boxesOf(page.locator('.picture-furniture').filter({ visible: true })),
    ]);
    expect(button!.y + button!.height).toBeLessThanOrEqual(rail!.y + rail!.height);
    await opened.close();
  });

  test('the names of groups are as large on a projector as its smaller words', async () => {
    const address = `${running.server.url}/maps/airline-lost-bag?layout=free`;
    const opened = await openPage(running.browser, address, projector);
    const { page } = opened;
    const names = page.locator('.group-title > span:last-child');
    await names.first().waitFor();
    const heights = async () => (await boxesOf(names)).map(({ height }) => height);
    await page.locator('#map').focus();
    const atDesk = Math.max(...(await heights()));
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'End (P)' }).waitFor();
    await twoFrames(page);
    expect(Math.min(...(await heights()))).toBeGreaterThan(1.2 * atDesk);
    await opened.close();
  });

  test('a key that asks for the panel leaves the projector for it', async () => {
    const opened = await openPage(running.browser, `${running.server.url}${ripple}`, projector);
    const { page } = opened;
    const end = page.getByRole('button', { name: 'End (P)' });
    for (const [key, shown] of [
      ['n', page.getByPlaceholder('Gate agents')],
      ['r', page.getByText('Where it stopped')],
    ] as const) {
      await page.locator('#map').focus();
      await page.keyboard.press('p');
      await end.waitFor();
      await page.keyboard.press(key);
      await shown.waitFor();
      expect(await end.count()).toBe(0);
    }
    await opened.close();
  });
});
