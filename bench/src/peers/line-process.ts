import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program that answers each line by a line. */
export interface LineProcess {
  ask(line: string): Promise<string>;
  end(): Promise<void>;
}

/** Starts it and waits for its first line. Throws with what it says on standard error where it ends instead. */
export async function startLineProcess(
  command: string,
  args: readonly string[],
): Promise<{ process: LineProcess; hello: string }> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = once(child, 'error').then(([error]: Error[]) => ({ error: error! }));
  const nextLine = async (): Promise<string> => {
    const next = await Promise.race([lines.next(), failed]);
    if ('error' in next) throw next.error;
    if (next.done === true) throw new Error(`${command} ended: ${complaint.trim().slice(-500)}`);
    return next.value;
  };
  const hello = await nextLine();
  return {
    hello,
    process: {
      ask(line) {
        child.stdin.write(`${line}\n`);
        return nextLine();
      },
      async end() {
        if (child.exitCode !== null) return;
        const ended = once(child, 'exit');
        child.stdin.end();
        await ended;
      },
    },
  };
}
