import { DownstreamError } from '@downstream/graph-schema/problem';

/** What became of one of several commits that shared a transaction. */
export type Outcome<A> = { answer: A } | { refusal: DownstreamError };

/**
 * Group commit: commits waiting for the same map share one transaction, in the order in which they came, and so one
 * wait for the disk. `run` carries out a batch in one transaction, with an outcome for each; where it fails as a whole
 * for an unforeseen reason, each commit of the batch is tried again by itself, so that none pays for another.
 */
export function commitQueue<C, A>(
  run: (map: string, commits: readonly C[]) => Promise<Outcome<A>[]>,
  { weigh, most }: { weigh: (commit: C) => number; most: { commits: number; weight: number } },
): { commit(map: string, commit: C): Promise<A>; idle(): Promise<void> } {
  interface Waiting {
    commit: C;
    resolve: (answer: A) => void;
    reject: (reason: unknown) => void;
  }
  const queues = new Map<string, { waiting: Waiting[]; done: Promise<void> }>();

  /** Maps that had a commit in this turn of the event loop. */
  const inThisTurn = new Set<string>();

  /** The first commit of a turn goes at once; others that arrive in the same turn are a crowd, and wait for its end. */
  async function work(map: string, waiting: Waiting[]) {
    while (waiting.length > 0) {
      if (inThisTurn.has(map)) await endOfTurn();
      else {
        inThisTurn.add(map);
        setImmediate(() => inThisTurn.delete(map));
      }
      await carryOut(map, waiting.splice(0, sizeOfNextBatch(waiting)));
    }
    queues.delete(map);
  }

  /** At least one commit, however heavy; then as many as stay within both bounds. */
  function sizeOfNextBatch(queue: readonly Waiting[]): number {
    let weight = 0;
    const end = queue.findIndex(({ commit }, position) => {
      weight += weigh(commit);
      return position > 0 && (position >= most.commits || weight > most.weight);
    });
    return end === -1 ? queue.length : end;
  }

  async function carryOut(map: string, batch: readonly Waiting[]) {
    try {
      const outcomes = await run(
        map,
        batch.map(({ commit }) => commit),
      );
      batch.forEach(({ resolve, reject }, position) => {
        const outcome = outcomes[position]!;
        if ('answer' in outcome) resolve(outcome.answer);
        else reject(outcome.refusal);
      });
    } catch (failure) {
      const foreseen = failure instanceof DownstreamError;
      if (foreseen || batch.length === 1) for (const { reject } of batch) reject(failure);
      else for (const single of batch) await carryOut(map, [single]);
    }
  }

  return {
    commit: (map, commit) =>
      new Promise((resolve, reject) => {
        const waiting = { commit, resolve, reject };
        const queue = queues.get(map);
        if (queue) {
          queue.waiting.push(waiting);
          return;
        }
        const started = [waiting];
        queues.set(map, { waiting: started, done: work(map, started) });
      }),
    async idle() {
      await Promise.all([...queues.values()].map(({ done }) => done));
    },
  };
}

const endOfTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
