import type { Viewer } from '@downstream/graph-schema/audience';
import type { LogEntry } from '@downstream/graph-schema/change';
import { DownstreamError } from '@downstream/graph-schema/problem';
import type { Logger } from 'pino';
import type { Store, StoredLogEntry } from '../store/store.js';
import { entryFor } from '../store/visible-entry.js';

/** One open stream: who reads, and how to tell them. */
export interface Reader {
  viewer: Viewer;
  /** The access link that let this reader in; null where none did. */
  access: string | null;
  /** True where that link opened the host's place, which has no log that could tell of its revocation. */
  byHostLink: boolean;
  /** Log entries as JSON, a list in the order of revisions, and the revision that the reader then knows. */
  send(entries: string, revision: number): void;
  end(why: 'gone' | 'revoked'): void;
}

export interface LogFollower {
  /** Sends what comes after `since`, without gap or repeat, until the returned function is called. */
  watch(map: string, reader: Reader, since: number): () => void;
  /** This process has just committed to the map: no need to wait for the next look. */
  nudge(map: string): void;
  close(): void;
}

interface Watched {
  map: string;
  /** The revision that each reader has. */
  readers: Map<Reader, number>;
  busy: boolean;
  /** Passes asked for, and how many of these had begun when the last pass did. */
  asked: number;
  begun: number;
}

/**
 * Follows the logs of all maps that somebody watches: one question each interval for all of them together, then the
 * entries of those that moved. A map's entries are handed out by one pass at a time, and a reader joins at a pass's
 * beginning, so none is missed or told twice.
 */
export function followLogs({
  store,
  log,
  everyMs = 250,
}: {
  store: Pick<Store, 'latestRevisions' | 'listAccess' | 'logSince'>;
  log: Logger;
  everyMs?: number;
}): LogFollower {
  const maps = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      // Whoever begins to watch while the answer is on its way was not asked about.
      const asked = [...maps.values()];
      const latest = await store.latestRevisions(asked.map(({ map }) => map));
      await endRevokedHosts();
      for (const watched of asked) {
        const revision = latest.get(watched.map);
        if (typeof revision !== 'number') endAll(watched, 'gone');
        else if ([...watched.readers.values()].some((known) => known < revision)) void pass(watched);
      }
    } catch (error) {
      log.warn({ err: error }, 'could not look whether maps moved; looking again soon');
    } finally {
      looking = false;
    }
  }

  async function endRevokedHosts(): Promise<void> {
    const hosts = [...maps.values()].flatMap((watched) =>
      [...watched.readers.keys()]
        .filter(({ byHostLink }) => byHostLink)
        .map((reader) => ({ watched, reader })),
    );
    if (hosts.length === 0) return;
    const living = new Set((await store.listAccess('host')).map(({ id }) => id));
    for (const { watched, reader } of hosts) {
      if (reader.access !== null && !living.has(reader.access)) endOne(watched, reader, 'revoked');
    }
  }

  async function pass(watched: Watched): Promise<void> {
    watched.asked++;
    if (watched.busy) return;
    watched.busy = true;
    try {
      while (watched.begun < watched.asked) {
        watched.begun = watched.asked;
        await handOut(watched);
      }
    } catch (error) {
      if (error instanceof DownstreamError && error.code === 'MAP_GONE') endAll(watched, 'gone');
      else log.warn({ err: error, map: watched.map }, 'could not read a log; reading it again soon');
    } finally {
      watched.busy = false;
    }
  }

  async function handOut(watched: Watched): Promise<void> {
    const readers = [...watched.readers.keys()];
    if (readers.length === 0) return;
    const { revision, entries } = await store.logSince(watched.map, Math.min(...watched.readers.values()));
    const written = new Map<string, string>();
    for (const reader of readers) {
      const known = watched.readers.get(reader);
      if (known === undefined || known >= revision) continue;
      const unseen = entries.filter((entry) => entry.revision > known);
      const revoked = unseen.findIndex(({ revokes }) => revokes !== undefined && revokes === reader.access);
      if (revoked >= 0) {
        endOne(watched, reader, 'revoked');
        continue;
      }
      watched.readers.set(reader, revision);
      // A room full of phones reads the same with the same eyes: what they get is written once.
      const sight = JSON.stringify([
        known,
        reader.viewer === 'server' || [reader.viewer.role, reader.viewer.speaksFor],
      ]);
      const text = written.get(sight) ?? JSON.stringify(visible(unseen, reader.viewer));
      written.set(sight, text);
      reader.send(text, revision);
    }
  }

  function endAll(watched: Watched, why: 'gone' | 'revoked'): void {
    for (const reader of [...watched.readers.keys()]) endOne(watched, reader, why);
  }

  function endOne(watched: Watched, reader: Reader, why: 'gone' | 'revoked'): void {
    leave(watched, reader);
    reader.end(why);
  }

  function leave(watched: Watched, reader: Reader): void {
    if (!watched.readers.delete(reader) || watched.readers.size > 0) return;
    maps.delete(watched.map);
    if (maps.size === 0) stopTimer();
  }

  function stopTimer(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    watch(map, reader, since) {
      const watched = maps.get(map) ?? { map, readers: new Map(), busy: false, asked: 0, begun: 0 };
      maps.set(map, watched);
      watched.readers.set(reader, since);
      timer ??= setInterval(() => void look(), everyMs);
      void look();
      return () => leave(watched, reader);
    },
    nudge(map) {
      const watched = maps.get(map);
      if (watched) void pass(watched);
    },
    close() {
      stopTimer();
      maps.clear();
    },
  };
}

const visible = (entries: readonly StoredLogEntry[], viewer: Viewer): LogEntry[] =>
  entries.flatMap((entry) => entryFor(entry, viewer) ?? []);
