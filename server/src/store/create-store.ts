import { randomUUID } from 'node:crypto';
import { mayRead, type Viewer } from '@downstream/graph-schema/audience';
import type { Change } from '@downstream/graph-schema/change';
import { referenceKey, type Item, type StoredItem } from '@downstream/graph-schema/item';
import { allows } from '@downstream/graph-schema/principal';
import { DownstreamError, firstOf } from '@downstream/graph-schema/problem';
import { byCodeUnit } from '@downstream/graph-schema/text';
import { applyCommit, type CommitAnswer, type MapSizeLimits, type PendingCommit } from './apply-commit.js';
import type { Absent, Backend } from './backend.js';
import { breather } from './breathe.js';
import { commitQueue, type Outcome } from './commit-queue.js';
import { digestOfChanges } from './digest-of-changes.js';
import type { AccessTransaction, MapHead, MapState, MapTransaction } from './map-transaction.js';
import { emptyWorkspace, openWorkspace } from './map-workspace.js';
import type {
  AccessRecord,
  AccessScope,
  MapArchive,
  PrincipalRecord,
  Store,
  StoredLogEntry,
} from './store.js';
import { entryFor } from './visible-entry.js';
import { namedBy, touchedBy } from './wanted-by-changes.js';

export interface StoreOptions {
  limits: MapSizeLimits;
  now: () => Date;
}

/** Commits and changes that may share one transaction: enough to fill a fsync, little enough to repeat. */
const largestBatch = { commits: 200, weight: 5_000 };

/** The store: every rule of it, over a backend that only moves data, so that all of them give the same answers. */
export function createStore(backend: Backend, { limits, now }: StoreOptions): Store {
  const queue = commitQueue<PendingCommit, CommitAnswer>(commitTogether, {
    weigh: ({ changes }) => changes.length,
    most: largestBatch,
  });

  function commitTogether(map: string, commits: readonly PendingCommit[]): Promise<Outcome<CommitAnswer>[]> {
    const changes = commits.flatMap((commit) => commit.changes);
    const named = { ...namedBy(changes), keys: keysOf(commits) };
    return backend.writeMap(map, async (tx) => {
      const { state, found } = await tx.lock(named);
      const workspace = openWorkspace(living(state), tx, named, found);
      const more = workspace.learn({
        ...touchedBy(changes, workspace),
        entries: found.keys.map(({ revision }) => revision),
      });
      if (more) await more;
      const outcomes: Outcome<CommitAnswer>[] = [];
      for (const commit of commits) {
        try {
          outcomes.push({ answer: await applyCommit(commit, workspace, { map, limits, now }) });
        } catch (refusal) {
          if (!(refusal instanceof DownstreamError)) throw refusal;
          outcomes.push({ refusal });
        }
      }
      const writes = workspace.writes();
      if (writes) await tx.write(writes);
      return outcomes;
    });
  }

  return {
    async createMap(items, by) {
      const map = mapAmong(items);
      const changes = items.map((item): Change => ({ op: 'put', item }));
      return backend.writeMap(map, async (tx) => {
        if (!(await tx.create())) throw new DownstreamError('MAP_EXISTS');
        const workspace = emptyWorkspace();
        const writer = { id: by, viewer: 'server' as const };
        const { revision } = await applyCommit({ changes, by: writer }, workspace, {
          map,
          limits,
          now,
        }).catch(inTermsOfItems);
        await tx.write(workspace.writes()!);
        return { revision };
      });
    },

    deleteMap: (map) =>
      backend.writeMap(map, async (tx) => {
        living((await tx.lock({})).state);
        await tx.remove();
      }),

    async listMaps(maps) {
      const summaries = await backend.summaries(maps === 'all' ? 'all' : [...new Set(maps)]);
      return summaries.sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id));
    },

    async loadMap(map, viewer) {
      const { revision, items } = present(await backend.load(map));
      return { revision, items: items.filter(({ audience }) => mayRead(audience, viewer)) };
    },

    async changesSince(map, after, viewer) {
      const { revision, entries } = await logSince(map, after);
      return { revision, entries: await entriesFor(entries, viewer) };
    },

    logSince,

    latestRevisions: (maps) => backend.revisions([...new Set(maps)]),

    async commit(map, { changes, idempotencyKey }, by) {
      const key = { key: idempotencyKey, digest: await digestOfChanges(changes) };
      return queue.commit(map, { changes, key, by });
    },

    addAccess: (access) => inScope(access.scope, (tx) => tx.putAccess(access)),

    async listAccess(scope) {
      return (await backend.listAccess(scope)).sort(oldestFirst);
    },

    findAccess: (secretHash) => backend.findAccess(secretHash),

    async revokeAccess(scope, id, by = 'server') {
      const revoke = async (tx: AccessTransaction) => {
        if (!(await tx.access(id))) throw new DownstreamError('ACCESS_NOT_FOUND');
        await tx.removeAccess(id);
      };
      if (scope === 'host') return backend.writeHost(revoke);
      return backend.writeMap(scope.map, async (tx) => {
        const head = living((await tx.lock({})).state);
        await revoke(tx);
        const next: MapHead = { ...head, revision: head.revision + 1, changedAt: now().toISOString() };
        const entry: StoredLogEntry = {
          revision: next.revision,
          by,
          at: next.changedAt,
          changes: [],
          revokes: id,
        };
        await tx.write({ head: next, items: [], log: [entry], keys: [] });
      });
    },

    admit: ({ scope, id }, browserHash) =>
      inScope(scope, async (tx) => {
        const access = await tx.access(id);
        if (!access) throw new DownstreamError('ACCESS_REVOKED');
        const before = await tx.principal(browserHash);
        if (before && allows(before.role, access.role)) return before;
        const principal: PrincipalRecord = {
          ...(before ?? { id: randomUUID(), speaksFor: [], scope, browserHash }),
          access: access.id,
          role: access.role,
        };
        await tx.putPrincipal(principal);
        return principal;
      }),

    async principalsOf(browserHash) {
      return (await backend.principalsOf(browserHash)).sort((a, b) => byCodeUnit(a.id, b.id));
    },

    async exportMap(map) {
      const archive = present(await backend.archive(map));
      return {
        revision: archive.revision,
        items: archive.items.sort((a, b) => byCodeUnit(referenceKey(a.item), referenceKey(b.item))),
        log: archive.log,
        keys: archive.keys.sort((a, b) => byCodeUnit(a.by, b.by) || byCodeUnit(a.key, b.key)),
        access: archive.access.sort(oldestFirst),
        principals: archive.principals.sort((a, b) => byCodeUnit(a.id, b.id)),
      };
    },

    async importMap(archive) {
      await backend.writeMap(mapAmong(archive.items.map(({ item }) => item)), async (tx) => {
        if (!(await tx.create())) throw new DownstreamError('MAP_EXISTS');
        await tx.write({
          head: headOf(archive),
          items: archive.items.map((after) => ({ after })),
          log: archive.log,
          keys: archive.keys,
        });
        for (const access of archive.access) await tx.putAccess(access);
        for (const principal of archive.principals) await tx.putPrincipal(principal);
      });
    },

    async exportHost() {
      const { access, principals, gone } = await backend.hostArchive();
      return {
        access: access.sort(oldestFirst),
        principals: principals.sort((a, b) => byCodeUnit(a.id, b.id)),
        gone: gone.sort(byCodeUnit),
      };
    },

    async importHost({ access, principals, gone }) {
      await backend.writeHost(async (tx) => {
        for (const record of access) if (!(await tx.access(record.id))) await tx.putAccess(record);
        for (const record of principals) {
          if (!(await tx.principal(record.browserHash))) await tx.putPrincipal(record);
        }
      });
      await backend.bury(gone);
    },

    ready: () => backend.ready(),

    async close() {
      await queue.idle();
      await backend.close();
    },
  };

  async function logSince(map: string, after: number) {
    const log = present(await backend.log(map, after));
    if (after > log.revision) throw new DownstreamError('REVISION_UNKNOWN');
    return log;
  }

  function inScope<T>(scope: AccessScope, work: (tx: AccessTransaction) => Promise<T>): Promise<T> {
    if (scope === 'host') return backend.writeHost(work);
    return backend.writeMap(scope.map, async (tx: MapTransaction) => {
      living((await tx.lock({})).state);
      return work(tx);
    });
  }
}

function present<T extends object>(found: Absent | T): T {
  if (found === 'absent') throw new DownstreamError('MAP_NOT_FOUND');
  if (found === 'gone') throw new DownstreamError('MAP_GONE');
  return found;
}

const living = (state: MapState): MapHead => present(state);

/** The id of the map that these items make up. They must name one map, and nothing twice. */
function mapAmong(items: readonly Item[]): string {
  const maps = items.filter(({ type }) => type === 'map');
  if (maps.length !== 1) {
    throw new DownstreamError('INPUT_INVALID', [
      { path: ['items'], message: `hold ${maps.length} maps; one is right` },
    ]);
  }
  const seen = new Set<string>();
  const twice = items.flatMap((item, index) => {
    const key = referenceKey(item);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path: ['items', index], message: `"${item.id}" is used twice; give one of them another id` }];
  });
  if (twice.length > 0) throw new DownstreamError('DUPLICATE_ID', firstOf(twice));
  return maps[0]!.id;
}

/** A refused creation names the items that it was given, not the changes that stood for them. */
function inTermsOfItems(refusal: unknown): never {
  if (!(refusal instanceof DownstreamError)) throw refusal;
  const details = refusal.details.map(({ path: [, ...rest], ...detail }) => ({
    ...detail,
    path: ['items', ...rest.filter((part) => part !== 'item')],
  }));
  throw new DownstreamError(refusal.code, details);
}

const keysOf = (commits: readonly PendingCommit[]) => {
  const keys = new Map<string, { by: string; key: string }>();
  for (const { key, by } of commits)
    if (key) keys.set(JSON.stringify([by.id, key.key]), { by: by.id, key: key.key });
  return [...keys.values()];
};

async function entriesFor(entries: readonly StoredLogEntry[], viewer: Viewer) {
  const breath = breather();
  const seen = [];
  for (const entry of entries) {
    const visible = entryFor(entry, viewer);
    if (visible) seen.push(visible);
    if (breath.isDue()) await breath.take();
  }
  return seen;
}

function headOf({ revision, items, log }: MapArchive): MapHead {
  const count = (type: StoredItem['item']['type']) => items.filter(({ item }) => item.type === type).length;
  return { revision, changedAt: log.at(-1)!.at, parties: count('party'), links: count('link') };
}

const oldestFirst = (a: AccessRecord, b: AccessRecord): number =>
  byCodeUnit(a.createdAt, b.createdAt) || byCodeUnit(a.id, b.id);
