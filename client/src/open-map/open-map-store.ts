import type { Change, Commit, LogEntry } from '@downstream/graph-schema/change';
import type { MapAtRevision } from '@downstream/graph-schema/map-content';
import { invert, type Kept } from '@downstream/graph-schema/undo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LiveListener } from '../server/live';
import { newUuid } from '../server/uuid';
import { applyChanges } from './apply-changes';
import { flawsOf, type Flaw } from './flaws';
import { edited, opened, received, type OpenMapState, type Step } from './open-map-state';
import { startSending } from './send-waiting';
import type { WaitingStorage } from './waiting-storage';

/** What an open map needs of the server. */
export interface MapServer {
  sendCommit(map: string, commit: Commit): Promise<{ revision: number; entry: LogEntry }>;
  readChanges(map: string, since: number): Promise<{ revision: number; entries: LogEntry[] }>;
  follow(map: string, listener: LiveListener): () => void;
}

export interface OpenMapActions {
  /** Changes the map, at once here and soon on the server. What is wrong with the changes, if anything, stops them. */
  edit: (changes: readonly Change[]) => Flaw[];
  /** Takes my last edit back, or does it again; `kept` are fields that others changed since, which stay theirs. */
  undo: () => Outcome;
  redo: () => Outcome;
  /** Settles an edit that clashes with somebody else's: mine is made again on top of theirs, or given up. */
  settle: (key: string, whose: 'mine' | 'theirs') => void;
  dismissRefusal: () => void;
  /** Stops following and sending. What waits is kept for the next time the map is opened. */
  close: () => void;
}

export interface Outcome {
  done: boolean;
  kept: readonly Kept[];
}

export type OpenMap = OpenMapState & OpenMapActions;
export type OpenMapStore = StoreApi<OpenMap>;

/** Opens a map on this page: keeps it up to date, shows edits at once, and sees that they arrive in order. */
export function createOpenMap(
  map: string,
  read: MapAtRevision,
  server: MapServer,
  storage: WaitingStorage,
): OpenMapStore {
  const store: OpenMapStore = createStore<OpenMap>()((set, get) => {
    const make = (changes: readonly Change[], as: 'edit' | 'undo' | 'redo') => {
      const { logged } = applyChanges(get().items, changes);
      if (logged.length === 0) return;
      const edit = {
        key: newUuid(),
        madeAt: madeAt(get().waiting.at(-1)?.madeAt),
        changes,
        logged,
      };
      storage.keep(edit);
      set((state) => edited(state, edit, as));
      sending.wake();
    };

    const revert = (step: Step | undefined, as: 'undo' | 'redo'): Outcome => {
      if (!step) return { done: false, kept: [] };
      const { changes, kept } = invert({ ...unsigned, changes: [...step.logged] }, get().items);
      if (changes.length > 0 && flawsOf(get().items, changes).length === 0) {
        make(changes, as);
        return { done: true, kept };
      }
      const list = as === 'undo' ? 'undoable' : 'redoable';
      set((state) => ({ [list]: state[list].slice(0, -1) }));
      return { done: false, kept };
    };

    return {
      ...opened(map, read, storage.kept()),
      edit(changes) {
        const flaws = flawsOf(get().items, changes);
        if (flaws.length === 0) make(changes, 'edit');
        return flaws;
      },
      undo: () => revert(get().undoable.at(-1), 'undo'),
      redo: () => revert(get().redoable.at(-1), 'redo'),
      settle(key, whose) {
        const conflict = get().conflicts.find(({ waiting }) => waiting.key === key);
        set((state) => ({ conflicts: state.conflicts.filter(({ waiting }) => waiting.key !== key) }));
        if (conflict && whose === 'mine') make(conflict.waiting.changes, 'edit');
      },
      dismissRefusal: () => set({ refusal: undefined }),
      close() {
        sending.stop();
        unfollow();
      },
    };
  });

  const sending = startSending(store, server, storage);
  const unfollow = server.follow(map, {
    since: () => store.getState().revision,
    entries: (entries) => store.setState((state) => received(state, entries)),
    gone: () => store.setState({ closed: 'MAP_GONE' }),
    revoked: () => store.setState({ closed: 'ACCESS_REVOKED' }),
    connected: () => sending.wake(),
    lost: () => sending.checkLine(),
  });
  sending.wake();
  return store;
}

/** My own step, as `invert` reads it: whose and when does not matter to it. */
const unsigned = { revision: 1, by: 'me', at: '' };

/** Edits made within one millisecond keep their order. */
const madeAt = (last = 0): number => Math.max(Date.now(), last + 1);
