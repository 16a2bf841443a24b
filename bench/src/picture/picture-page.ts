import type { MapContent } from '@downstream/graph-schema/map-content';
import { writeMapFile } from '@downstream/graph-schema/write-map-file';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../browser.js';
import { startServer } from '../running-server.js';

/** A server and a browser for one part of the bench; both end with it. */
export interface Ground {
  url: string;
  browser: Browser;
}

export async function onGround(bench: (ground: Ground) => Promise<void>): Promise<void> {
  const server = await startServer();
  const browser = await startBrowser();
  try {
    await bench({ url: server.url, browser });
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Stores a map and gives its id. */
export async function stored({ url }: Ground, content: MapContent): Promise<string> {
  const answer = await fetch(`${url}/api/map-files`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: writeMapFile(content, 'json'),
  });
  const body = (await answer.json()) as { id?: string };
  if (body.id === undefined) throw new Error(`The map was refused: ${JSON.stringify(body).slice(0, 300)}`);
  return body.id;
}

/** A page of a browser that has seen nothing yet, as on a desk. */
export async function newPage({ browser }: Ground): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' });
  page.setDefaultTimeout(60_000);
  await page.addInitScript(noticeFirstCard);
  return page;
}

/** Waits until the first card is on the picture; gives when that was, in milliseconds after the page was asked for. */
export async function firstCard(page: Page): Promise<number> {
  const seen = await page.waitForFunction(() => (window as Watched).firstCardAt);
  return Math.round((await seen.jsonValue())!);
}

type Watched = Window & { firstCardAt?: number };

/**
 * Runs in the page: notes the end of the frame in which the lowest layer of the picture is first painted on. To look at
 * its pixels instead would hold up the page that is measured.
 */
function noticeFirstCard(): void {
  const context = CanvasRenderingContext2D.prototype;
  const restore: (() => void)[] = [];
  for (const name of ['fill', 'fillRect', 'stroke', 'fillText'] as const) {
    const plain = Object.getOwnPropertyDescriptor(context, name)!;
    restore.push(() => Object.defineProperty(context, name, plain));
    const value = function (this: CanvasRenderingContext2D, ...given: unknown[]): void {
      Reflect.apply(plain.value as () => void, this, given);
      if (!(this.canvas instanceof HTMLCanvasElement) || this.canvas.dataset['layer'] !== 'base') return;
      for (const one of restore) one();
      // It is painted within a frame, and this comes after it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        (window as Watched).firstCardAt = performance.now();
        port1.close();
      };
      port2.postMessage('painted');
    };
    Object.defineProperty(context, name, { ...plain, value });
  }
}
