import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Commit, LogEntry } from '@downstream/graph-schema/change';
import type { StoredItem } from '@downstream/graph-schema/item';
import { describeWithNeo4j } from '../support/neo4j.js';
import { runServer, temporaryFolder, type RunningServer, type ServerOptions } from '../support/run-server.js';

const kills = 50;
const writers = 6;
/** Parties that each commit puts: all of them are there, or none. */
const together = 4;

/** Each server starts from nothing within seconds even while other tests have the machine. */
const patience = 300_000;

async function send<T>(server: RunningServer, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${server.url}${path}`, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { origin: server.url, 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

const commitOf = (mark: string): Commit => ({
  idempotencyKey: mark,
  changes: Array.from({ length: together }, (_, number) => ({
    op: 'put',
    item: { type: 'party', id: `${mark} ${number}`, kind: 'team', name: mark },
    expectedVersion: 0,
  })),
});

/** Writes until the server dies; notes what was sent, and what was acknowledged with which revision. */
async function write(
  server: RunningServer,
  map: string,
  sent: Set<string>,
  kept: Map<string, number>,
  first: () => void,
) {
  for (;;) {
    const mark = randomUUID();
    sent.add(mark);
    try {
      const { revision } = await send<{ revision: number }>(
        server,
        `/api/maps/${map}/commits`,
        commitOf(mark),
      );
      kept.set(mark, revision);
      first();
    } catch {
      return;
    }
  }
}

/** What the map holds: how many parties of each mark, and that items and log tell the same story. */
async function marksOn(server: RunningServer, map: string, since: number) {
  const { revision, items } = await send<{ revision: number; items: StoredItem[] }>(
    server,
    `/api/maps/${map}`,
  );
  const { entries } = await send<{ entries: LogEntry[] }>(server, `/api/maps/${map}/changes?since=${since}`);
  const marks = new Map<string, { parties: number; version: number }>();
  for (const { item, version } of items) {
    if (item.type !== 'party') continue;
    marks.set(item.name, { parties: (marks.get(item.name)?.parties ?? 0) + 1, version });
  }
  return { revision, marks, entries };
}

async function killOverAndOver(options: ServerOptions): Promise<void> {
  let server = await runServer(options);
  try {
    let map = '';
    for (let kill = 1; kill <= kills; kill++) {
      // A map each ten kills, so that reading it back stays short.
      if (kill % 10 === 1)
        ({ id: map } = await send<{ id: string }>(server, '/api/maps', { name: 'Under fire' }));
      const before = await marksOn(server, map, 0);
      const sent = new Set<string>();
      const kept = new Map<string, number>();
      const acknowledged = new Promise<void>((resolve) => {
        for (let writer = 0; writer < writers; writer++) void write(server, map, sent, kept, resolve);
      });
      await acknowledged;
      await pause(Math.random() * 200);
      await server.stop('SIGKILL');

      server = await runServer(options);
      const after = await marksOn(server, map, before.revision);
      for (const [mark, version] of kept) {
        expect({ kill, mark, ...after.marks.get(mark) }).toEqual({ kill, mark, parties: together, version });
      }
      for (const [mark, { parties }] of after.marks) {
        expect({ kill, mark, parties }).toEqual({ kill, mark, parties: together });
        expect(before.marks.has(mark) || sent.has(mark)).toBe(true);
      }
      expect(after.entries.map(({ revision }) => revision)).toEqual(
        Array.from({ length: after.revision - before.revision }, (_, index) => before.revision + 1 + index),
      );
      expect(after.marks.size - before.marks.size).toBe(after.entries.length);
    }
  } finally {
    await server.stop('SIGKILL');
  }
}

describe('a server that is killed while people write', () => {
  test(
    `loses nothing it acknowledged and keeps no half commit: ${kills} times on the embedded store`,
    async () => {
      const data = await temporaryFolder();
      try {
        await killOverAndOver({ data });
      } finally {
        await rm(data, { recursive: true, force: true });
      }
    },
    patience,
  );
});

describeWithNeo4j('a server on Neo4j that is killed while people write', (neo4j) => {
  test(
    `loses nothing it acknowledged and keeps no half commit: ${kills} times`,
    () => killOverAndOver({ neo4j }),
    patience,
  );
});
