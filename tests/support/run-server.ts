import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Neo4jForTests } from './neo4j.js';

const folder = join(import.meta.dirname, '..', '..', 'server');

/**
 * The first start of a test file builds what is stale, as `npm start` does; later ones run that same build, so that
 * no server of a test is of other code than the one before it.
 */
let program = join(folder, 'bin', 'downstream.js');

/** How long a server may take until it answers /readyz, in milliseconds: long, since two cores run all tests. */
const patience = 60_000;

export interface RunningServer {
  /** Its address without a slash at the end, such as http://127.0.0.1:4400. */
  url: string;
  pid: number;
  /** What it has printed so far, both streams. */
  printed(): string;
  /**
   * Ends it as an operator would (SIGTERM, the default), or as a power cut would (SIGKILL), and waits; gives its exit
   * code, null where a signal ended it.
   */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export interface ServerOptions {
  /** The embedded store's folder; the caller removes it. Without it and without `neo4j`, one of its own. */
  data?: string;
  neo4j?: Neo4jForTests;
  /** More environment variables, by the words of docs/operating.md. */
  environment?: Record<string, string>;
}

/** Starts the built server as its own process on a free port of 127.0.0.1; resolves once it is ready. */
export async function runServer({ data, neo4j, environment }: ServerOptions = {}): Promise<RunningServer> {
  const ownData = data === undefined ? await temporaryFolder() : undefined;
  const port = environment?.['PORT'] ?? (await freePort());
  const server = spawn(process.execPath, [program, 'start'], {
    // A folder without a .env file, so that nobody's own settings reach a test.
    cwd: tmpdir(),
    env: {
      PATH: process.env['PATH'],
      HOST: '127.0.0.1',
      PORT: `${port}`,
      DOWNSTREAM_DATA: data ?? ownData,
      ...(neo4j && { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password }),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const exit = once(server, 'exit');
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;

  const running: RunningServer = {
    url: `http://127.0.0.1:${port}`,
    pid: server.pid ?? 0,
    printed: () => printed,
    stop: async (signal = 'SIGTERM') => {
      server.kill(signal);
      await exit;
      if (ownData !== undefined) await rm(ownData, { recursive: true, force: true });
      return server.exitCode;
    },
  };

  const deadline = Date.now() + patience;
  while (!(await isReady(running.url))) {
    if (hasEnded() || Date.now() > deadline) {
      const failed = hasEnded() ? 'ended before it was' : 'did not become';
      await running.stop('SIGKILL');
      throw new Error(`The server ${failed} ready. It printed:\n${printed}`);
    }
    await pause(20);
  }
  program = join(folder, 'dist', 'command-line', 'main.js');
  return running;
}

/** A new empty folder, which the caller removes. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'downstream-'));

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
