import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LogEntry } from '@downstream/graph-schema/change';
import type { StoredItem } from '@downstream/graph-schema/item';
import { aLargeFile } from '../support/a-large-file.js';
import { runServer, type RunningServer } from '../support/run-server.js';

let server: RunningServer;
beforeAll(async () => {
  // Long enough for a hundred long ripples that wait for each other.
  server = await runServer({ environment: { RIPPLE_DEADLINE_MS: '300000' } });
});
afterAll(async () => {
  await server.stop();
});

async function send<T>(path: string, body?: unknown, type = 'application/json'): Promise<T> {
  const answer = await fetch(server.url + path, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const addTeam = (map: string, name: string, idempotencyKey: string) =>
  send<{ revision: number; entry: LogEntry }>(`/api/maps/${map}/commits`, {
    idempotencyKey,
    changes: [{ op: 'put', item: { type: 'party', id: name, kind: 'team', name }, expectedVersion: 0 }],
  });

const times = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, number) => make(number));

describe('many requests at once', () => {
  test('one commit sent 200 times has one effect, and 200 times the same answer', async () => {
    const { id: map } = await send<{ id: string }>('/api/maps', { name: 'Impatient' });
    const answers = await Promise.all(times(200, () => addTeam(map, 'Loaders', 'pressed again and again')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.revision).toBe(2);

    const { revision, items } = await send<{ revision: number; items: StoredItem[] }>(`/api/maps/${map}`);
    expect(revision).toBe(2);
    expect(items.filter(({ item }) => item.type === 'party')).toHaveLength(1);
    const { entries } = await send<{ entries: LogEntry[] }>(`/api/maps/${map}/changes?since=1`);
    expect(entries).toEqual([answers[0]!.entry]);
  });

  test('200 commits by 200 people are 200 revisions, each of them somebody’s', async () => {
    const { id: map } = await send<{ id: string }>('/api/maps', { name: 'Crowded' });
    const answers = await Promise.all(
      times(200, (number) => addTeam(map, `Team ${number}`, `key ${number}`)),
    );
    const revisions = answers.map(({ revision }) => revision).sort((a, b) => a - b);
    expect(revisions).toEqual(times(200, (number) => number + 2));
  });

  test('a commit, a short ripple and a health check pass a hundred long ripples', async () => {
    const { id: map } = await send<{ id: string }>('/api/map-files', aLargeFile(600), 'application/yaml');
    const answered: string[] = [];
    const noting = async (name: string, answer: Promise<unknown>) => {
      await answer;
      answered.push(name);
    };
    const defect = { disruptions: [{ party: 'Team 1', kind: 'defect' }], worlds: 20_000 };
    const delay = { disruptions: [{ party: 'Team 1', kind: 'delay', minutes: 30 }] };
    const long = times(100, () => noting('long ripple', send(`/api/maps/${map}/ripple`, defect)));
    const quick = [
      noting('commit', addTeam(map, 'Newcomers', 'in between')),
      noting('short ripple', send(`/api/maps/${map}/ripple`, delay)),
      noting('health', fetch(`${server.url}/healthz`)),
      noting('readiness', fetch(`${server.url}/readyz`)),
    ];
    await Promise.all([...long, ...quick]);
    // Not one of them had to wait until the long ones were done; most of these were still to come.
    const before = answered.slice(0, 50);
    expect(before).toEqual(expect.arrayContaining(['commit', 'short ripple', 'health', 'readiness']));
  });
});
