import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const vite = join(import.meta.dirname, '..', '..', 'node_modules', 'vite', 'bin', 'vite.js');

/** A file of this folder with all it imports, in one script. Vite runs as a process of its own, since Jest's modules are not quite Node's. */
export async function bundle(entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'downstream-bundle-'));
  const config = join(import.meta.dirname, 'bundle.vite.config.ts');
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', config, '--outDir', folder], {
    env: { ...process.env, BUNDLE_ENTRY: entry },
  });
  const script = await readFile(join(folder, 'bundle.iife.js'), 'utf8');
  await rm(folder, { recursive: true });
  return script;
}
