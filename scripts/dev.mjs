// `npm run dev`: everything rebuilt and restarted as it is saved. The page is at http://localhost:5173.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import concurrently from 'concurrently';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = 'node node_modules/typescript/bin/tsc -b server --preserveWatchOutput';

// The server needs a first build to start from; after that the compiler keeps it up to date.
const { status } = spawnSync(tsc, { cwd: root, shell: true, stdio: 'inherit' });
if (status !== 0) process.exit(1);

const { result } = concurrently(
  [
    { name: 'types', command: `${tsc} --watch` },
    { name: 'server', command: 'node --watch server/dist/command-line/main.js start' },
    { name: 'page', command: 'node node_modules/vite/bin/vite.js client' },
  ],
  { cwd: root, killOthersOn: ['failure', 'success'] },
);
await result.catch(() => process.exit(1));
