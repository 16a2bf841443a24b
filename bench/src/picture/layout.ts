/**
 * A settled picture of 500 teams is laid out anew, as a chain and from scratch in the free layout: milliseconds from the question to the worker's answer, until it is
 * shown, and the longest that the page itself is held up meanwhile. Beside it the plain approach, Cytoscape's own
 * `breadthfirst` layout in the page.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { MapContent } from '@downstream/graph-schema/map-content';
import type { Page } from 'playwright-core';
import { tell } from '../measure.js';
import { organisation } from '../organisation.js';
import { company } from './company.js';
import { firstCard, newPage, onGround, stored, type Ground } from './picture-page.js';
import { plainPage } from './plain-page.js';

const teams = 500;
const limits = { worker: 1_000, longestGap: 50 };
const turns = 3;

export const benchPictureLayout = (): Promise<void> =>
  onGround(async (ground) => {
    await measureBoth(ground, organisation(teams), `${teams} teams`);
    await measureBoth(ground, company(teams), `${teams} teams in departments, unfolded`);
  });

async function measureBoth(ground: Ground, content: MapContent, of: string): Promise<void> {
  const id = await stored(ground, content);
  const ours = await measureOurs(ground, id);
  const plain = await measurePlain(ground, content);
  tell(`picture: layout, ${of}`, { ...ours, limits, cytoscapeAlone: plain }, holds(ours));
  const free = await measureFree(ground, id);
  tell(`picture: free layout, ${of}`, { ...free, limits }, holds(free));
}

const holds = ({ worker, longestGap }: Laid): boolean =>
  worker < limits.worker && longestGap <= limits.longestGap;

interface Laid {
  /** Milliseconds from the question until its answer is in the page. */
  worker: number;
  /** Until the picture has been painted by it. */
  shown: number;
  /** The longest that nothing else could happen in the page meanwhile, and the longest time between two frames. */
  longestGap: number;
  longestFrame: number;
}

/** The worst of several turns from one layered layout to the other and back. */
async function measureOurs(ground: Ground, id: string): Promise<Laid> {
  const page = await settled(ground, id, 'layout');
  const laid: Laid[] = [];
  for (let turn = 0; turn < turns; turn++)
    for (const name of ['Customers on top', 'Chain']) laid.push(await turnedTo(page, name));
  await page.close();
  return worstOf(laid);
}

/** The worst of several pages that ask for places for the first time. */
async function measureFree(ground: Ground, id: string): Promise<Laid> {
  const laid: Laid[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const page = await settled(ground, id, 'arrange');
    laid.push(await turnedTo(page, 'Free'));
    await page.close();
  }
  return worstOf(laid);
}

/** A page on which a map has come to rest, and one of whose workers is watched. */
async function settled(ground: Ground, id: string, worker: 'layout' | 'arrange'): Promise<Page> {
  const page = await newPage(ground);
  await page.addInitScript(watchLayout, worker);
  await page.goto(`${ground.url}/maps/${id}?fold=none`);
  await firstCard(page);
  // What the page fetches ahead comes after four seconds.
  await pause(6_000);
  return page;
}

async function turnedTo(page: Page, name: string): Promise<Laid> {
  await page.evaluate(beginBeat);
  await page.getByText(name, { exact: true }).click();
  await page.waitForFunction(() => (window as Watched).answeredAt !== undefined);
  await pause(700);
  const { longestGap, longestFrame } = await page.evaluate(endBeat);
  const times = await page.evaluate(() => {
    const { askedAt, answeredAt, paintedAt } = window as Watched;
    return { worker: answeredAt! - askedAt!, shown: paintedAt! - askedAt! };
  });
  return { ...times, longestGap, longestFrame };
}

function worstOf(laid: readonly Laid[]): Laid {
  const worst = (of: keyof Laid): number => Math.round(Math.max(...laid.map((one) => one[of])));
  return {
    worker: worst('worker'),
    shown: worst('shown'),
    longestGap: worst('longestGap'),
    longestFrame: worst('longestFrame'),
  };
}

async function measurePlain(
  ground: Ground,
  content: MapContent,
): Promise<{ page: number; longestGap: number }> {
  const page = await plainPage(ground, content);
  await pause(1_000);
  await page.evaluate(beginBeat);
  const milliseconds = await page.evaluate<number>(`(() => {
    const start = performance.now();
    cy.layout({ name: 'breadthfirst', directed: true, animate: false }).run();
    return performance.now() - start;
  })()`);
  await pause(700);
  const { longestGap } = await page.evaluate(endBeat);
  await page.close();
  return { page: Math.round(milliseconds), longestGap: Math.round(longestGap) };
}

type Watched = Window & {
  askedAt?: number | undefined;
  answeredAt?: number | undefined;
  paintedAt?: number;
  beat?: { longestGap: number; longestFrame: number; isOver: boolean };
};

/** Runs in the page: notes when the worker is asked for a layout, when it answers, and when the picture was painted. */
function watchLayout(worker: 'layout' | 'arrange'): void {
  const watched = window as Watched;
  window.Worker = class extends Worker {
    readonly #isWatched: boolean;
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.#isWatched = options?.name === worker;
      if (this.#isWatched) this.addEventListener('message', () => (watched.answeredAt = performance.now()));
    }
    override postMessage(message: unknown, given?: StructuredSerializeOptions | Transferable[]): void {
      if (this.#isWatched) [watched.askedAt, watched.answeredAt] = [performance.now(), undefined];
      super.postMessage(message, given as StructuredSerializeOptions);
    }
  };
  const context = CanvasRenderingContext2D.prototype;
  const plain = Object.getOwnPropertyDescriptor(context, 'clearRect')!;
  const { port1, port2 } = new MessageChannel();
  // Posted while a frame is made, it comes after it.
  port1.onmessage = () => (watched.paintedAt = performance.now());
  const value = function (this: CanvasRenderingContext2D, ...given: unknown[]): void {
    Reflect.apply(plain.value as () => void, this, given);
    if (this.canvas instanceof HTMLCanvasElement && this.canvas.dataset['layer'] === 'base')
      port2.postMessage('painted');
  };
  Object.defineProperty(context, 'clearRect', { ...plain, value });
}

/** Runs in the page: from here on, a message that the page sends itself again and again tells how long it is held up. */
function beginBeat(): void {
  const beat = { longestGap: 0, longestFrame: 0, isOver: false };
  (window as Watched).answeredAt = undefined;
  (window as Watched).beat = beat;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    beat.longestGap = Math.max(beat.longestGap, now - last);
    last = now;
    if (!beat.isOver) port2.postMessage('beat');
  };
  port2.postMessage('beat');
  let lastFrame = last;
  const frame = (): void => {
    const now = performance.now();
    beat.longestFrame = Math.max(beat.longestFrame, now - lastFrame);
    lastFrame = now;
    if (!beat.isOver) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

function endBeat(): { longestGap: number; longestFrame: number } {
  const beat = (window as Watched).beat!;
  beat.isOver = true;
  return { longestGap: beat.longestGap, longestFrame: beat.longestFrame };
}
