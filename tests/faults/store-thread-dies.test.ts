import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Change, Commit, LogEntry } from '@downstream/graph-schema/change';
import { runServer, type RunningServer } from '../support/run-server.js';

const deaths = 12;
/** Changes in a commit: so many that it is written on the store's thread, and so few that the server writes it itself. */
const sizes = [60, 1];

/** Runs in the server before its own code: at the signal, its threads come upon an error that nobody catches. */
const killer = `
  import { isMainThread } from 'node:worker_threads';
  const death = new BroadcastChannel('death');
  if (isMainThread) process.on('SIGWINCH', () => death.postMessage('now'));
  else death.onmessage = () => { throw new Error('an error that nobody foresaw'); };
  death.unref();
`;

const commitOf = (mark: string, changes: number): Commit => ({
  idempotencyKey: mark,
  changes: Array.from({ length: changes }, (_, place): Change => ({
    op: 'put',
    item: { type: 'party', id: `${mark} ${place}`, kind: 'team', name: mark },
    expectedVersion: 0,
  })),
});

const call = (server: RunningServer, path: string, body?: unknown): Promise<Response> =>
  fetch(server.url + path, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });

/** Asks until the store answers, as a browser does; every refusal on the way says that it does not. */
async function untilAnswered<T>(server: RunningServer, path: string, body?: unknown): Promise<T> {
  for (;;) {
    const response = await call(server, path, body);
    const answer = (await response.json()) as object;
    if (response.ok) return answer as T;
    expect(answer).toMatchObject({ status: 503, code: 'STORE_UNAVAILABLE' });
  }
}

test('a store whose thread dies goes on with another, and nothing acknowledged is lost', async () => {
  const server = await runServer({
    environment: {
      LOG_LEVEL: 'error',
      MAX_PARTIES: '1000000',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(killer)}`,
    },
  });
  try {
    const { id } = await untilAnswered<{ id: string }>(server, '/api/maps', { name: 'Under fire' });
    const acknowledged = new Map<string, { revision: number; changes: number }>();
    let isOver = false;
    const writing = sizes.map(async (changes) => {
      while (!isOver) {
        const mark = randomUUID();
        const path = `/api/maps/${id}/commits`;
        const { revision } = await untilAnswered<{ revision: number }>(server, path, commitOf(mark, changes));
        acknowledged.set(mark, { revision, changes });
      }
    });
    for (let death = 0; death < deaths; death++) {
      const before = acknowledged.size;
      while (acknowledged.size < before + 4) await Promise.race([pause(5), ...writing]);
      process.kill(server.pid, 'SIGWINCH');
    }
    isOver = true;
    await Promise.all(writing);

    const { entries } = await untilAnswered<{ entries: LogEntry[] }>(
      server,
      `/api/maps/${id}/changes?since=1`,
    );
    const kept = entries.map(({ revision, changes }) => ({
      revision,
      changes: changes.length,
      mark: changes[0]!.id.replace(/ \d+$/, ''),
    }));
    const sent = [...acknowledged].map(([mark, at]) => ({ mark, ...at }));
    expect(kept).toEqual(sent.sort((a, b) => a.revision - b.revision));
    expect(server.printed()).toContain("the store's thread died");
    expect(server.printed()).toContain('an error that nobody foresaw');
    expect(await server.stop()).toBe(0);
  } finally {
    await server.stop('SIGKILL');
  }
});
