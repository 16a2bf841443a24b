/**
 * A thread that asks for one address every 10 ms, over one connection, and tells the longest wait for an answer since
 * it was last asked: whatever the bench itself is busy with, it keeps asking.
 */
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const address = workerData as string;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let worst = 0;
let askedAt: number | undefined;

parentPort!.on('message', () => {
  // One that still waits has waited that long already.
  parentPort!.postMessage(Math.max(worst, askedAt === undefined ? 0 : performance.now() - askedAt));
  worst = 0;
});

for (;;) {
  askedAt = performance.now();
  await answered();
  worst = Math.max(worst, performance.now() - askedAt);
  askedAt = undefined;
  await pause(10);
}

function answered(): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => answer.resume().once('end', resolve)).once('error', reject);
  });
}
