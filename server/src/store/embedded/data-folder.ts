import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DownstreamError } from '@downstream/graph-schema/problem';

/**
 * Makes the folder of the embedded store where it is missing, with those around it, and gives its file's name. Whether
 * they may be written is asked here: the driver's own answers do not always say why not. STORE_UNUSABLE where there can
 * be no store.
 */
export async function prepareFolder(folder: string): Promise<string> {
  const file = join(folder, 'downstream.sqlite');
  try {
    await makeFolder(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const part of [file, `${file}-wal`, `${file}-shm`]) {
      await access(part, constants.R_OK | constants.W_OK).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      });
    }
    return file;
  } catch (error) {
    throw unusable(folder, error) ?? error;
  }
}

/** Not by `mkdir`'s own `recursive`, which never ends where a parent takes no folders, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(codeOf);
  if (typeof found === 'object') {
    if (!found.isDirectory()) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' });
    return;
  }
  if (found !== 'ENOENT') throw Object.assign(new Error(`${folder} cannot be looked at`), { code: found });
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  // Only hashes of secrets are in there, but maps are nobody else's business either.
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    // Another process may have made it meanwhile.
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

const elsewhere = 'set DOWNSTREAM_DATA to a folder that this user may write to';

const reasons: Partial<Record<string, string>> = {
  ENOTDIR: 'is, or lies in, a file and no folder; set DOWNSTREAM_DATA to a folder',
  ENOENT: `cannot be made there; ${elsewhere}`,
  EACCES: `may not be written by this user; change its permissions, or ${elsewhere}`,
  EPERM: `may not be written by this user; change its permissions, or ${elsewhere}`,
  EROFS: `is on a disk that is read-only; ${elsewhere}`,
  ENAMETOOLONG: 'is too long a name; set DOWNSTREAM_DATA to a shorter one',
  ELOOP: 'is a link that leads back to itself; set DOWNSTREAM_DATA to a folder',
  SQLITE_FULL: `is on a disk that is full; make room there, or ${elsewhere}`,
  SQLITE_CANTOPEN:
    'holds a downstream.sqlite that cannot be opened as a file; move it away, or set DOWNSTREAM_DATA to another folder',
  SQLITE_NOTADB:
    'holds a downstream.sqlite that is no store of Downstream; move that file away, or set DOWNSTREAM_DATA to another folder',
  SQLITE_CORRUPT:
    'holds a downstream.sqlite that is damaged; put a backup in its place, or set DOWNSTREAM_DATA to another folder',
};

/** Why no store can be opened in a folder, in a sentence that says what to change; `undefined` where the cause is another. */
export function unusable(folder: string, error: unknown): DownstreamError | undefined {
  const cause = error instanceof DownstreamError ? error.cause : error;
  const reason = reasons[/^SQLITE_[A-Z]+/.exec(codeOf(cause))?.[0] ?? codeOf(cause)];
  return reason === undefined
    ? undefined
    : new DownstreamError('STORE_UNUSABLE', [{ path: [], message: `${folder} ${reason}.` }]);
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
