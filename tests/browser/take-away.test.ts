import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Download, Page } from 'playwright-core';
import { describeWithChromium } from '../support/chromium.js';
import { openPage, saved, type OpenedPage } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

const samples = [
  ['airline-lost-bag', 'delay=bag-loaders:30'],
  ['hospital-blood-draw', 'delay=supply-clerks:120'],
  ['restaurant-cleaning-rota', 'delay=rota-desk:45'],
  ['card-issuer-overcharge', 'defect=accounting'],
  ['magazine-at-war', 'delay=editors:480'],
  ['product-company', 'delay=sign-in:1440'],
] as const;

describeWithChromium('out of the tool', () => {
  const running = serverAndBrowser();

  const open = (path: string): Promise<OpenedPage> =>
    openPage(running.browser, `${running.server.url}${path}`);

  describe('as files', () => {
    let opened: OpenedPage;
    beforeAll(async () => {
      opened = await open('/maps/airline-lost-bag?delay=bag-loaders:30');
      await opened.page.getByRole('button', { name: 'More' }).click();
      await opened.page.getByRole('menuitem', { name: 'Download or print' }).click();
    });
    afterAll(() => opened.close());

    async function taken(name: string): Promise<{ download: Download; content: Buffer }> {
      const button = opened.page.getByRole('dialog').getByText(name, { exact: true });
      const [download] = await Promise.all([opened.page.waitForEvent('download'), button.click()]);
      return { download, content: await readFile(await download.path()) };
    }

    test('the PNG has twice the pixels of the SVG, which is XML and says every name and the verdict', async () => {
      const png = await taken('Picture (PNG)');
      const svg = await taken('Drawing (SVG)');
      expect([png.download.suggestedFilename(), svg.download.suggestedFilename()]).toEqual([
        'Airline-a-lost-bag.png',
        'Airline-a-lost-bag.svg',
      ]);
      const read = await opened.page.evaluate((text) => {
        const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
        const texts = [...documentElement.querySelectorAll('text')].map(({ textContent }) => textContent);
        return {
          size: [documentElement.getAttribute('width'), documentElement.getAttribute('height')].map(Number),
          failed: documentElement.querySelector('parsererror') !== null,
          active: documentElement.querySelectorAll('script, foreignObject, image, [href]').length,
          text: texts.join(' '),
        };
      }, svg.content.toString('utf8'));
      expect(read).toMatchObject({ failed: false, active: 0 });
      for (const said of [
        'Airline: a lost bag',
        'Flight crew',
        'Connecting passengers',
        '15 minutes late',
        '+20\u00a0min',
        'Absorbed',
      ])
        expect(read.text).toContain(said);
      expect(png.content.subarray(1, 4).toString()).toBe('PNG');
      expect([png.content.readUInt32BE(16), png.content.readUInt32BE(20)]).toEqual(
        read.size.map((pixels) => 2 * pixels),
      );
    });

    test('the ripple and the parties are tables, the map is a file', async () => {
      const ripple = (await taken('Spreadsheet (CSV)')).content.toString('utf8').split('\r\n');
      expect(ripple[0]).toBe('party,id,kind,group,outcome,minutesLate,minutesUntilFelt,defectChance,why');
      expect(ripple.find((line) => line.startsWith('Turnaround control'))).toMatch(/,hit,20,15,,/);
      const report: unknown = JSON.parse((await taken('Report (JSON)')).content.toString('utf8'));
      expect(report).toMatchObject({ disruptions: [{ party: 'bag-loaders', minutes: 30 }] });
      expect((await taken('Parties (CSV)')).content.toString('utf8')).toContain('Bag loaders');
      for (const [label, start] of [
        ['Map file (YAML)', /^# |^downstream|^\w+:/],
        ['Map file (JSON)', /^\{/],
        ['Links (CSV)', /^provider,customer,output/],
      ] as const)
        expect((await taken(label)).content.toString('utf8')).toMatch(start);
    });
  });

  test('the hand-out of each sample is one page, on A4 and on Letter', async () => {
    const opened = await open('/');
    const { page } = opened;
    for (const [map, ripple] of samples) {
      await page.goto(`${running.server.url}/maps/${map}?${ripple}`);
      // The browser's print command waits for nothing; this waits until there is something to print.
      await page.waitForFunction(() => {
        dispatchEvent(new Event('beforeprint'));
        const isThere =
          document.querySelector('.hand-out svg text') && document.querySelector('.hand-out tbody tr');
        dispatchEvent(new Event('afterprint'));
        return isThere !== null;
      });
      for (const format of ['A4', 'Letter']) {
        const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
        // A page that is empty but for its frame takes a fraction of this many bytes.
        expect({
          map,
          format,
          pages: pdf.match(/\/Type\s*\/Page\b/g)?.length,
          isFull: pdf.length > 20_000,
        }).toEqual({ map, format, pages: 1, isFull: true });
      }
    }
    await opened.close();
  });

  describe('on another site', () => {
    /** A page of a site that is not ours: to a browser, localhost and 127.0.0.1 are two. */
    async function siteWith(code: string): Promise<{ url: string; close: () => void }> {
      const site = createServer((_, response) => {
        response
          .setHeader('content-type', 'text/html; charset=utf-8')
          .end(`<!doctype html><h1>News</h1>${code}`);
      }).listen(0, '127.0.0.1');
      await once(site, 'listening');
      const { port } = site.address() as AddressInfo;
      return { url: `http://localhost:${port}/`, close: () => site.close() };
    }

    test('a frame shows the map and its ripple, until its link is revoked; no other page can be framed', async () => {
      const owner = await open('/maps/restaurant-cleaning-rota?delay=rota-desk:45');
      await owner.page.getByRole('button', { name: 'Share' }).click();
      await owner.page.getByRole('button', { name: 'Make the code for a frame' }).click();
      const code = await owner.page.getByLabel('Put this where the map should be').inputValue();
      const site = await siteWith(
        `${code}<iframe name="other" src="${running.server.url}/maps/restaurant-cleaning-rota"></iframe>`,
      );
      const news = await openPage(running.browser, site.url);
      const frame = news.page.locator('iframe').first().contentFrame();

      await frame.getByText(/restroom: 35 minutes late/).waitFor();
      await frame.getByRole('application', { name: 'Map of Restaurant: the cleaning rota' }).waitFor();
      await frame.getByRole('group', { name: 'When each of them feels it' }).waitFor();
      expect(await frame.getByRole('complementary').count()).toBe(0);
      expect(await frame.getByRole('link', { name: 'Open the full map' }).getAttribute('href')).toMatch(
        /^\/open\?delay=rota-desk:45#[\w-]{43}$/,
      );
      expect(news.page.frame({ name: 'other' })?.url()).toMatch(/^chrome-error:/);

      await owner.page
        .getByRole('button', { name: /^Revoke: Viewer/ })
        .first()
        .click();
      await frame.getByRole('heading', { name: 'This map cannot be shown here' }).waitFor();
      expect(await frame.getByRole('main').innerText()).toMatch(/ask its owner for a new one/);
      await news.close(/frame-ancestors|status of 40[134]/);
      await owner.close();
      site.close();
    });

    test('a frame without its secret, or with one that may change the map, says so', async () => {
      const half = await open('/embed/maps/restaurant-cleaning-rota');
      await half.page.getByText(/what should follow the # is missing/).waitFor();
      await half.close();

      const made = await fetch(`${running.server.url}/api/maps/restaurant-cleaning-rota/access`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ role: 'editor' }),
      });
      const { secret } = (await made.json()) as { secret: string };
      const much = await open(`/embed/maps/restaurant-cleaning-rota#${secret}`);
      await much.page.getByText(/holds a link that may change the map/).waitFor();
      await much.close();
    });
  });

  test.each([
    '/maps/product-company?layout=matrix&delay=sign-in:1440',
    '/maps/airline-lost-bag?layout=matrix&delay=bag-loaders:30',
  ])('the matrix: what a ripple does stays inside each column, and no unit is broken: %s', async (path) => {
    const opened = await open(path);
    const heads = opened.page.getByRole('columnheader').filter({ hasText: /late|spared|\+/ });
    await heads.first().waitFor();
    const beyond = await heads.evaluateAll((all) =>
      all.filter((head) => {
        const [room, mark] = [head, head.querySelector('.matrix-hit')!].map((one) =>
          one.getBoundingClientRect(),
        );
        return mark!.left < room!.left || mark!.right > room!.right;
      }),
    );
    expect(beyond).toHaveLength(0);
    const broken = await heads.locator('.matrix-hit').evaluateAll((all) =>
      all.flatMap(({ firstChild: text }) =>
        [...text!.textContent!.matchAll(/[^ ]+/g)].flatMap(({ index, 0: word }) => {
          const range = document.createRange();
          range.setStart(text!, index);
          range.setEnd(text!, index + word.length);
          return range.getClientRects().length > 1 ? [word] : [];
        }),
      ),
    );
    expect(broken).toEqual([]);
    await opened.close();
  });

  test('the matrix: by keys to a cell, a link made there, seen, and removed again', async () => {
    const opened = await open('/maps/magazine-at-war?layout=matrix');
    const { page } = opened;
    const focused = (): Promise<string | null> =>
      page.evaluate(
        () =>
          document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null,
      );
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByLabel('Only with …').fill('dispatch');
    await page.getByRole('rowheader', { name: 'Writers' }).waitFor({ state: 'detached' });
    await page.getByLabel('Only with …').fill('');
    await page.getByRole('rowheader', { name: 'Dispatch' }).click();
    await page.getByRole('heading', { name: 'Details of Dispatch' }).waitFor({ state: 'attached' });
    await page.getByRole('rowheader', { name: 'Dispatch' }).focus();
    await emptyCell(page, press, focused);
    const cell = await focused();
    await press('Enter');
    await page.getByLabel('What is handed on?').waitFor();
    await page.keyboard.type('parcel list');
    await press('Enter');
    await page.getByLabel('What is handed on', { exact: true }).waitFor();
    expect(await page.getByLabel('What is handed on', { exact: true }).inputValue()).toBe('parcel list');

    const [ends] = cell!.split(':');
    const made = page.getByRole('gridcell', { name: new RegExp(`^${ends}: parcel list, blocking`) });
    await made.focus();
    await press('Delete');
    await page.getByText('was removed').waitFor();
    await page.getByRole('gridcell', { name: `${ends}: no link yet; Enter connects them` }).waitFor();
    await saved(page);
    await opened.close();
  });
});

/** Along the row until there is a cell without a link. */
async function emptyCell(
  page: Page,
  press: (...keys: string[]) => Promise<void>,
  focused: () => Promise<string | null>,
): Promise<void> {
  const columns = await page.getByRole('columnheader').count();
  for (let step = 0; step < columns; step += 1) {
    await press('ArrowRight');
    if (/no link yet/.test((await focused()) ?? '')) return;
  }
  throw new Error('This row has a link in every cell.');
}
