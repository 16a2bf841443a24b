import { describe, expect, test } from '@jest/globals';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { commitQueue } from './commit-queue.js';

const most = { commits: 3, weight: 100 };

/** A store that only notes which commits shared a transaction. */
function noting(fails: (batch: readonly string[]) => Error | undefined = () => undefined) {
  const batches: string[][] = [];
  const queue = commitQueue<string, string>(
    (map, commits) => {
      batches.push([...commits]);
      const failure = fails(commits);
      if (failure) return Promise.reject(failure);
      return Promise.resolve(
        commits.map((commit) =>
          commit.includes('wrong')
            ? { refusal: new DownstreamError('INPUT_INVALID') }
            : { answer: `${commit} on ${map}` },
        ),
      );
    },
    { weigh: (commit) => commit.length, most },
  );
  return { batches, queue };
}

describe('commits waiting for the same map', () => {
  test('do not wait where one is the first in its turn of the event loop', async () => {
    const { batches, queue } = noting();
    const answer = queue.commit('map', 'a');
    expect(batches).toEqual([['a']]);
    expect(await answer).toBe('a on map');
    await new Promise((resolve) => void setImmediate(resolve));
    void queue.commit('map', 'b');
    expect(batches).toEqual([['a'], ['b']]);
  });

  test('share a transaction, in their order, as many as one may hold, but for the first', async () => {
    const { batches, queue } = noting();
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((commit) => queue.commit('map', commit)));
    expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
    expect(answers).toEqual(['a on map', 'b on map', 'c on map', 'd on map', 'e on map']);
  });

  test('do not wait for a heavy one that came later, nor share with it', async () => {
    const { batches, queue } = noting();
    const heavy = 'x'.repeat(500);
    await Promise.all(['a', heavy, 'b'].map((commit) => queue.commit('map', commit)));
    expect(batches).toEqual([['a'], [heavy], ['b']]);
  });

  test('of different maps do not share', async () => {
    const { batches, queue } = noting();
    const commits = [
      ['one', 'a'],
      ['other', 'b'],
      ['one', 'c'],
      ['other', 'd'],
      ['one', 'e'],
    ] as const;
    await Promise.all(commits.map(([map, commit]) => queue.commit(map, commit)));
    expect(batches).toEqual([['a'], ['b'], ['c', 'e'], ['d']]);
  });

  test('are refused one by one', async () => {
    const { queue } = noting();
    const results = await Promise.allSettled(
      ['a', 'wrong', 'b'].map((commit) => queue.commit('map', commit)),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('are tried singly where the shared transaction breaks, so that only the one at fault fails', async () => {
    const { batches, queue } = noting((batch) => (batch.includes('b') ? new Error('A bug.') : undefined));
    const results = await Promise.allSettled(
      ['first', 'a', 'b', 'c'].map((commit) => queue.commit('map', commit)),
    );
    expect(batches).toEqual([['first'], ['a', 'b', 'c'], ['a'], ['b'], ['c']]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  test('all hear that the map is gone, without another try each', async () => {
    const { batches, queue } = noting(() => new DownstreamError('MAP_GONE'));
    const results = await Promise.allSettled(
      ['first', 'a', 'b'].map((commit) => queue.commit('map', commit)),
    );
    expect(batches).toEqual([['first'], ['a', 'b']]);
    const gone = { reason: { code: 'MAP_GONE' } };
    expect(results).toMatchObject([gone, gone, gone]);
  });

  test('are over when the queue says that it is idle', async () => {
    const { queue } = noting();
    let answered = 0;
    for (const commit of ['a', 'b', 'c', 'd']) void queue.commit('map', commit).then(() => answered++);
    await queue.idle();
    expect(answered).toBe(4);
  });
});
