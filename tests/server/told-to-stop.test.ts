import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { aLargeFile } from '../support/a-large-file.js';
import { readStream, type ReadStream } from '../support/read-stream.js';
import { runServer, temporaryFolder, type RunningServer } from '../support/run-server.js';

const root = join(import.meta.dirname, '..', '..');

async function largeMap({ url }: { url: string }): Promise<string> {
  const answer = await fetch(`${url}/api/map-files`, {
    method: 'POST',
    headers: { 'content-type': 'application/yaml' },
    body: aLargeFile(600),
  });
  return ((await answer.json()) as { id: string }).id;
}

async function openStreams(server: RunningServer, map: string, count: number): Promise<ReadStream[]> {
  const streams = await Promise.all(
    Array.from({ length: count }, () => readStream(`${server.url}/api/maps/${map}/stream`)),
  );
  for (const stream of streams) await stream.next();
  return streams;
}

/** Asks for a ripple that takes this many worlds, and resolves once it is being computed on its thread. */
async function slowRipple(server: RunningServer, map: string, worlds: number) {
  const body = JSON.stringify({ disruptions: [{ party: 'Team 1', kind: 'defect' }], worlds });
  const headers = { 'content-type': 'application/json' };
  const answer = fetch(`${server.url}/api/maps/${map}/ripple`, { method: 'POST', headers, body });
  // What becomes of it is for the test to say.
  answer.catch(() => undefined);
  // A short ripple of the same map, sent after it, has passed it.
  const short = JSON.stringify({ disruptions: [{ party: 'Team 1', kind: 'delay', minutes: 5 }] });
  await fetch(`${server.url}/api/maps/${map}/ripple`, { method: 'POST', headers, body: short });
  return { answer };
}

describe('a server that is told to stop while it has 100 streams and a long ripple', () => {
  test('answers the ripple, ends the streams, and ends without a complaint', async () => {
    const server = await runServer({
      environment: { RIPPLE_DEADLINE_MS: '120000', SHUTDOWN_GRACE_MS: '120000' },
    });
    const said = server.printed().length;
    const map = await largeMap(server);
    const streams = await openStreams(server, map, 100);
    const { answer } = await slowRipple(server, map, 100_000);

    // Told twice at once, as by a terminal and by npm: one order.
    process.kill(server.pid, 'SIGTERM');
    const code = server.stop();

    for (const stream of streams) expect(await stream.next()).toBeUndefined();
    expect((await answer).status).toBe(200);
    expect(await code).toBe(0);
    expect(errorsIn(server.printed().slice(said))).toEqual([]);
  });

  test('leaves a ripple alone that would take longer than its grace', async () => {
    const server = await runServer({
      environment: { RIPPLE_DEADLINE_MS: '600000', SHUTDOWN_GRACE_MS: '50' },
    });
    const said = server.printed().length;
    const map = await largeMap(server);
    const streams = await openStreams(server, map, 100);
    const { answer } = await slowRipple(server, map, 1_000_000);

    const code = server.stop();

    for (const stream of streams) expect(await stream.next()).toBeUndefined();
    await expect(answer).rejects.toThrow('fetch failed');
    expect(await code).toBe(0);
    expect(errorsIn(server.printed().slice(said))).toEqual([]);
  });
});

test('Ctrl+C under npm start, which reaches the server twice, is one order to stop', async () => {
  const data = await temporaryFolder();
  // In a process group of its own, as in a terminal; Ctrl+C signals the whole group, and npm passes it on again.
  const npm = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      DOWNSTREAM_DATA: data,
      NEO4J_URI: '',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(npm, 'close');
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const output of [npm.stdout, npm.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const address = /Downstream is at (\S+)/.exec(printed)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    npm.once('exit', () => reject(new Error(`npm start ended:\n${printed}`)));
  });
  const server = { url, pid: 0, printed: () => printed, stop: () => Promise.resolve(0) };
  const map = await largeMap(server);
  const { answer } = await slowRipple(server, map, 50_000);

  process.kill(-npm.pid!, 'SIGINT');

  expect((await answer).status).toBe(200);
  await ended;
  expect(printed).not.toContain('second SIGINT');
  await rm(data, { recursive: true });
});

/** Lines that are no JSON of the log, or one of level error. */
function errorsIn(printed: string): string[] {
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .filter((line) => !line.startsWith('{') || (JSON.parse(line) as { level: number }).level >= 50);
}
