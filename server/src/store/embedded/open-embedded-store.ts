import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createStore, type StoreOptions } from '../create-store.js';
import type { Store } from '../store.js';
import { openEmbeddedBackend } from './embedded-backend.js';
import { storeOnThread, threadFile } from './store-on-thread.js';
import { sharing, turns } from './turns.js';

export interface EmbeddedOptions extends StoreOptions {
  /** Where `downstream.sqlite` is, or will be made. */
  folder: string;
  /** Told when the store's thread has died, and why; the next call starts another. */
  onThreadLost?: (cause: Error) => void;
}

/** A commit of more changes than this takes long enough to be worth the way to another thread. */
const mostChangesHere = 50;
/** Milliseconds: a disk that takes longer for one commit is waited for on the other thread … */
const slow = 20;
/** … for this long, before it is tried here again. */
const rest = 1_000;

/**
 * Opens the store that needs nothing installed: one SQLite file. Commits of ordinary size are written right here,
 * because waking another thread and being woken by it costs more than such a commit; whatever may take long, and
 * everything while the disk is slow, is done on a thread of its own, so that nobody else waits for it. Who writes takes
 * turns: SQLite lets in one writer. Run from sources, as unit tests do, there is no compiled file that a thread could
 * start from, and all of it is done here. STORE_UNUSABLE where the folder cannot be written.
 */
export async function openEmbeddedStore({
  folder,
  limits,
  now,
  onThreadLost = () => undefined,
}: EmbeddedOptions): Promise<Store> {
  if (!existsSync(fileURLToPath(threadFile))) {
    return createStore(await openEmbeddedBackend(folder), { limits, now });
  }
  const there = await storeOnThread({ folder, limits }, { now, onLost: onThreadLost });
  const writing = turns();
  let slowUntil = 0;
  const backend = await openEmbeddedBackend(folder, {
    writing,
    patience: 0,
    onWritten: (milliseconds) => {
      if (milliseconds > slow) slowUntil = performance.now() + rest;
    },
  });
  const here = createStore(backend, { limits, now });
  // Commits that wait for a slow disk share its transactions, as they would here.
  const together = sharing(writing);

  return {
    ...there,
    createMap: (items, by) => writing.take(() => there.createMap(items, by)),
    deleteMap: (map) => writing.take(() => there.deleteMap(map)),
    commit(map, commit, by) {
      const isQuick = commit.changes.length <= mostChangesHere && performance.now() > slowUntil;
      return isQuick ? here.commit(map, commit, by) : together(() => there.commit(map, commit, by));
    },
    addAccess: (access) => writing.take(() => there.addAccess(access)),
    revokeAccess: (scope, id, by) => writing.take(() => there.revokeAccess(scope, id, by)),
    admit: (access, browserHash) => writing.take(() => there.admit(access, browserHash)),
    importMap: (archive) => writing.take(() => there.importMap(archive)),
    importHost: (archive) => writing.take(() => there.importHost(archive)),
    async close() {
      await here.close();
      await there.close();
    },
  };
}
