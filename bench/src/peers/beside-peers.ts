import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledMap } from '@downstream/ripple/compiled-map';
import { buildCProgram, startCProgram, type CProgram } from './c-program.js';
import { writeGraphArrays } from './graph-arrays.js';
import { installPythonPeers, startPythonPeers, type PythonPeers } from './python.js';

/** Whoever of the peers is there, with the same map in memory. */
export interface Peers {
  c: CProgram | undefined;
  python: PythonPeers | undefined;
  /** Why the others are not. */
  missing: Record<string, string>;
}

/** Shortest paths answer for a map on which every link blocks and none has a substitute. */
export const isPlain = (map: CompiledMap): boolean =>
  map.groupPrimary.length === 0 && !map.isBlocking.includes(0);

/** Gives the map to the peers, and takes it away afterwards. */
export async function besidePeers<T>(map: CompiledMap, work: (peers: Peers) => Promise<T>): Promise<T> {
  const { missing, python, program } = installed();
  const arrays = mkdtempSync(join(tmpdir(), 'downstream-bench-'));
  const peers: Peers = { c: undefined, python: undefined, missing: { ...missing } };
  try {
    writeGraphArrays(map, arrays);
    if (program !== undefined) peers.c = await startCProgram(program, arrays);
    try {
      peers.python = await startPythonPeers(python, arrays);
    } catch (error) {
      peers.missing['peers that speak Python'] = (error as Error).message;
    }
    return await work(peers);
  } finally {
    await peers.c?.end();
    await peers.python?.end();
    rmSync(arrays, { recursive: true });
  }
}

let known: { missing: Record<string, string>; python: string; program: string | undefined } | undefined;

function installed() {
  if (known) return known;
  const { python, missing } = installPythonPeers();
  const program = buildCProgram();
  if ('missing' in program) missing['C program'] = program.missing;
  known = { missing, python, program: 'path' in program ? program.path : undefined };
  for (const [peer, why] of Object.entries(missing)) process.stderr.write(`Without ${peer}: ${why}\n`);
  return known;
}

/** Throws where an answer is not ours: a figure beside a peer that answers something else would say nothing. */
export function checkSame(
  who: string,
  map: CompiledMap,
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
): void {
  for (let v = 0; v < ours.length; v++) {
    // Sums in another order differ in the last digits.
    if (Math.abs(ours[v]! - theirs[v]!) <= 1e-9 * Math.abs(ours[v]!)) continue;
    throw new Error(`${map.parties[v]!.id}: ours ${ours[v]}, ${who} ${theirs[v]}`);
  }
}
