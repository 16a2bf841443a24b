/**
 * Frames a second of the picture in a browser without a GPU: while a ripple plays, and while the picture is dragged and
 * zoomed; beside it the plain way to do the same, Cytoscape alone with a class changed at every hit.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeMapFile } from '@downstream/graph-schema/write-map-file';
import type { MapContent } from '@downstream/graph-schema/map-content';
import { chromium, type Browser, type Page } from 'playwright-core';
import { tell } from './measure.js';
import { organisation } from './organisation.js';

const program = join(import.meta.dirname, '..', '..', 'server', 'bin', 'downstream.js');
const port = 4_497;
const url = `http://127.0.0.1:${port}`;
const sizes = [60, 500, 2_000];
const seconds = 4;
const fewestFrames = 50;
const longestFrame = 100;
/** Dragged and zoomed around here: the middle of the picture, beside the panel. */
const middle = { x: 500, y: 400 };

interface Frames {
  framesPerSecond: number;
  longestFrame: number;
}

export async function benchPicture(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'downstream-picture-'));
  const server = spawn(process.execPath, [program, 'start'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DOWNSTREAM_DATA: data,
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  while (!(await isReady())) await pause(100);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  await measureOpening(browser);
  for (const teams of sizes) {
    const content = organisation(teams);
    const id = await imported(content);
    await measureOurs(browser, id, teams);
    await measurePlain(browser, content, teams);
  }
  await browser.close();
  server.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true });
}

const isReady = (): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

async function imported(content: MapContent): Promise<string> {
  const answer = await fetch(`${url}/api/map-files`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: writeMapFile(content, 'json'),
  });
  const body = (await answer.json()) as { id?: string };
  if (body.id === undefined) throw new Error(`The map was refused: ${JSON.stringify(body).slice(0, 300)}`);
  return body.id;
}

/** From asking for the page to the first card on it, of the sample of 60 teams; the server has answered once before. */
async function measureOpening(browser: Browser): Promise<void> {
  await fetch(`${url}/api/maps/product-company`);
  const page = await openedPage(browser);
  const start = performance.now();
  await page.goto(`${url}/maps/product-company`);
  await isDrawn(page);
  const milliseconds = Math.round(performance.now() - start);
  tell('picture: the sample of 60 teams visible', { milliseconds, limit: 1_500 }, milliseconds <= 1_500);
  await page.close();
}

async function measureOurs(browser: Browser, id: string, teams: number): Promise<void> {
  const page = await openedPage(browser);
  const start = performance.now();
  await page.goto(`${url}/maps/${id}?delay=t0000000:480`);
  await isDrawn(page);
  const drawn = Math.round(performance.now() - start);
  tellFrames('first two seconds after opening', 'downstream', teams, await frames(page, 2), { drawn });
  await page
    .getByRole('button', { name: 'Pause' })
    .or(page.getByRole('button', { name: 'Play' }))
    .first()
    .waitFor();
  await page.getByRole('slider', { name: 'Moment of the ripple' }).fill('0');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  tellFrames('ripple playing', 'downstream', teams, await frames(page, seconds));
  await page.getByRole('slider', { name: 'Moment of the ripple' }).fill('1');
  await pause(500);
  await measureHand(page, 'downstream', teams);
  await page.close();
}

async function measurePlain(browser: Browser, { parties, links }: MapContent, teams: number): Promise<void> {
  const page = await openedPage(browser);
  await page.setContent('<div id="map" style="position:absolute;inset:0 410px 60px 0"></div>');
  await page.addScriptTag({
    path: createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js'),
  });
  const columns = Math.ceil(Math.sqrt(parties.length));
  const elements = [
    ...parties.map(({ id, name }, index) => ({
      data: { id, name },
      position: { x: (index % columns) * 180, y: Math.floor(index / columns) * 90 },
    })),
    ...links.map(({ id, provider, customer }) => ({ data: { id, source: provider, target: customer } })),
  ];
  await page.evaluate(`(${plainMap})(${JSON.stringify(elements)})`);
  await pause(2_000);
  await page.evaluate(`(() => {
    let hit = 0;
    const nodes = window.cy.nodes(), edges = window.cy.edges();
    window.hits = setInterval(() => { nodes[hit % nodes.length].toggleClass('hit'); edges[hit % edges.length].toggleClass('hit'); hit += 1; }, 16);
  })()`);
  tellFrames('ripple playing', 'cytoscape alone', teams, await frames(page, seconds));
  await page.evaluate('clearInterval(window.hits)');
  await measureHand(page, 'cytoscape alone', teams);
  await page.close();
}

/** Runs in the page: the map as Cytoscape's own documentation would draw it. */
const plainMap = `(elements) => {
  window.cy = cytoscape({
    container: document.getElementById('map'),
    elements,
    layout: { name: 'preset', fit: true },
    pixelRatio: 1,
    textureOnViewport: true,
    style: [
      { selector: 'node', style: { shape: 'round-rectangle', width: 138, height: 60, label: 'data(name)', 'text-valign': 'center', 'background-color': '#fff', 'border-width': 1 } },
      { selector: 'edge', style: { 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', width: 1.5 } },
      { selector: '.hit', style: { 'background-color': '#c8322b', 'line-color': '#c8322b' } },
    ],
  });
}`;

async function measureHand(page: Page, of: string, teams: number): Promise<void> {
  const dragging = frames(page, seconds);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  for (let step = 0; step < seconds * 50; step += 1) {
    await page.mouse.move(middle.x + 150 * Math.sin(step / 12), middle.y + 100 * Math.cos(step / 9));
    await pause(14);
  }
  await page.mouse.up();
  tellFrames('pan', of, teams, await dragging);
  await pause(600);
  const zooming = frames(page, seconds);
  for (let step = 0; step < seconds * 25; step += 1) {
    await page.mouse.wheel(0, step % 30 < 15 ? -60 : 60);
    await pause(30);
  }
  tellFrames('zoom', of, teams, await zooming);
}

/** What the page paints for so long: counted in the page, so that what waits for it does not count. */
const frames = (page: Page, length: number): Promise<Frames> =>
  page.evaluate(
    (milliseconds) =>
      new Promise<Frames>((resolve) => {
        const times: number[] = [];
        const count = (now: number): void => {
          times.push(now);
          if (now - times[0]! < milliseconds) {
            requestAnimationFrame(count);
            return;
          }
          const gaps = times.slice(1).map((time, index) => time - times[index]!);
          resolve({
            framesPerSecond: Math.round((gaps.length / (now - times[0]!)) * 10_000) / 10,
            longestFrame: Math.round(Math.max(...gaps)),
          });
        };
        requestAnimationFrame(count);
      }),
    length * 1000,
  );

function tellFrames(what: string, of: string, teams: number, measured: Frames, besides: object = {}): void {
  const isOurs = of === 'downstream' && !what.startsWith('first');
  const holds = measured.framesPerSecond >= fewestFrames && measured.longestFrame < longestFrame;
  tell(`picture: ${what}, ${teams} teams`, { of, ...measured, ...besides }, !isOurs || holds);
}

async function openedPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' });
  page.setDefaultTimeout(60_000);
  return page;
}

/** Waits until the lower layer of the picture holds ink. */
const isDrawn = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-layer=base]');
    if (!canvas || canvas.width === 0) return false;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, index) => index % 4 === 3 && value > 0);
  });
};
