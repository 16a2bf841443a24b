import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '..', '..', 'server', 'bin', 'downstream.js');

export interface RunningServer {
  url: string;
  pid: number;
  /** Resident memory in megabytes: of the largest of its processes, where it runs in more than one. */
  megabytes(): number;
  stop(): Promise<void>;
}

export interface ServerChoice {
  /** Settings of the store; without any the store is an embedded one of its own, and gone with the server. */
  store?: Record<string, string>;
  /** Another way to start it than the program in this repository, and from where. */
  command?: readonly [string, ...string[]];
  cwd?: string;
}

/** Starts the server as a process of its own at a free port, and waits until it says that it listens. */
export async function startServer({
  store,
  command = [process.execPath, program, 'start'],
  cwd = tmpdir(),
}: ServerChoice = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'downstream-bench-'));
  const [name, ...given] = command;
  const { PATH, HOME } = process.env;
  const server = spawn(name, given, {
    cwd,
    env: {
      PATH,
      HOME,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...(store ?? { DOWNSTREAM_DATA: folder }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A bench that fails takes its server along.
  process.once('exit', () => server.kill());
  const pid = server.pid!;
  const ended = once(server, 'exit');
  let said = '';
  for await (const text of server.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += String(text);
    const url = /Downstream is at (\S+)/.exec(said)?.[1];
    if (url === undefined) continue;
    server.stdout.resume();
    return {
      url,
      pid,
      megabytes: () => Math.max(...withChildren(pid).map(residentMegabytes)),
      stop: async () => {
        if (server.exitCode === null && server.signalCode === null)
          for (const each of withChildren(pid).reverse()) process.kill(each, 'SIGTERM');
        await ended;
        rmSync(folder, { recursive: true });
      },
    };
  }
  throw new Error(`The server ended before it listened. It said: ${said}`);
}

const withChildren = (pid: number): number[] => [
  pid,
  ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .flatMap((child) => withChildren(Number(child))),
];

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  // npm, which only waits, is not the server.
  return status.includes('Name:\tnode') ? Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024 : 0;
}
