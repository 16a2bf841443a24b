/**
 * A room of 500 on one map: how long after a commit's acknowledgement each stream has its entry, in milliseconds, and
 * what the server then holds in memory; and the same for a stream at a second server on the same Neo4j.
 */
import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { tell } from './measure.js';
import { neo4jForBench } from './neo4j.js';
import { startServer, type RunningServer } from './running-server.js';

const phones = 500;
const commits = 40;

async function post<T>(url: string, body: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const newMap = async ({ url }: RunningServer): Promise<string> =>
  (await post<{ id: string }>(`${url}/api/maps`, { name: 'Room' })).id;

const commit = ({ url }: RunningServer, map: string, number: number) =>
  post<{ revision: number }>(`${url}/api/maps/${map}/commits`, {
    idempotencyKey: `bench ${number}`,
    changes: [{ op: 'patch', type: 'map', id: map, fields: { mission: `Mission ${number}` } }],
  });

/** Opens a stream; `heard` is told each revision whose entry has come, and when. Gives how to leave. */
async function listen(
  { url }: RunningServer,
  map: string,
  heard: (revision: number, at: number) => void,
): Promise<() => void> {
  const request = get(`${url}/api/maps/${map}/stream`, { agent: false });
  const [answer] = (await once(request, 'response')) as [NodeJS.ReadableStream];
  let text = '';
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    const at = performance.now();
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop()!;
    for (const event of events) {
      for (const [, revision] of event.matchAll(/"revision":(\d+)/g)) heard(Number(revision), at);
    }
  });
  // It is cut off at the end, by whoever leaves.
  answer.on('error', () => undefined);
  return () => request.destroy();
}

/** Commits through `writer` while so many listen at `reader`; gives every wait in milliseconds, and the reader's size. */
async function waitsOf(writer: RunningServer, reader: RunningServer, listeners: number) {
  const map = await newMap(writer);
  const sent = new Map<number, number>();
  const times: { revision: number; at: number }[] = [];
  const leave: (() => void)[] = [];
  for (let opened = 0; opened < listeners; opened++) {
    leave.push(await listen(reader, map, (revision, at) => times.push({ revision, at })));
  }
  for (let number = 1; number <= commits; number++) {
    const { revision } = await commit(writer, map, number);
    sent.set(revision, performance.now());
    const expected = number * listeners;
    while (times.length < expected) await pause(1);
  }
  const megabytes = reader.megabytes();
  for (const each of leave) each();
  // The entry may be faster than the acknowledgement.
  const waits = times.map(({ revision, at }) => Math.max(0, at - sent.get(revision)!)).sort((a, b) => a - b);
  const at = (part: number) => Math.round(waits[Math.floor(waits.length * part)]! * 10) / 10;
  return {
    p50: at(0.5),
    p99: at(0.99),
    longest: Math.round(waits.at(-1)!),
    megabytes: Math.round(megabytes),
  };
}

export async function benchLive(): Promise<void> {
  const server = await startServer();
  const room = await waitsOf(server, server, phones);
  await server.stop();
  tell(
    `a commit in ${phones} streams, milliseconds after it was acknowledged`,
    { ...room, limitOfP99: 250 },
    room.p99 < 250,
  );
}

export async function benchLiveAcrossServers(): Promise<void> {
  const neo4j = await neo4jForBench();
  const store = { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
  const [one, other] = [await startServer({ store }), await startServer({ store })];
  const across = await waitsOf(one, other, 20);
  await one.stop();
  await other.stop();
  await neo4j.stop();
  tell(
    'a commit in the streams of a second server, milliseconds after it was acknowledged',
    { ...across, limit: 1_000 },
    across.longest < 1_000,
  );
}
