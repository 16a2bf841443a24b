/**
 * Frames a second of the picture in a browser without a GPU: while it opens, while a ripple plays, and while the picture
 * is dragged and zoomed; beside it the plain way to do the same, Cytoscape alone with a class changed at every hit.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Page } from 'playwright-core';
import { tell } from '../measure.js';
import { organisation } from '../organisation.js';
import { firstCard, newPage, onGround, stored, type Ground } from './picture-page.js';
import { plainPage } from './plain-page.js';

const seconds = 4;
const fewestFrames = 50;
const longestFrame = 100;
/** Dragged and zoomed around here: the middle of the picture, beside the panel. */
const middle = { x: 500, y: 400 };

interface Frames {
  framesPerSecond: number;
  longestFrame: number;
}

export const benchPictureFrames = (sizes: readonly number[]): Promise<void> =>
  onGround(async (ground) => {
    for (const teams of sizes) {
      const content = organisation(teams);
      await measureOurs(ground, await stored(ground, content), teams);
      await measurePlain(ground, content, teams);
    }
  });

async function measureOurs(ground: Ground, id: string, teams: number): Promise<void> {
  const page = await newPage(ground);
  await page.goto(`${ground.url}/maps/${id}?delay=t0000000:480`);
  const visibleAfter = await firstCard(page);
  tellFrames('first two seconds after opening', 'downstream', teams, await frames(page, 2), { visibleAfter });
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

async function measurePlain(ground: Ground, content: MapContent, teams: number): Promise<void> {
  const page = await plainPage(ground, content);
  tellFrames('first two seconds after opening', 'cytoscape alone', teams, await frames(page, 2));
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
  const isAsked = !what.startsWith('first');
  const wanted = isAsked && { fewestFrames, longestFrameBelow: longestFrame };
  const holds = measured.framesPerSecond >= fewestFrames && measured.longestFrame < longestFrame;
  const figures = { of, ...measured, ...wanted, ...besides };
  tell(`picture: ${what}, ${teams} teams`, figures, !isAsked || of !== 'downstream' || holds);
}
