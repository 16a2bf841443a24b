import type { Viewer } from '@downstream/graph-schema/audience';
import type { Change, LogEntry } from '@downstream/graph-schema/change';
import { referenceKey, type StoredItem } from '@downstream/graph-schema/item';
import { DownstreamError, firstOf } from '@downstream/graph-schema/problem';
import { applyChange, type ChangeContext, type Refused } from './apply-change.js';
import { breather } from './breathe.js';
import { brokenReferences, mayBreakRules, type DraftItem } from './broken-references.js';
import { logged } from './logged-change.js';
import type { MapHead } from './map-transaction.js';
import type { MapWorkspace } from './map-workspace.js';
import type { StoredChange, StoredLogEntry, Writer } from './store.js';
import { entryFor } from './visible-entry.js';

/** The largest a map may grow to; a map that is larger already may still be mended and may shrink. */
export interface MapSizeLimits {
  parties: number;
  links: number;
}

/** A commit on its way: all that is to be known of it before its map is locked. */
export interface PendingCommit {
  changes: readonly Change[];
  /** Absent where the map is being created: then there is nothing that could be repeated. */
  key?: { key: string; digest: string };
  by: Writer;
}

export interface CommitRules {
  map: string;
  limits: MapSizeLimits;
  now: () => Date;
}

export interface CommitAnswer {
  revision: number;
  entry: LogEntry;
}

/**
 * Judges one commit against what the workspace knows and takes it in, or throws why not and leaves the workspace as
 * it was. VERSION_CONFLICT, KEY_REUSED, INPUT_INVALID, FORBIDDEN, MAP_TOO_LARGE, or a broken rule between items;
 * all problems are named, the first one's code is the error's.
 */
export async function applyCommit(
  { changes, key, by }: PendingCommit,
  workspace: MapWorkspace,
  { map, limits, now }: CommitRules,
): Promise<CommitAnswer> {
  const kept = key && workspace.keptKey(by.id, key.key);
  if (kept) {
    if (kept.digest !== key.digest) throw new DownstreamError('KEY_REUSED');
    await workspace.learn({ entries: [kept.revision] });
    return answer(workspace.entry(kept.revision)!, by.viewer);
  }

  const revision = workspace.head().revision + 1;
  const breath = breather();
  const draft = new Map<string, DraftItem>();
  const refused: Refused[] = [];
  for (const [index, change] of changes.entries()) {
    const context = { map, viewer: by.viewer, revision, path: ['changes', index] };
    refused.push(...takeIn(change, draft, workspace, context));
    if (breath.isDue()) await breath.take();
  }
  if (refused.length > 0) throw refusal(refused);
  if (mayBreakRules(draft)) {
    const broken = await brokenReferences(draft, workspace, by.viewer);
    if (broken.length > 0) throw refusal(broken);
  }

  const head: MapHead = { ...workspace.head(), revision, changedAt: now().toISOString() };
  const stored: StoredChange[] = [];
  for (const { reference, before, after } of draft.values()) {
    const growth = Number(after !== undefined) - Number(before !== undefined);
    if (reference.type === 'party') head.parties += growth;
    if (reference.type === 'link') head.links += growth;
    if (before ?? after) stored.push(logged(reference, before, after));
    if (breath.isDue()) await breath.take();
  }
  refuseGrowthBeyond(limits, workspace.head(), head);

  const entry: StoredLogEntry = { revision, by: by.id, at: head.changedAt, changes: stored };
  workspace.accept({
    head,
    items: draft,
    entry,
    ...(key && { key: { by: by.id, ...key, revision } }),
  });
  return answer(entry, by.viewer);
}

/** Adds to the draft, which holds every item that the changes touch as it was before and is after all of them. */
function takeIn(
  change: Change,
  draft: Map<string, DraftItem>,
  workspace: MapWorkspace,
  context: ChangeContext,
): Refused[] {
  const { type, id } = change.op === 'put' ? change.item : change;
  const key = referenceKey({ type, id });
  const before = workspace.item({ type, id });
  const soFar = draft.get(key);
  const applied = applyChange(change, soFar ? soFar.after : before, context);
  if ('refused' in applied) return applied.refused;
  const below = change.op === 'put' ? 'item' : change.op === 'patch' ? 'fields' : undefined;
  draft.set(key, { reference: { type, id }, before, after: applied.stored, path: context.path, below });
  return [];
}

function refusal(refused: readonly Refused[]): DownstreamError {
  const conflict = refused.find(({ code }) => code === 'VERSION_CONFLICT');
  const current: StoredItem | undefined = conflict?.current;
  const details = refused.map(({ code, path, message }) => ({ code, path, message }));
  return new DownstreamError((conflict ?? refused[0]!).code, firstOf(details), current);
}

function refuseGrowthBeyond(limits: MapSizeLimits, before: MapHead, after: MapHead) {
  const tooMany = (['parties', 'links'] as const).filter(
    (counted) => after[counted] > limits[counted] && after[counted] > before[counted],
  );
  if (tooMany.length === 0) return;
  throw new DownstreamError(
    'MAP_TOO_LARGE',
    tooMany.map((counted) => ({
      path: ['changes'],
      message: `would make ${after[counted]} ${counted}; this server takes ${limits[counted]}`,
      code: 'MAP_TOO_LARGE' as const,
    })),
  );
}

/** A writer always hears of its own commit, even where nothing in it is for its eyes. */
const answer = (entry: StoredLogEntry, viewer: Viewer): CommitAnswer => ({
  revision: entry.revision,
  entry: entryFor(entry, viewer) ?? { revision: entry.revision, by: entry.by, at: entry.at, changes: [] },
});
