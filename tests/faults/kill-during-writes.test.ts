import { describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Change, Commit, LogEntry } from '@downstream/graph-schema/change';
import type { StoredItem } from '@downstream/graph-schema/item';
import { describeWithNeo4j } from '../support/neo4j.js';
import { runServer, temporaryFolder, type RunningServer, type ServerOptions } from '../support/run-server.js';

const kills = 50;
const writers = 6;
/** Kills that one map goes through, so that reading it back stays short. */
const killsAMap = 5;
/** A commit of these tests puts a chain of so many parties and the links between them: all is there, or nothing. */
const partiesTogether = 3;
const itemsTogether = 2 * partiesTogether - 1;

/** No assertion, only an end to waiting: each server starts from nothing even while other tests have the machine. */
const patience = 600_000;

/** Milliseconds from the first acknowledged commit to each kill: random, and the same in every run. */
const momentOf = (kill: number): number =>
  (createHash('sha256').update(`kill ${kill}`).digest().readUInt32BE() / 2 ** 32) * 200;

function commitOf(mark: string): Commit {
  const id = (place: number) => `${mark} ${place}`;
  const places = Array.from({ length: partiesTogether }, (_, place) => place);
  const parties = places.map((place): Change => ({
    op: 'put',
    item: { type: 'party', id: id(place), kind: 'team', name: mark },
    expectedVersion: 0,
  }));
  const links = places.slice(1).map((place): Change => ({
    op: 'put',
    item: {
      type: 'link',
      id: id(place),
      provider: id(place - 1),
      customer: id(place),
      output: mark,
      handshake: 'declared',
    },
    expectedVersion: 0,
  }));
  return { idempotencyKey: mark, changes: [...parties, ...links] };
}

async function send<T>(server: RunningServer, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${server.url}${path}`, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

const commit = (server: RunningServer, map: string, mark: string): Promise<{ revision: number }> =>
  send(server, `/api/maps/${map}/commits`, commitOf(mark));

/** What was sent to a server: by mark the revision that acknowledged it, undefined where no answer came. */
type Sent = Map<string, number | undefined>;

/** Writes until the server is gone. What it answers meanwhile must be an acknowledgement. */
async function write(server: RunningServer, map: string, sent: Sent, acknowledged: () => void) {
  for (;;) {
    const mark = randomUUID();
    sent.set(mark, undefined);
    try {
      sent.set(mark, (await commit(server, map, mark)).revision);
    } catch (error) {
      // How `fetch` tells of a connection that is refused or cut.
      if ((error as Error).name === 'TypeError') return;
      throw error;
    }
    acknowledged();
  }
}

interface Kept {
  revision: number;
  /** By mark: how many items there are of its commit, and the revisions that wrote them. */
  marks: Map<string, { items: number; revisions: number[] }>;
  /** By revision: the mark of the log entry there. */
  log: Map<number, string | undefined>;
}

const markOf = (itemId: string): string => itemId.slice(0, itemId.lastIndexOf(' '));

/** What a map holds, by its items and by its log. */
async function whatIsKept(server: RunningServer, map: string): Promise<Kept> {
  const { revision, items } = await send<{ revision: number; items: StoredItem[] }>(
    server,
    `/api/maps/${map}`,
  );
  const { entries } = await send<{ entries: LogEntry[] }>(server, `/api/maps/${map}/changes?since=0`);
  const marks: Kept['marks'] = new Map();
  for (const { item, version } of items) {
    if (item.type === 'map') continue;
    const kept = marks.get(markOf(item.id)) ?? { items: 0, revisions: [] };
    marks.set(markOf(item.id), {
      items: kept.items + 1,
      revisions: [...new Set([...kept.revisions, version])],
    });
  }
  const log = new Map(
    entries.map(({ revision: at, changes }) => {
      const { type, id } = changes[0]!;
      return [at, type === 'map' ? undefined : markOf(id)];
    }),
  );
  return { revision, marks, log };
}

/** Nothing acknowledged is missing, nothing is there by half or unasked, and log and items tell the same story. */
function expectWhole({ revision, marks, log }: Kept, sent: Sent, killed: { kill: number }) {
  for (const [mark, acknowledged] of sent) {
    if (acknowledged === undefined) continue;
    const whole = { items: itemsTogether, revisions: [acknowledged] };
    expect({ ...killed, mark, ...marks.get(mark) }).toEqual({ ...killed, mark, ...whole });
  }
  for (const [mark, { items, revisions }] of marks) {
    expect({ ...killed, mark, items }).toEqual({ ...killed, mark, items: itemsTogether });
    expect(revisions.map((at) => log.get(at))).toEqual([mark]);
    expect(sent.has(mark)).toBe(true);
  }
  expect([...log.keys()]).toEqual(Array.from({ length: revision }, (_, index) => index + 1));
  expect(log.size).toBe(marks.size + 1);
}

async function killOverAndOver(options: ServerOptions): Promise<void> {
  const environment = { LOG_LEVEL: 'warn', MAX_PARTIES: '1000000', MAX_LINKS: '1000000' };
  const start = () => runServer({ ...options, environment });
  let server = await start();
  try {
    let map = '';
    let sent: Sent = new Map();
    for (let kill = 1; kill <= kills; kill++) {
      if (kill % killsAMap === 1) {
        ({ id: map } = await send<{ id: string }>(server, '/api/maps', { name: 'Under fire' }));
        sent = new Map();
      }
      let writing: Promise<unknown> = Promise.resolve();
      await new Promise<void>((acknowledged, failed) => {
        writing = Promise.all(Array.from({ length: writers }, () => write(server, map, sent, acknowledged)));
        writing.catch(failed);
      });
      await pause(momentOf(kill));
      await server.stop('SIGKILL');
      await writing;

      server = await start();
      expect(server.printed()).toBe(`Downstream is at ${server.url}\n`);
      expectWhole(await whatIsKept(server, map), sent, { kill });

      // Whoever got no answer asks again, as a browser does: each commit is then there, once.
      for (const [mark, acknowledged] of sent) {
        if (acknowledged === undefined) sent.set(mark, (await commit(server, map, mark)).revision);
      }
      if (kill % killsAMap === 0) expectWhole(await whatIsKept(server, map), sent, { kill });
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
