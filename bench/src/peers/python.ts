import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLineProcess } from './line-process.js';

const peers = join(import.meta.dirname, '..', '..', 'peers');
const folder = join(import.meta.dirname, '..', '..', '..', '.cache', 'bench', 'python');

export interface PythonPeers {
  /** The version of each that answers. */
  versions: Record<string, string>;
  /** Milliseconds of one run; throws what the peer raised. */
  ask(peer: string, question: Record<string, string | number>): Promise<number>;
  answer(peer: string, question: Record<string, string | number>): Promise<Float64Array>;
  /** Both, of one run: for questions that take a peer so long that it is not asked twice. */
  askOnce(
    peer: string,
    question: Record<string, string | number>,
  ): Promise<{ ms: number; answer: Float64Array }>;
  end(): Promise<void>;
}

/**
 * Makes a Python virtual environment with the pinned peers, once for each list of pins. Gives its interpreter and, by
 * name, who could not be installed and why.
 */
export function installPythonPeers(): { python: string; missing: Record<string, string> } {
  const text = readFileSync(join(peers, 'requirements.txt'), 'utf8');
  const pins = text.split('\n').filter((line) => /^\w/.test(line));
  const python = join(folder, 'bin', 'python');
  const record = join(folder, 'installed.json');
  const digest = createHash('sha256').update(text).digest('hex');
  if (existsSync(record)) {
    const { made, missing } = JSON.parse(readFileSync(record, 'utf8')) as {
      made: string;
      missing: Record<string, string>;
    };
    if (made === digest && Object.keys(missing).length === 0) return { python, missing };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const missing: Record<string, string> = {};
  try {
    run('python3', ['-m', 'venv', folder]);
  } catch (error) {
    for (const pin of pins) missing[nameOf(pin)] = `python3 makes no virtual environment: ${lastLine(error)}`;
    return { python, missing };
  }
  for (const pin of pins) {
    try {
      run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', pin]);
    } catch (error) {
      missing[nameOf(pin)] = `${pin} cannot be installed: ${lastLine(error)}`;
    }
  }
  writeFileSync(record, JSON.stringify({ made: digest, missing }));
  return { python, missing };
}

/** Starts those that are installed on a map's arrays. */
export async function startPythonPeers(python: string, arrays: string): Promise<PythonPeers> {
  const { process, hello } = await startLineProcess(python, [join(peers, 'peers.py'), arrays]);
  const { ready } = JSON.parse(hello) as { ready: Record<string, string | null> };
  const ask = async (line: Record<string, string | number>): Promise<number> => {
    const answer = JSON.parse(await process.ask(JSON.stringify(line))) as { ms: number } | { error: string };
    if ('error' in answer) throw new Error(`${line['peer']}: ${answer.error}`);
    return answer.ms;
  };
  const askOnce = async (peer: string, question: Record<string, string | number>) => {
    const file = join(arrays, 'python-answer.f64');
    const ms = await ask({ peer, ...question, file });
    const bytes = readFileSync(file);
    const answer = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    return { ms, answer };
  };
  return {
    versions: Object.fromEntries(
      Object.entries(ready).filter((entry): entry is [string, string] => entry[1] !== null),
    ),
    ask: (peer, question) => ask({ peer, ...question }),
    answer: async (peer, question) => (await askOnce(peer, question)).answer,
    askOnce,
    end: () => process.end(),
  };
}

const run = (command: string, args: string[]) => execFileSync(command, args, { stdio: 'pipe' });
const nameOf = (pin: string): string => pin.split('==')[0]!;
const lastLine = (error: unknown): string => {
  const { stderr, message } = error as { stderr?: Buffer; message: string };
  return (stderr?.toString() ?? message).trim().split('\n').at(-1) ?? message;
};
