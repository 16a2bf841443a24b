import type { Fields, LogEntry, LoggedChange } from '@downstream/graph-schema/change';
import type { ErrorCode } from '@downstream/graph-schema/error-code';
import { referenceKey, type ItemReference } from '@downstream/graph-schema/item';
import type { MapAtRevision } from '@downstream/graph-schema/map-content';
import type { Role } from '@downstream/graph-schema/principal';
import type { ProblemDetail } from '@downstream/graph-schema/problem';
import { applyChanges, type Items } from './apply-changes';
import { applyEntry } from '@downstream/graph-schema/apply-entry';
import type { Waiting } from './waiting';

/** Somebody else changed the field that an edit of mine changes; `theirs` is absent where the item is gone. */
export interface Clash {
  item: ItemReference;
  field: string;
  mine: Fields[string];
  theirs?: Fields[string];
}

/** An edit of mine held back for its clashes until I say whose words stay. */
export interface Conflict {
  waiting: Waiting;
  clashes: readonly Clash[];
}

/** An edit of mine that the server would not take. */
export interface Refusal {
  code: ErrorCode;
  details: readonly ProblemDetail[];
  /** What it would have changed, so that nothing typed is lost. */
  logged: readonly LoggedChange[];
}

/** A step that can be undone or redone: what my edit under this key did. */
export interface Step {
  key: string;
  logged: readonly LoggedChange[];
}

/** A map that is open on this page: what the log says, and my edits that are not in it yet. */
export interface OpenMapState {
  map: string;
  role: Role;
  /** How far the log is known. */
  revision: number;
  /** The items at that revision. */
  confirmed: Items;
  waiting: readonly Waiting[];
  /** What is shown: `confirmed` with `waiting` on top. */
  items: Items;
  undoable: readonly Step[];
  redoable: readonly Step[];
  conflicts: readonly Conflict[];
  refusal: Refusal | undefined;
  /** Whether the server can be reached. */
  online: boolean;
  /** Why nothing more comes or goes: deleted, revoked, signed out. */
  closed: ErrorCode | undefined;
}

export function opened(
  map: string,
  { revision, role, items }: MapAtRevision,
  kept: readonly Waiting[],
): OpenMapState {
  const confirmed: Items = new Map(items.map((stored) => [referenceKey(stored.item), stored]));
  return shown({
    map,
    role,
    revision,
    confirmed,
    waiting: kept,
    items: confirmed,
    undoable: [],
    redoable: [],
    conflicts: [],
    refusal: undefined,
    online: true,
    closed: undefined,
  });
}

/** My edit, shown at once. */
export function edited(state: OpenMapState, edit: Waiting, as: 'edit' | 'undo' | 'redo'): OpenMapState {
  const step: Step = { key: edit.key, logged: edit.logged };
  return {
    ...state,
    waiting: [...state.waiting, edit],
    items: applyChanges(state.items, edit.changes).items,
    refusal: undefined,
    undoable: as === 'undo' ? state.undoable.slice(0, -1) : [...state.undoable, step],
    redoable: as === 'undo' ? [...state.redoable, step] : as === 'redo' ? state.redoable.slice(0, -1) : [],
  };
}

/** The exact changes that are about to leave. */
export function leaving(state: OpenMapState, key: string, sent: Waiting['sent']): OpenMapState {
  return { ...state, waiting: state.waiting.map((edit) => (edit.key === key ? { ...edit, sent } : edit)) };
}

/** The server took an edit. Its entry is applied if nothing is missing before it; otherwise the log must come first. */
export function answered(state: OpenMapState, key: string, entry: LogEntry): OpenMapState {
  const waiting = state.waiting.map((edit) =>
    edit.key === key ? { ...edit, answered: entry.revision } : edit,
  );
  const marked = { ...state, online: true, waiting };
  return received(marked, entry.revision === state.revision + 1 ? [entry] : []);
}

/** Entries of the log, mine among them; those that are known already change nothing. */
export function received(state: OpenMapState, entries: readonly LogEntry[], upTo = 0): OpenMapState {
  let { confirmed, revision } = state;
  for (const entry of entries) {
    if (entry.revision <= revision) continue;
    confirmed = applyEntry(confirmed, entry);
    revision = entry.revision;
  }
  revision = Math.max(revision, upTo);
  const waiting = state.waiting.filter((edit) => edit.answered === undefined || edit.answered > revision);
  if (confirmed === state.confirmed && waiting.length === state.waiting.length) return { ...state, revision };
  return shown({ ...state, confirmed, revision, waiting });
}

/** An edit of mine taken back, because it clashes, was refused, or turned out to change nothing. */
export function withdrawn(state: OpenMapState, key: string): OpenMapState {
  const others = (step: { key: string }) => step.key !== key;
  return shown({
    ...state,
    waiting: state.waiting.filter(others),
    undoable: state.undoable.filter(others),
    redoable: state.redoable.filter(others),
  });
}

const shown = (state: OpenMapState): OpenMapState => ({
  ...state,
  items: state.waiting.reduce((items, edit) => applyChanges(items, edit.changes).items, state.confirmed),
});
