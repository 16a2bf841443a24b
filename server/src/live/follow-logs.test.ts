import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { followLogs, type Reader } from './follow-logs.js';

/** Maps at a revision; each question about them is answered only when the test says so. */
function maps(revisions: Record<string, number | 'gone'>) {
  const waiting: (() => void)[] = [];
  return {
    answerNext: () => waiting.shift()!(),
    store: {
      latestRevisions: async (asked: readonly string[]) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return new Map(asked.flatMap((map) => (map in revisions ? [[map, revisions[map]!] as const] : [])));
      },
      listAccess: () => Promise.resolve([]),
      logSince: () => Promise.resolve({ revision: 0, entries: [] }),
    },
  };
}

const reader = (ended: string[], name: string): Reader => ({
  viewer: 'server',
  access: null,
  byHostLink: false,
  send: () => undefined,
  end: (why) => ended.push(`${name}: ${why}`),
});

test('whoever begins to watch while maps are being looked at is not told that theirs is gone', async () => {
  const { store, answerNext } = maps({ first: 1, second: 1, deleted: 'gone' });
  const follower = followLogs({ store, log: pino({ enabled: false }), everyMs: 60_000 });
  const ended: string[] = [];
  follower.watch('first', reader(ended, 'first'), 1);
  follower.watch('second', reader(ended, 'second'), 1);
  answerNext();
  await new Promise(setImmediate);
  expect(ended).toEqual([]);

  follower.watch('deleted', reader(ended, 'deleted'), 1);
  answerNext();
  await new Promise(setImmediate);
  expect(ended).toEqual(['deleted: gone']);
  follower.close();
});
