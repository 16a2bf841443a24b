/** Lets one piece of work go at a time, in the order in which they came. */
export interface Turns {
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once everything that has come so far is over. */
  over(): Promise<void>;
}

export function turns(): Turns {
  let last: Promise<void> = Promise.resolve();
  let taken = 0;
  const done = () => {
    taken -= 1;
  };
  return {
    take(work) {
      taken += 1;
      const turn = taken === 1 ? work() : last.then(work);
      last = turn.then(done, done);
      return turn;
    },
    async over() {
      await last;
    },
  };
}

/** Shares turns: all work that has come by the time a turn begins goes together in it, and what comes later in the next. */
export function sharing(writing: Turns): <T>(work: () => Promise<T>) => Promise<T> {
  let waiting: (() => Promise<void>)[] = [];
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(() => work().then(resolve, reject));
      if (waiting.length > 1) return;
      void writing.take(async () => {
        // A turn may begin at once; what is asked for in the same breath is still in time.
        await Promise.resolve();
        const together = waiting;
        waiting = [];
        await Promise.all(together.map((one) => one()));
      });
    });
}
