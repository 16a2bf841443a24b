import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLineProcess } from './line-process.js';

const source = join(import.meta.dirname, '..', '..', 'peers', 'settle-delay.c');
const folder = join(import.meta.dirname, '..', '..', '..', '.cache', 'bench');

export interface CProgram {
  /** Milliseconds. */
  settle(origin: number, minutes: number): Promise<number>;
  /** Everyone's lateness of the last run. */
  answer(): Promise<Int32Array>;
  end(): Promise<void>;
}

/** Compiles the settling pass with the system's C compiler; gives its path, or why there is none. */
export function buildCProgram(): { path: string } | { missing: string } {
  const path = join(folder, 'settle-delay');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('cc', ['-O2', '-o', path, source], { stdio: 'pipe' });
    return { path };
  } catch (error) {
    return { missing: `no C compiler answers to "cc" (${(error as Error).message.split('\n')[0]})` };
  }
}

/** Starts it on a map's arrays. */
export async function startCProgram(path: string, arrays: string): Promise<CProgram> {
  const { process } = await startLineProcess(path, [arrays]);
  return {
    settle: async (origin, minutes) => Number(await process.ask(`run ${origin} ${minutes}`)),
    async answer() {
      const file = join(arrays, 'c-answer.i32');
      await process.ask(`answer ${file}`);
      const bytes = readFileSync(file);
      return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    },
    end: () => process.end(),
  };
}
