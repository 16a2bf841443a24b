/**
 * A hand drags the delay's slider: milliseconds from the page getting a move of it to the end of the frame that shows
 * the verdict on it. Beside it the plain approach, which follows the delay along the links in the same page and gives
 * each party that it reaches a class of Cytoscape's.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Locator, Page } from 'playwright-core';
import { median, tell } from '../measure.js';
import { organisation } from '../organisation.js';
import { company } from './company.js';
import { firstCard, newPage, onGround, stored, type Ground } from './picture-page.js';
import { plainPage } from './plain-page.js';

const moves = 40;
/** A move may take the plain approach seconds. */
const plainMoves = 8;
/** Pixels a move, and moves until the hand turns back. */
const [step, reach] = [4, 10];
/** Milliseconds within which the verdict is wanted, by the most teams of a map. */
const limits: readonly [teams: number, milliseconds: number][] = [
  [60, 16],
  [2_000, 50],
];

export const benchPictureSlider = (sizes: readonly number[]): Promise<void> =>
  onGround(async (ground) => {
    for (const teams of sizes) {
      await measureBoth(ground, organisation(teams), `${teams} teams`, teams);
      if (teams > 60) await measureBoth(ground, company(teams), `${teams} teams in departments`, teams);
    }
  });

async function measureBoth(ground: Ground, content: MapContent, of: string, teams: number): Promise<void> {
  const limit = limits.find(([most]) => teams <= most)?.[1];
  const ours = await measureOurs(ground, await stored(ground, content));
  const plain = await measurePlain(ground, content);
  const figures = { ...ours, ...(limit !== undefined && { limit }), cytoscapeAlone: plain };
  tell(`picture: slider to verdict, ${of}`, figures, limit === undefined || ours.median < limit);
}

async function measureOurs(ground: Ground, id: string): Promise<Waits> {
  const page = await newPage(ground);
  await page.goto(`${ground.url}/maps/${id}?delay=t0000000:480`);
  await firstCard(page);
  await page.locator('.ripple-asked').waitFor();
  // The show is over, or its frames would be measured too.
  await page.getByRole('slider', { name: 'Moment of the ripple' }).fill('1');
  const waits = await drag(
    page,
    page.getByRole('slider', { name: 'How late the output will be' }),
    'div:has(> .ripple-asked)',
    moves,
  );
  await page.close();
  return waits;
}

async function measurePlain(ground: Ground, content: MapContent): Promise<Waits> {
  const page = await plainPage(ground, content);
  const slack = new Map(content.statements.map((statement) => [statement.link, statement.slack ?? 0]));
  const links = content.links.map(({ id, provider, customer }) => ({
    id,
    provider,
    customer,
    slack: slack.get(id) ?? 0,
  }));
  await page.evaluate(`(${followPlainly})(${JSON.stringify(links)})`);
  const waits = await drag(page, page.locator('input'), 'h2', plainMoves);
  await page.close();
  return waits;
}

/** Runs in the page: each move of the slider follows the delay along the links and changes the classes. */
const followPlainly = `(links) => {
  const from = new Map();
  for (const link of links) from.set(link.provider, [...(from.get(link.provider) ?? []), link]);
  document.querySelector('input').addEventListener('input', (event) => {
    const late = new Map([['t0000000', Number(event.target.value)]]);
    const waiting = ['t0000000'];
    const isWaiting = new Set(waiting);
    for (const party of waiting) {
      isWaiting.delete(party);
      for (const { customer, slack } of from.get(party) ?? []) {
        const minutes = late.get(party) - slack;
        if (minutes <= (late.get(customer) ?? 0)) continue;
        late.set(customer, minutes);
        if (isWaiting.has(customer)) continue;
        isWaiting.add(customer);
        waiting.push(customer);
      }
    }
    cy.batch(() => {
      cy.nodes().forEach((node) => { node.toggleClass('hit', late.has(node.id())); });
      cy.edges().forEach((edge) => { edge.toggleClass('hit', late.has(edge.data('source'))); });
    });
    document.querySelector('h2').textContent = late.size + ' are late by up to ' + event.target.value + ' min.';
  });
}`;

interface Waits {
  median: number;
  worst: number;
  /** The median of the time until the words are changed, before they are shown. */
  words: number;
}

/** Moves the slider to and fro, each time once the verdict on the move before is shown. */
async function drag(page: Page, slider: Locator, verdict: string, moves: number): Promise<Waits> {
  const box = (await slider.boundingBox())!;
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await pause(1_500);
  await page.evaluate(watch, verdict);
  for (let move = 1; move <= moves; move++) {
    // To the right and back, and never twice at the same place.
    const away = step * (reach - Math.abs((move % (2 * reach)) - reach));
    await page.mouse.move(start.x + away, start.y);
    await page.waitForFunction((count) => (window as Watched).waits!.length >= count, move);
    // Not in step with the frames.
    await pause(30 + ((move * 7) % 17));
  }
  await page.mouse.up();
  const waits = await page.evaluate(() => (window as Watched).waits!);
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  const shown = waits.map((wait) => wait.shown);
  return {
    median: rounded(median(shown)),
    worst: rounded(Math.max(...shown)),
    words: rounded(median(waits.map((wait) => wait.words))),
  };
}

type Watched = Window & { waits?: { words: number; shown: number }[] };

/** Runs in the page: notes how long each move of the mouse waits for the words of the verdict, and for their frame. */
function watch(verdict: string): void {
  const waits: { words: number; shown: number }[] = [];
  (window as Watched).waits = waits;
  let movedAt: number | undefined;
  window.addEventListener('mousemove', () => (movedAt = performance.now()), { capture: true });

  const { port1, port2 } = new MessageChannel();
  const afterFrame: (() => void)[] = [];
  port1.onmessage = () => {
    isInFrame = false;
    for (const one of afterFrame.splice(0)) one();
  };
  // What is posted while a frame is made comes right after it.
  let isInFrame = false;
  const beginFrame = (): void => {
    isInFrame = true;
    port2.postMessage('after this frame');
    requestAnimationFrame(beginFrame);
  };
  requestAnimationFrame(beginFrame);

  const changed = new MutationObserver(() => {
    if (movedAt === undefined) return;
    const since = movedAt;
    const words = performance.now() - since;
    movedAt = undefined;
    const note = (): void => void waits.push({ words, shown: performance.now() - since });
    if (isInFrame) afterFrame.push(note);
    else requestAnimationFrame(() => afterFrame.push(note));
  });
  changed.observe(document.querySelector(verdict)!, { subtree: true, childList: true, characterData: true });
}
