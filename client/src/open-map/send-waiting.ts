import type { Commit } from '@downstream/graph-schema/change';
import { DownstreamError } from '@downstream/graph-schema/problem';
import { Unreachable } from '../server/call';
import { sameValue } from './apply-changes';
import type { MapServer, OpenMapStore } from './open-map-store';
import { answered, leaving, received, withdrawn } from './open-map-state';
import { changesToSend, clashesOf } from './prepare-to-send';
import type { Waiting } from './waiting';
import type { WaitingStorage } from './waiting-storage';

const firstPause = 1_000;
const longestPause = 30_000;

export interface Sending {
  /** Something waits, or the line may be back: send now. */
  wake(): void;
  /** The stream broke: find out whether the server is away, or the map. */
  checkLine(): void;
  stop(): void;
}

/** Sends what waits, oldest first and one at a time, until all of it has arrived or can never arrive. */
export function startSending(store: OpenMapStore, server: MapServer, storage: WaitingStorage): Sending {
  let running = false;
  let stopped = false;
  let pause = firstPause;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const { map } = store.getState();

  async function catchUp(): Promise<void> {
    const { entries, revision } = await server.readChanges(map, store.getState().revision);
    store.setState((state) => ({ ...received(state, entries, revision), online: true }));
  }

  const drop = (edit: Waiting) => {
    storage.forget(edit.key);
    store.setState((state) => withdrawn(state, edit.key));
  };

  async function sendFirst(edit: Waiting): Promise<void> {
    if (edit.answered !== undefined) {
      await catchUp();
      return;
    }
    const { confirmed } = store.getState();
    if (!edit.sent) {
      const clashes = clashesOf(edit, confirmed);
      if (clashes.length > 0) {
        drop(edit);
        store.setState((state) => ({ conflicts: [...state.conflicts, { waiting: edit, clashes }] }));
        return;
      }
    }
    const changes = edit.sent ?? changesToSend(edit, confirmed);
    if (changes.length === 0) {
      drop(edit);
      return;
    }
    storage.keep({ ...edit, sent: changes });
    store.setState((state) => leaving(state, edit.key, changes));
    const commit: Commit = { idempotencyKey: edit.key, changes: [...changes] };
    const { entry } = await server.sendCommit(map, commit);
    storage.forget(edit.key);
    store.setState((state) => answered(state, edit.key, entry));
  }

  /** Decides what becomes of an edit that was refused; throws on what concerns the map or the line instead. */
  async function afterRefusal(edit: Waiting, reason: unknown): Promise<void> {
    if (!(reason instanceof DownstreamError)) throw reason;
    if (endings.has(reason.code) || passing.has(reason.code)) throw reason;
    if (reason.code === 'KEY_REUSED') {
      // Another tab found the same edit in storage and sent it first.
      drop(edit);
      return catchUp();
    }
    if (overtaken.has(reason.code) && edit.sent) {
      await catchUp();
      storage.keep({ ...edit, sent: undefined });
      store.setState((state) => leaving(state, edit.key, undefined));
      // What others did may have been known before the refusal: the stream tells of it, too.
      if (!sameValue(changesToSend(edit, store.getState().confirmed), edit.sent)) return;
    }
    drop(edit);
    store.setState({ refusal: { code: reason.code, details: reason.details, logged: edit.logged } });
  }

  async function run(): Promise<void> {
    running = true;
    try {
      for (;;) {
        const { waiting, closed } = store.getState();
        const [edit] = waiting;
        if (isStopped() || closed || !edit) break;
        try {
          await sendFirst(edit);
        } catch (reason) {
          // The state's copy knows whether the changes had left before.
          await afterRefusal(store.getState().waiting[0] ?? edit, reason);
        }
        pause = firstPause;
      }
    } catch (reason) {
      fail(reason);
    } finally {
      running = false;
    }
  }

  const isStopped = () => stopped;

  function fail(reason: unknown): void {
    if (stopped) return;
    if (reason instanceof DownstreamError && endings.has(reason.code)) {
      store.setState({ closed: reason.code });
      return;
    }
    if (reason instanceof Unreachable || (reason instanceof DownstreamError && passing.has(reason.code))) {
      store.setState({ online: false });
      clearTimeout(timer);
      timer = setTimeout(wake, pause);
      pause = Math.min(pause * 2, longestPause);
      return;
    }
    throw reason;
  }

  function wake(): void {
    clearTimeout(timer);
    const { waiting, online } = store.getState();
    if (running || stopped) return;
    if (waiting.length > 0) void run();
    else if (!online) checkLine();
  }

  function checkLine(): void {
    if (!running && !stopped) void catchUp().catch(fail);
  }

  return {
    wake,
    checkLine,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The map is over for this browser. */
const endings = new Set<string>(['MAP_GONE', 'MAP_NOT_FOUND', 'NOT_SIGNED_IN', 'ACCESS_REVOKED']);
/** It is the moment that is wrong, not the edit. */
const passing = new Set<string>(['STORE_UNAVAILABLE', 'TOO_MANY_TRIES']);
/** Others were quicker: what they did has to be known before the edit can be judged again. */
const overtaken = new Set<string>([
  'VERSION_CONFLICT',
  'REFERENCED',
  'UNKNOWN_PARTY',
  'UNKNOWN_LINK',
  'GROUP_INVALID',
]);
