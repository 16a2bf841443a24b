import type { Viewer } from '@downstream/graph-schema/audience';
import type { RippleRequest } from '@downstream/graph-schema/disruption';
import { contentOf } from '@downstream/graph-schema/map-content';
import type { RippleReport } from '@downstream/graph-schema/ripple-report';
import type { Metrics } from '../metrics.js';
import { readingTogether } from '../store/read-together.js';
import type { Store } from '../store/store.js';
import { steadyNow } from '../workers/steady-clock.js';
import type { SharedContent } from '../workers/tasks.js';
import type { WholeMapAnswers, WholeMapAsk, WholeMapQuestions } from '../workers/whole-map-question.js';
import type { Where, Workers } from '../workers/workers.js';
import { recentlyUsed } from '../recently-used.js';
import { shareContent } from './share-content.js';

export interface Engine {
  /**
   * What these disruptions do on the map as the viewer may read it, and the revision it is of. ENGINE_TIMEOUT, also
   * where `gone` is aborted: nobody waits for the answer then.
   */
  ripple(
    map: string,
    viewer: Viewer,
    request: RippleRequest,
    gone?: AbortSignal,
  ): Promise<{ revision: number; report: RippleReport }>;
  /** What is asked about the whole map, as the viewer may read it. ENGINE_TIMEOUT, UNKNOWN_PARTY, INPUT_INVALID. */
  wholeMap<Ask extends WholeMapAsk>(
    map: string,
    viewer: Viewer,
    ask: Ask,
    asked: WholeMapQuestions[Ask],
    gone?: AbortSignal,
  ): Promise<{ revision: number; report: WholeMapAnswers[Ask] }>;
}

interface Loaded {
  key: string;
  revision: number;
  links: number;
  content: SharedContent;
}

/** Steps that take some milliseconds; more are long work. A step is a link, in each world. */
const shortSteps = 500_000;
/** Links up to which a map is compiled where requests are answered. */
const linksHere = 2_000;

/** Answers what is small at once, what is large on another thread, and nothing longer than its deadline. */
export function createEngine(parts: {
  store: Store;
  workers: Workers;
  metrics: Metrics;
  /** How long the engine may work on one answer. */
  deadlineMs: { ripple: number; wholeMap: number };
}): Engine {
  const { store, workers, metrics, deadlineMs } = parts;
  const load = readingTogether({
    store,
    kept: recentlyUsed<Loaded>(16),
    async read(sight, map, viewer) {
      const { revision, items } = await store.loadMap(map, viewer);
      const content = contentOf(items.map(({ item }) => item));
      return {
        key: `${revision} ${sight}`,
        revision,
        links: content.links.length,
        content: await shareContent(content),
      };
    },
  });

  /** The engine's own time is limited, not the store's: a map that was slow to load would never be answered. */
  async function inTime<T>(
    milliseconds: number,
    where: Where,
    work: (deadline: number) => Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    const answer = await work(steadyNow() + milliseconds);
    metrics.ripple(where, (performance.now() - started) / 1000);
    return answer;
  }

  return {
    async ripple(map, viewer, request, gone) {
      const { key, revision, links, content } = await load(map, viewer);
      const where = whereToWork(links, request);
      const report = await inTime(deadlineMs.ripple, where, (deadline) =>
        workers.ripple({ key, content, request, deadline, stop: stopFlag(gone) }, where),
      );
      return { revision, report };
    },
    async wholeMap(map, viewer, ask, asked, gone) {
      const { key, revision, links, content } = await load(map, viewer);
      const isShort = ask === 'findings' || ask === 'gateways';
      const where = !isShort ? 'thread for whole maps' : links <= linksHere ? 'here' : 'thread';
      const report = await inTime(deadlineMs.wholeMap, where, (deadline) =>
        workers.wholeMap({ key, content, ask, asked, deadline, stop: stopFlag(gone) }, where),
      );
      return { revision, report };
    },
  };
}

/** A word of memory that a busy thread can look at: 1 once nobody waits for its answer. */
function stopFlag(gone: AbortSignal | undefined): Int32Array<SharedArrayBuffer> {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const raise = (): void => {
    Atomics.store(flag, 0, 1);
  };
  if (gone?.aborted) raise();
  else gone?.addEventListener('abort', raise, { once: true });
  return flag;
}

function whereToWork(links: number, { disruptions, worlds }: RippleRequest): Where {
  const steps = links * (disruptions.some(({ kind }) => kind === 'defect') ? worlds : 1);
  if (steps > shortSteps) return 'thread for long work';
  return links <= linksHere ? 'here' : 'thread';
}
